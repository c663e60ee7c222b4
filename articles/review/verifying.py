"""Proves from a ``review.json`` alone, without database and network, whether its text is the approved one.

Needs nothing but the standard library. docs/verifying-reviews.md has the same in twenty lines for anybody to run.
"""

import hashlib
from typing import Any, NamedTuple

SCHEME = "v1"
APPROVED = "approved"


class NoReviewFileError(Exception):
    """A file that is not the ``review.json`` of an article, with the reason."""


class Verdict(NamedTuple):
    """Whether the text is approved, and what there is to say, in sentences."""

    is_approved: bool
    sentences: tuple[str, ...]


class _Decision(NamedTuple):
    number: int
    digest: str
    outcome: str
    reviewer: str
    reviewed_on: str
    due_on: str | None


def verdict_on(record: Any) -> Verdict:
    """Looks at what a ``review.json`` holds. Raises ``NoReviewFileError``."""
    scheme, text, stated, decisions = _parts(record)
    digest = f"{scheme}:{hashlib.sha256(text.encode()).hexdigest()}"
    if digest != stated:
        return Verdict(False, (f"The text was changed: its digest is {digest}, and the file says {stated}.",))
    about = [decision for decision in decisions if decision.digest == digest]
    if not about:
        return Verdict(False, ("Nobody decided on this exact text.",))
    latest = max(about, key=lambda decision: decision.number)
    who = f"{latest.reviewer} on {latest.reviewed_on} (entry {latest.number} of the ledger)"
    if latest.outcome != APPROVED:
        return Verdict(False, (f"The latest decision on this exact text is “{latest.outcome}”, by {who}.",))
    due = (f"The next review is due on {latest.due_on}.",) if latest.due_on else ()
    return Verdict(True, (f"This is, word for word, the text that was approved by {who}.", *due))


def _parts(record: Any) -> tuple[str, str, str, list[_Decision]]:
    """Scheme, canonical text, digest and decisions of a file."""
    try:
        scheme, text, digest = (record[name] for name in ("scheme", "canonical_text", "digest"))
        decisions = [_decision(each) for each in record["decisions"]]
    except (KeyError, TypeError, ValueError) as error:
        raise NoReviewFileError("This is not the review.json of an article: something is missing in it.") from error
    if scheme != SCHEME or not isinstance(text, str):
        raise NoReviewFileError(f"Only files of the scheme {SCHEME} are known here. This one is of {scheme}.")
    return scheme, text, digest, decisions


def _decision(row: Any) -> _Decision:
    number, reviewer = int(row["entry"]["number"]), row["reviewer"]["name"]
    return _Decision(number, row["digest"], row["outcome"], reviewer, row["reviewed_on"], row["due_on"])
