"""How a check went, in words."""

from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """``DID_NOT_RUN`` is no pass."""

    PASSED = "passed"
    FAILED = "FAILED"
    DID_NOT_RUN = "DID NOT RUN"


@dataclass(frozen=True)
class Verdict:
    """``words``: why it did not run, or what it looked at; ``details``: what was found, a line each."""

    outcome: Outcome
    words: str = ""
    details: tuple[str, ...] = field(default=())


def passed(words: str = "") -> Verdict:
    """Nothing was found, and it was looked for."""
    return Verdict(Outcome.PASSED, words)


def failed(words: str, *details: str) -> Verdict:
    """Something was found."""
    return Verdict(Outcome.FAILED, words, details)


def did_not_run(words: str) -> Verdict:
    """Nothing was looked for. ``words`` say what is missing."""
    return Verdict(Outcome.DID_NOT_RUN, words)
