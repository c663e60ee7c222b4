"""Signs with which a line of plain text says that it is an item of a list."""

import re
from dataclasses import dataclass

SURE = "•●▪◦‣⁃∙■□○▸►➢➤✓✔✅❖·"  # no sentence begins with one of these
_SURE = re.compile(rf"(\s*)([{SURE}])\s*(?=\S)")
_DASH = re.compile(r"(\s*)([-–—*+»›]|o(?=\s{1,4}[A-Z(]))[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"(\s*)(?:\((\d{1,2})\)|(\d{1,2})[.)])[ \t\u00a0]+(?=\S)")
_LETTER = re.compile(r"(\s*)(?:\(([a-z])\)|([a-z])[.)])[ \t\u00a0]+(?=\S)")
_ALONE = re.compile(rf"\s*[{SURE}]\s*")


@dataclass(frozen=True)
class Bullet:
    """A sign at the start of a line: ``order`` counts from 1 for numbers and letters, 0 for other signs."""

    sign: str
    order: int
    indent: int
    length: int
    sure: bool


def bullet_of(text: str) -> Bullet | None:
    """The sign with which ``text`` begins, or ``None``. A sign that isn't sure needs company to make a list."""
    for pattern, sure in ((_SURE, True), (_DASH, False)):
        if match := pattern.match(text):
            return Bullet(match[2], 0, width_of(match[1]), match.end(), sure)
    if match := _NUMBER.match(text):
        return Bullet("1", int(match[2] or match[3]), width_of(match[1]), match.end(), False)
    if match := _LETTER.match(text):
        return Bullet("a", ord(match[2] or match[3]) - 96, width_of(match[1]), match.end(), False)
    return None


def is_sign_alone(text: str) -> bool:
    """Whether a line holds a bullet and nothing else: its text then stands on the next line."""
    return bool(_ALONE.fullmatch(text))


def width_of(space: str) -> int:
    """How far a line is indented. A tab counts four."""
    return len(space.expandtabs(4))
