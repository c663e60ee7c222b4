"""The patterns of ``phrases.txt``, compiled."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from comments.screening.products import FORM, MARKED, MEDICINE
from comments.screening.tables import lines

_FILE = Path(__file__).with_name("phrases.txt")
REASONS = (
    "Offers a drug for sale",
    "Asks to be contacted elsewhere",
    "Promises a cure",
    "Advertises",
    "Recruits for a scheme",
)


MEDICINES = re.compile(rf"{MEDICINE}|{FORM}")


class Phrase(NamedTuple):
    """A pattern, the reason that moderators read, and whether it is for text in which ``MEDICINES`` are marked."""

    reason: str
    pattern: re.Pattern[str]
    is_of_medicines: bool


@cache
def phrases() -> tuple[Phrase, ...]:
    """All of them, in their order."""
    return tuple(
        Phrase(reason, re.compile(_filled(line)), "<drug>" in line)
        for reason in REASONS
        for line in lines(_FILE, reason)
    )


@cache
def doubts() -> re.Pattern[str]:
    """What makes a warning or a question of the phrase that follows."""
    return re.compile(rf"\b{_any_of('doubt')}\b[^.!?]{{0,40}}$")


@cache
def _parts() -> dict[str, str]:
    """What stands in patterns as ``<name>``."""
    whole = {name: lines(_FILE, name)[0] for name in ("gap", "few", "form", "unsaid")}
    lists = {name: rf"\b{_any_of(name)}" for name in ("illness", "remedy")}
    return whole | lists | {"drug": rf"(?:{MARKED}|\b{_any_of('drug')})"}


def _filled(pattern: str) -> str:
    for name, part in _parts().items():
        pattern = pattern.replace(f"<{name}>", part)
    return pattern


def _any_of(section: str) -> str:
    return f"(?:{'|'.join(lines(_FILE, section))})"
