"""Numbers under which somebody is kept: of a hospital, of a health insurance, of a state, of a bank.

Those that prove themselves (``numbers``) or have a shape of their own are found anywhere, others where a word says what
they are.
"""

import re
from collections.abc import Iterator

from comments.screening.personal_data.numbers import is_card, is_dni, is_iban, is_kvnr, is_nhs_number
from comments.screening.text import Reading

_WHAT = (
    r"(?:mrn|medical record(?: number| no\.?| id)?|patient(?:en)? ?(?:id|number|no\.|nummer|nr\.?)|"
    r"hospital (?:number|no\.|id)|chart number|case number|nhs (?:number|no\.?)|chi number|health card(?: number)?|"
    r"medicare (?:number|id)|(?:policy|insurance|member|membership|subscriber) (?:number|no\.|id)|"
    r"passport(?: number| no\.)?|social security(?: number)?|ssn|national insurance (?:number|no\.?)|"
    r"ni (?:number|no\.?)|"
    r"cedula(?: de (?:identidad|ciudadania))?|c\.c\.|rut|cuil|cuit|nss|"
    r"n(?:umero|o\.?|\.) ?(?:de )?(?:historia(?: clinica)?|paciente|afiliacion|afiliado|tarjeta sanitaria|"
    r"seguridad social|expediente|pasaporte)|historia clinica|nhc|nuhsa|cip|dni|nie|"
    r"fallnummer|aktenzeichen|(?:kranken)?versicherten ?(?:nummer|nr\.?)|versicherungs ?nummer|kvnr|"
    r"sozialversicherungsnummer|ausweisnummer)"
)
_NAMED = re.compile(
    rf"\b{_WHAT}(?: (?:is|was|es|ist|lautet|number))?"
    r"[ :=#.(-]{1,4}([a-z]{0,4}[ -]?\d[\d /.-]{2,18}\d[a-z]?)(?![\w])"
)
_NHS = re.compile(r"(?<![\w.,+/-])(\d{3} ?\d{3} ?\d{4})(?![\w]|[.,-]\d)")
_SSN = re.compile(r"(?<![\w.,-])(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\w-])")
_DNI = re.compile(r"(?<![\w.])((?:\d{2}\.?\d{3}\.?\d{3}|[xyz] ?-?\d{7}) ?-?[a-z])(?![\w])")
_KVNR = re.compile(r"(?<![\w])[a-z]\d{9}(?![\w])")
_IBAN = re.compile(r"(?<![\w])[a-z]{2}\d{2}(?: ?[a-z\d]{4}){3,7}(?: ?[a-z\d]{1,3})?(?![\w])")
_CARD = re.compile(r"(?<![\w.,+/-])\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?![\w]|[.,-]\d)")
_NATIONAL_INSURANCE = re.compile(r"(?<![\w-])([a-z])([a-z]) ?\d\d[ -]?\d\d[ -]?\d\d[ -]?[a-d](?![\w-])")
_BY_NAME = re.compile(r"\b(?:national insurance|nino|ni)(?: (?:number|no\.?))?(?: is)?[ :=#(-]{1,4}$")
_MEDICARE = re.compile(
    r"(?<![\w-])[1-9][ac-hjkmnp-rt-y][ac-hjkmnp-rt-y\d]\d(-?)[ac-hjkmnp-rt-y][ac-hjkmnp-rt-y\d]\d\1"
    r"[ac-hjkmnp-rt-y]{2}\d\d(?![\w-])"
)
_BIRTH = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"  # year, month, day
_CURP = re.compile(rf"(?<![\w-])[a-z][aeioux][a-z]{{2}}{_BIRTH}[hmx][a-z]{{5}}[a-z\d]\d(?![\w-])")
_RFC = re.compile(rf"(?<![\w-])rfc[ :]{{1,3}}[a-z&]{{4}}-?{_BIRTH}-?[a-z\d]{{3}}(?![\w-])")
_RUT = re.compile(r"(?<![\w.,-])\d{1,2}\.\d{3}\.\d{3}-[\dk](?![\w-])")
_AHV = re.compile(r"(?<![\w.,-])756\.\d{4}\.\d{4}\.\d{2}(?![\w-]|\.\d)")
_PENSION = re.compile(r"(?<![\w.,-])\d\d ?(?:[0-4]\d)(?:0[1-9]|1[0-2])\d\d ?[a-z] ?\d{3}(?![\w-])")
_FEWEST = 4  # digits of a number that a word announces


def records(reading: Reading, _language: str) -> Iterator[tuple[int, int, str]]:
    """Every such number."""
    text = reading.characters
    for found in _NAMED.finditer(text):
        if sum(character.isdigit() for character in found.group(1)) >= _FEWEST:
            yield *found.span(), "Number of a record, insurance or document"
    for pattern, is_one, reason in (
        (_IBAN, is_iban, "Account number (IBAN)"),
        (_CARD, is_card, "Number of a payment card"),
        (_DNI, is_dni, "Spanish identity number (DNI or NIE)"),
        (_KVNR, is_kvnr, "German health insurance number"),
        (_NHS, is_nhs_number, "NHS number"),
    ):
        for found in pattern.finditer(text):
            if is_one(re.sub(r"[^a-z\d]", "", found.group()).upper()):
                yield *found.span(), reason
    for pattern, reason in (
        (_SSN, "US social security number"),
        (_MEDICARE, "US Medicare number"),
        (_CURP, "Mexican identity number (CURP)"),
        (_RFC, "Mexican tax number (RFC)"),
        (_RUT, "Chilean identity number (RUT)"),
        (_AHV, "Swiss social security number (AHV)"),
        (_PENSION, "German pension insurance number"),
    ):
        for found in pattern.finditer(text):
            yield *found.span(), reason
    yield from _national_insurance(reading)


def _national_insurance(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Two letters that are in use, in capitals; any two behind the words "national insurance"."""
    text = reading.characters
    for found in _NATIONAL_INSURANCE.finditer(text):
        first, last = reading.span(*found.span())
        is_used = found.group(1) not in "dfiquv" and found.group(2) not in "dfioquv"
        is_typed = reading.typed[first:last].isupper()
        if (is_used and is_typed) or _BY_NAME.search(text[max(0, found.start() - 40) : found.start()]):
            yield *found.span(), "British national insurance number"
