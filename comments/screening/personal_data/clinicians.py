"""Clinicians by name: "Dr Smith", "Dra. García", "Prof. Müller". "My doctor" names nobody.

They are people with a right to be left in peace, and can't answer without breaking their confidence.
"""

import re
from collections.abc import Iterator

from comments.screening.tables import words
from comments.screening.text import Reading

_SHORT = r"(?:dra?|profa?|mudr)(?![^\W\d_])\.?"
_LONG = (
    r"(?:doctora?|doktor|professor(?:in)?|profesora?|oberarzt(?:in)?|chefarzt(?:in)?|nurse|enfermer[ao]|surgeon)"
    r"(?![^\W\d_])"
)
_TITLE = re.compile(
    rf"(?<![\w-])(?:{_SHORT}|{_LONG})(?:[ -](?:{_SHORT}|med\.?|dent\.?|h\. ?c\.|rer\. ?nat\.)){{0,4}} ?"
    r"(?:(?:van|von)(?: de[rn]?)? (?=[^\W\d_]))?"
    r"(?=([^\W\d_](?>(?:[^\W\d_]|['-](?=[^\W\d_])|\. ?(?=[^\W\d_])){0,40})))"
)
_NOBODY = words("names", "no surnames")
_SURNAMES = words("names", "surnames")
_FIRST_NAME = re.compile(r" (?=([^\W\d_](?>(?:[^\W\d_]|['-](?=[^\W\d_])){0,40})))")


def clinicians(reading: Reading, _language: str) -> Iterator[tuple[int, int, str]]:
    """Each title with the name that follows it."""
    text = reading.characters
    for found in _TITLE.finditer(text):
        name, start = found.group(1), found.start(1)
        if name.startswith("med.") or name in _NOBODY or not _is_name(reading, found.group(), name, start):
            continue
        end = start + len(name)
        further = _FIRST_NAME.match(text, end)  # "Dr Anna Smith"
        if further and further.group(1) not in _NOBODY and _is_title_case(reading, *further.span(1)):
            end = further.end(1)
        yield found.start(), end, "Names a clinician"


def _is_name(reading: Reading, title: str, name: str, start: int) -> bool:
    """A capital says so; in small letters, or in capitals all along, it must be a frequent surname."""
    if name in _SURNAMES and title.strip(" .") in {"dr", "dra", "prof"}:
        return True
    return len(name) > 1 and _is_title_case(reading, start, start + len(name))


def _is_title_case(reading: Reading, start: int, end: int) -> bool:
    first, last = reading.span(start, end)
    name = reading.typed[first:last]
    return name[:1].isupper() and any(character.islower() for character in name)
