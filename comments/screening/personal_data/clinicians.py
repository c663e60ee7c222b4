"""Clinicians by their title: "Dr Smith", "Dr J Smith", "Dra. García", "Prof. Müller". "My doctor" names nobody.

They are people with a right to be left in peace, and can't answer without breaking their confidence. Those who are
named without a title: ``own_clinicians``.
"""

import re
from collections.abc import Iterator

from comments.screening.personal_data.people import NAME_WORD, NOBODY, SURNAMES, is_title_case
from comments.screening.text import Reading

_SHORT = r"(?:dra?s?|profa?|mudr)(?![^\W\d_])\.?"
_LONG = (
    r"(?:doctora?|doktor|professor(?:in)?|profesora?|oberarzt(?:in)?|chefarzt(?:in)?|nurse|enfermer[ao]|surgeon)"
    r"(?![^\W\d_])"
)
_TITLE = re.compile(
    rf"(?<![\w-])(?P<title>{_SHORT}|{_LONG})(?:[ -](?:{_SHORT}|med\.?|dent\.?|h\. ?c\.|rer\. ?nat\.)){{0,4}} ?"
    r"(?:(?:van|von)(?: de[rn]?)? (?=[^\W\d_]))?(?P<initials>(?:[^\W\d_] (?=[^\W\d_]))){0,3}"
    r"(?=(?P<name>[^\W\d_](?>(?:[^\W\d_]|['-](?=[^\W\d_])|\. ?(?=[^\W\d_])){0,40})))"
)
_BY_SURNAME = frozenset(
    {"dr", "dra", "drs", "prof", "doctor", "doctora", "doktor", "professor", "professorin", "profesor"}
)
_FURTHER = re.compile(rf" (?=({NAME_WORD}))")
_DOES = re.compile(r" (?:was|is|said|says|told|did|gave|has|had|made|thinks|never|wants|wanted|tried|refused)\b")
_LEADS = re.compile(
    r"(?:^|[.!?,;:] ?|\b(?:by|with|see|saw|seen|under|ask|asked|met|and|but|because|that|when|hate|like) )$"
)
_NO_NAME = re.compile(r".*(?:s|ly|ing|ed|ment|tion)")
_MONTHS = frozenset({"april", "june", "august", "juni"})  # of those that are names too
_SHORTEST = 4  # letters of an unknown name in small letters


def clinicians(reading: Reading, language: str) -> Iterator[tuple[int, int, str]]:
    """Each title with the name that follows it."""
    text = reading.characters
    for found in _TITLE.finditer(text):
        name, start = found["name"], found.start("name")
        if name.startswith("med.") or name in NOBODY or not _is_name(reading, found, language):
            continue
        end = start + len(name)
        if name in _MONTHS and text[end : end + 2].strip().isdigit():
            continue
        further = _FURTHER.match(text, end)  # "Dr Anna Smith"
        if further and further.group(1) not in NOBODY and is_title_case(reading, *further.span(1)):
            end = further.end(1)
        yield found.start(), end, "Names a clinician"


def _is_name(reading: Reading, found: re.Match[str], language: str) -> bool:
    """A capital says so; in small letters, or in capitals all along, a frequent surname, or what the word does."""
    name, start = found["name"], found.start("name")
    title = found["title"].rstrip(".")
    if name in SURNAMES and title in _BY_SURNAME:
        return True
    if found["initials"] and not _is_initial(reading, *found.span("initials")):
        return False
    if len(name) > 1 and is_title_case(reading, start, start + len(name)):
        return True
    return language == "en" and title in {"dr", "doctor"} and _acts(reading.characters, found)


def _is_initial(reading: Reading, start: int, end: int) -> bool:
    """A capital that is no word of its own: "Dr J Smith", not "the doctor I Googled"."""
    typed = reading.typed[slice(*reading.span(start, end))].strip()
    return typed.isupper() and typed not in {"I", "A", "Y", "O"}


def _acts(text: str, found: re.Match[str]) -> bool:
    """ "doctor kovac was rude", and not "my doctor friend was", "doctor visits are"."""
    name, start = found["name"], found.start("name")
    return bool(
        len(name) >= _SHORTEST
        and name.isalpha()
        and _DOES.match(text, start + len(name))
        and _LEADS.search(text[max(0, found.start() - 10) : found.start()])
        and not _NO_NAME.fullmatch(name)
    )
