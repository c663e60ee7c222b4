"""What changed since a text was last approved: by this reviewer, or by anybody."""

from typing import NamedTuple

from articles.models import ReviewDecision
from articles.review.comparing import ChangedPart, compare
from portal.models import User

MINE, ANYBODYS = "mine", "any"


class Since(NamedTuple):
    """An earlier approval, and what the text says otherwise now."""

    whose: str
    decision: ReviewDecision
    parts: list[ChangedPart]


def approvals_to_compare(page_id: int, user: User) -> dict[str, ReviewDecision]:
    """The latest approval by ``user`` and by anybody, if there are any. Two queries, without the texts."""
    approvals = ReviewDecision.objects.filter(page_id=page_id, outcome=ReviewDecision.Outcome.APPROVED)
    latest = approvals.defer("snapshot").order_by("-number")
    found = {MINE: latest.filter(reviewer_id=user.pk).first(), ANYBODYS: latest.first()}
    return {whose: decision for whose, decision in found.items() if decision}


def changes_since(approvals: dict[str, ReviewDecision], wanted: str, canonical_text: str) -> Since | None:
    """The comparison that is asked for, else with one's own approval, else with anybody's; ``None`` without any."""
    whose = wanted if wanted in approvals else next(iter(approvals), None)
    if whose is None:
        return None
    decision = approvals[whose]
    return Since(whose, decision, compare(decision.snapshot, canonical_text))
