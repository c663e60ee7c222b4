"""Clinicians named beside what they are: "my GP Ann Jones", "mi oncóloga, María López", "Peter Wolf ist mein Hausarzt".

Two words with capitals after "my oncologist," are a name. Where capitals say less (in German, in headings, after "is"),
the tables of first names and surnames must know one of them.
"""

import re
from collections.abc import Iterator

from comments.screening.personal_data.people import Person, person_at, person_before
from comments.screening.tables import words
from comments.screening.text import Reading

_PROFESSION = rf"(?:{'|'.join(sorted(words('professions', 'professions'), key=len, reverse=True))})"
_AFTER = re.compile(rf"(?<![\w-]){_PROFESSION}(?![^\W_]|-)(?: de (?:cabecera|familia|zona))?")
_LINK = re.compile(
    r"(?P<called>,? (?:(?:who|whose|que|der|die) )?(?:name )?(?:(?:is|was) (?:called|named)|by the name of|"
    r"se llama(?:ba)?|heisst|hiess) |(?:'s|s)? name (?:is|was) )"
    r"|(?P<named>,? (?:called|named|llamad[oa]|namens) | (?:is|was|es|era|ist|war) )"
    r"|(?P<mark>, ?| ?[(-] ?)|(?P<loose>: ?)|(?P<beside> )"
)
_OWN = r"(?:my|our|his|her|their|your|the|mi|mis|su|sus|nuestr[oa]|la|el|mein|meine|unsere?|der|die)"
_BEFORE = re.compile(
    rf"(?:,? (?:(?:who|que|der|die) )?(?:is|was|es|era|ist|war) |, ?| \()"
    rf"{_OWN} (?:[^\W\d_]{{2,20}} )?{_PROFESSION}(?![^\W_])"
)
_DEGREE = re.compile(r",? (m\.?d|frc[ps]|mrc[ps]|mbbs|mbchb|m\.?b\.?)(?![^\W_]|\.?[ ]?anderson)")
_POSSESSIVE = re.compile(r"\b(?:my|our|his|her|their|mi|su|nuestr[oa])(?: [^\W\d_]{2,20}){0,2} $")
_BEGINS = re.compile(r"(?:^|[.!?\n]) *$")


def own_clinicians(reading: Reading, language: str) -> Iterator[tuple[int, int, str]]:
    """Each profession with the name that stands before or behind it."""
    text = reading.characters
    for found in _AFTER.finditer(text):
        link = _LINK.match(text, found.end())
        person = person_at(reading, link.end()) if link else None
        if link and person and _is_named(reading, found, str(link.lastgroup), person, language):
            yield found.start(), person.end, "Names a clinician"
    for pattern in (_BEFORE, _DEGREE):
        for found in pattern.finditer(text):
            before = person_before(reading, found.start())
            is_sure = pattern is _BEFORE or _typed(reading, *found.span(1)).isupper()
            if before and is_sure and (before.is_titled or (before.has_two and before.is_known)):
                yield before.start, found.end(), "Names a clinician"


def _is_named(reading: Reading, profession: re.Match[str], link: str, person: Person, language: str) -> bool:
    if person.is_titled:
        return True
    if link == "called":
        return person.is_known or (language != "de" or person.has_two)
    if not person.has_two:
        return False
    if link in {"named", "loose"} or language == "de" or _is_heading(reading, profession):
        return person.is_known
    before = reading.characters[max(0, profession.start() - 50) : profession.start()]
    return person.is_known or bool(_POSSESSIVE.search(before))


def _is_heading(reading: Reading, profession: re.Match[str]) -> bool:
    """Whether the profession has a capital that its place does not explain: then the words after it mean less."""
    typed = _typed(reading, *profession.span())
    if not typed[:1].isupper() or typed.isupper():
        return False
    return not _BEGINS.search(reading.characters[max(0, profession.start() - 5) : profession.start()])


def _typed(reading: Reading, start: int, end: int) -> str:
    first, last = reading.span(start, end)
    return reading.typed[first:last]
