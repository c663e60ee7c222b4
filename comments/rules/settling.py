"""What a decision says about the open reports of a comment: taking it down, or passages out of it, shows that they were
right, leaving it as it is that they were not. Escalating says nothing yet, and steps of its author say nothing at all.

Reports are settled with the decision and opened again with its undoing; after passages were taken out, once that stands
for good. A comment whose reports are all settled keeps
its priority: it stands in no lane, and the next report sets it anew.
"""

from collections.abc import Collection
from datetime import datetime

from comments.models import Decision, Report

Action, Outcome = Decision.Action, Report.Outcome
SETTLES = {
    Action.KEEP: Outcome.REFUSED,
    Action.APPROVE: Outcome.REFUSED,
    Action.RESTORE: Outcome.REFUSED,
    Action.REMOVE: Outcome.UPHELD,
    Action.REJECT: Outcome.UPHELD,
    Action.SPAM: Outcome.UPHELD,
    Action.ASK: Outcome.UPHELD,
    Action.REDACT: Outcome.UPHELD,
}


def settle_reports(decision: Decision, only: Collection[int] | None = None) -> None:
    """Settles what is open, if the decision says anything about it: all, or ``only`` some. One query at most."""
    outcome = SETTLES.get(Action(decision.action))
    if outcome is not None:
        settle(decision.comment_id, outcome, at=decision.recorded_at, number=decision.number, only=only)


def settle(
    comment_id: int, outcome: str, *, at: datetime, number: int | None, only: Collection[int] | None = None
) -> None:
    """Gives open reports of a comment their outcome, by the decision with ``number`` if there is one. One query."""
    found = Report.objects.filter(comment=comment_id, outcome=Outcome.OPEN, made_at__lte=at)
    if only is not None:
        found = found.filter(pk__in=only)
    found.update(outcome=outcome, settled_at=at, decision_number=number)


def reopen_reports(undone: Decision) -> None:
    """Opens again what a decision settled that is taken back. One query at most."""
    if Action(undone.action) in SETTLES:
        Report.objects.filter(comment=undone.comment_id, decision_number=undone.number).update(
            outcome=Outcome.OPEN, settled_at=None, decision_number=None
        )
