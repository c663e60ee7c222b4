"""The patterns of ``phrases.txt``, compiled."""

import re
from functools import cache
from pathlib import Path

from comments.screening.tables import lines

_FILE = Path(__file__).with_name("phrases.txt")
REASONS = (
    "Offers a drug for sale",
    "Asks to be contacted elsewhere",
    "Promises a cure",
    "Advertises",
    "Recruits for a scheme",
)


@cache
def phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each pattern with the reason that moderators read."""
    return tuple((reason, re.compile(_filled(line))) for reason in REASONS for line in lines(_FILE, reason))


@cache
def doubts() -> re.Pattern[str]:
    """What makes a warning or a question of the phrase that follows."""
    return re.compile(rf"\b{_any_of('doubt')}\b[^.!?]{{0,40}}$")


def _filled(pattern: str) -> str:
    for name in ("drug", "illness"):
        pattern = pattern.replace(f"<{name}>", _any_of(name))
    return pattern.replace("<gap>", lines(_FILE, "gap")[0])


def _any_of(section: str) -> str:
    return f"(?:{'|'.join(lines(_FILE, section))})"
