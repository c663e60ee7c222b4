"""What tells the name of a person from other words: its capital, what stands in the tables, and where it stands."""

import re
from typing import NamedTuple

from comments.screening.tables import words
from comments.screening.text import Reading

NOBODY = words("names", "no surnames")
SURNAMES = words("names", "surnames")
FIRST_NAMES = words("names", "first names")
_NO_PEOPLE = words("professions", "places and institutions") | words("names", "towns")
NAME_WORD = r"[^\W\d_](?>(?:[^\W\d_]|['-](?=[^\W\d_])){0,40})"
_TITLED = r"(?:mr|mrs|ms|miss|mx|herrn?|frau|sr|sra|srta|senora?|senorita|don|dona|sister|schwester)(?![^\W_])\.? "
_FORWARD = re.compile(
    rf"(?P<titled>(?:la |el )?{_TITLED})?(?:[^\W\d_]\.? (?=[^\W\d_])){{0,2}}(?P<first>{NAME_WORD})"
    rf"(?: (?:(?:de(?: la| los)?|del|von|van|zu) )?(?P<last>{NAME_WORD}))?"
)
_BACKWARD = re.compile(rf"(?<![\w'-])(?P<titled>{_TITLED})?(?:(?P<first>{NAME_WORD}) )?(?P<last>{NAME_WORD})$")
_LONGEST = 70  # characters in which a name before a profession is looked for


class Person(NamedTuple):
    """A name. ``has_two`` capitalised words; ``is_titled`` "Mr"; ``is_known`` if the tables know it."""

    start: int
    end: int
    has_two: bool
    is_titled: bool
    is_known: bool


def is_title_case(reading: Reading, start: int, end: int) -> bool:
    """Whether a capital begins the word and small letters follow."""
    first, last = reading.span(start, end)
    name = reading.typed[first:last]
    return name[:1].isupper() and any(character.islower() for character in name)


def person_at(reading: Reading, start: int) -> Person | None:
    """The name that begins there; None without a capital, and without a name that the tables know."""
    found = _FORWARD.match(reading.characters, start)
    return _person(reading, found) if found else None


def person_before(reading: Reading, end: int) -> Person | None:
    """The name of two words, or of one with "Mr", that ends there."""
    begin = max(0, end - _LONGEST)
    found = _BACKWARD.search(reading.characters[begin:end])
    if not found or not (found["titled"] or found["first"]):
        return None
    whole = _FORWARD.match(reading.characters, begin + found.start(), end)
    person = _person(reading, whole) if whole else None
    return person if person and person.end == end else None


def _person(reading: Reading, found: re.Match[str]) -> Person | None:
    first, last = found["first"], found["last"] or ""
    if first in NOBODY or first in _NO_PEOPLE:
        return None
    has_first = is_title_case(reading, *found.span("first"))
    has_last = bool(last) and last not in NOBODY | _NO_PEOPLE and is_title_case(reading, *found.span("last"))
    is_known = (has_first and first in FIRST_NAMES) or last in SURNAMES or (not last and first in SURNAMES)
    if not has_first:
        pair = first in FIRST_NAMES and last in SURNAMES
        if not (pair or first in SURNAMES):
            return None
        return Person(found.start(), found.end("last" if pair else "first"), pair, bool(found["titled"]), True)
    end = found.end("last" if has_last else "first")
    return Person(found.start(), end, has_last, bool(found["titled"]), is_known)
