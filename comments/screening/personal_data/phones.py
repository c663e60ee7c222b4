"""Telephone numbers, by how they are grouped where people live, or by a word before them.

Doses, dates, blood values, trial and reference numbers are taken out before; numbers of services belong to nobody
(``public_lines``). Digits written as words: spoken_numbers.
"""

import re
from collections.abc import Iterator

from comments.screening.personal_data.dates import numeric
from comments.screening.personal_data.public_lines import is_public_line
from comments.screening.text import Reading

_UNIT = r"(?:mg|mcg|g|kg|ml|l|dl|mmol|umol|iu|ie|ui|u|mm|cm|km|m|lb|lbs|kcal|%|x|cells|zellen|celulas|/)"
_OTHERWISE = re.compile(
    rf"{numeric(1)}|\b(?:nct|isrctn|eudract|drks|pmid|pmcid|pmc|isbn|issn|doi|cas|icd|ean|rs|order|invoice|tracking)"
    rf"[ :#.-]{{0,3}}(?:1[03])?[ :-]{{0,2}}\d[\d.x/-]*+(?: \d[\d-]*+)?"
    rf"|(?<!\d)10\.\d{{4,9}}/\S{{1,200}}|(?<![\d])\d{{1,2}}:\d\d(?::\d\d)?(?!\d)"
    rf"|(?<![\d.,])\d{{1,3}}(?:[.,]\d{{3}}){{1,4}}(?![\d.,-])(?! \d)"
    rf"|(?<!\d)(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d(?!\d)|(?<![\d.,])\d{{1,12}}(?:[.,]\d{{1,3}})? ?{_UNIT}(?![\w])"
)
_RUN = re.compile(r"(?<![\w.,])\+? ?\(?\d(?>(?:[ ./()-]{0,3}\d)*)")
_CALLED = re.compile(
    r"\b(?:phone|telephone|tel|cell|mobile|call|ring|text|sms|fax|whats ?app|signal|viber|number|contact|reach|dial|"
    r"telefono|movil|llama(?:me|nos|d|r|dme)?|numero|fijo|celular|contacta(?:me|r)?|escribeme|"
    r"telefon|handy|mobil|ruf(?:t|en)?|anrufen|nummer|festnetz|durchwahl|erreichbar)\b[^\d+]{0,25}$"
)
_LAB = re.compile(
    r"\b(?:cd4|cd8|psa|platelets?|plaquetas|thrombozyten|leukozyten|leucocitos|neutrophils?|neutrofilos|wbc|rbc|anc|"
    r"ferritin\w?|viral load|carga viral|viruslast|counts?|valores|werte|values?|lambda|kappa|hemoglobin\w?|page|pages|"
    r"trial|study|estudio|studie|ref|reference)\b[^.!?]{0,30}$"
)
_NORTH_AMERICAN = re.compile(r"1?[2-9]\d\d[2-9]\d{6}")
_WITH_TRUNK_ZERO = re.compile(r"0[1-9]\d{7,10}")
_SPANISH = re.compile(r"[6789]\d{8}")
_SPANISH_GROUPS = {"9", "3-3-3", "3-2-2-2", "2-3-2-2", "3-6"}
_NORTH_AMERICAN_GROUPS = {"10", "3-3-4", "3-7", "1-3-3-4", "11", "1-10"}
_FEWEST, _FEWEST_ABROAD, _MOST = 6, 8, 15  # digits (ITU-T E.164)
_VARIETY = 3  # different digits at least
_BEFORE = 60


def phones(reading: Reading, language: str) -> Iterator[tuple[int, int, str]]:
    """Every telephone number."""
    text = _OTHERWISE.sub(lambda found: "x" * len(found.group()), reading.characters)
    for run in _RUN.finditer(text):
        before = text[max(0, run.start() - _BEFORE) : run.start()]
        if _is_phone(run.group(), before, text[run.end() : run.end() + 1], language):
            yield *run.span(), "Telephone number"


def _is_phone(run: str, before: str, after: str, language: str) -> bool:
    digits = re.sub(r"\D", "", run)
    if (
        not _FEWEST <= len(digits) <= _MOST
        or after.isalpha()
        or digits.endswith("00000")
        or len(set(digits)) < _VARIETY
        or is_public_line(run)
    ):
        return False
    if _CALLED.search(before):
        return True
    if run.startswith("+"):
        return len(digits) >= _FEWEST_ABROAD
    return not _LAB.search(before) and _is_grouped_like_one(
        digits, [len(part) for part in re.findall(r"\d+", run)], run, language
    )


def _is_grouped_like_one(digits: str, groups: list[int], run: str, language: str) -> bool:
    shape = "-".join(map(str, groups))
    if digits.startswith("00"):
        return len(digits) > _FEWEST_ABROAD and groups[0] > 1
    if _NORTH_AMERICAN.fullmatch(digits):
        return shape in _NORTH_AMERICAN_GROUPS
    if _WITH_TRUNK_ZERO.fullmatch(digits):
        return groups[0] > 1 or run.startswith(("(0)", "0("))
    if _SPANISH.fullmatch(digits) and shape in _SPANISH_GROUPS:
        return language == "es" or (shape == "9" and digits[0] in "67")
    return False
