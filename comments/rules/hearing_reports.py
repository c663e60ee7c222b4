"""Settling what readers reported, comment by comment: they were right, and it goes by a rule; or it stays.

The reports that are refused are those that whoever decides had before them; one that came in meanwhile stays open, and
what it weighs brings the comment forward. Who reported is shown to nobody.
"""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from comments.models import Comment, Decision, Report
from comments.models.comment import QUEUED, State
from comments.rules.deciding import (
    NotAllowedError,
    Seen,
    decide,
    demand_decidable,
    held,
    newest_decision,
)
from comments.rules.reporting import bring_forward
from comments.rules.rights import MODERATE, demand
from comments.rules.settling import settle
from portal.models import User

Action, Outcome = Decision.Action, Report.Outcome
SETTLED = "comments.reports_settled"  # in Wagtail's log
GONE = (State.REJECTED, State.REMOVED, State.SPAM, State.WITHDRAWN)


@transaction.atomic
def uphold(
    comment_id: int, *, by: User, seen: Seen, reports: Collection[int], rule_code: str = "", to_author: str = ""
) -> Decision | None:
    """The reports are right: the comment is taken down or rejected by a rule, if it is not gone already.

    Raises ``ConflictError`` and ``NotAllowedError`` as ``deciding.decide``.
    """
    comment = _held_as_seen(comment_id, by, seen)
    open_ones = _demand_open(comment, reports)
    if comment.state in GONE:
        decision = newest_decision(comment.pk)
        _settle(comment, open_ones, Outcome.UPHELD, decision)
    else:
        action = Action.REMOVE if comment.state == State.PUBLISHED else Action.REJECT
        decision = decide(comment.pk, action, by=by, seen=seen, rule_code=rule_code, to_author=to_author)
    _note(comment, open_ones, Outcome.UPHELD, by)
    return decision


@transaction.atomic
def refuse(comment_id: int, *, by: User, seen: Seen, reports: Collection[int]) -> Decision | None:
    """The comment stays where it is: a published one is kept, by a decision. One that waits is decided on later.

    Raises ``ConflictError`` and ``NotAllowedError`` as ``deciding.decide``.
    """
    comment = _held_as_seen(comment_id, by, seen)
    open_ones = _demand_open(comment, reports)
    decision = None
    if comment.state == State.PUBLISHED:
        decision = decide(comment.pk, Action.KEEP, by=by, seen=seen, reports=open_ones)
    else:
        _settle(comment, open_ones, Outcome.REFUSED, None)
    bring_forward(comment.pk)
    _note(comment, open_ones, Outcome.REFUSED, by)
    return decision


def may_be_judged(comment: Comment) -> bool:
    """Whether a report can lead to a decision, or the comment is gone and only the reports are left to settle."""
    return comment.state in (*QUEUED, State.PUBLISHED, State.CHANGES)


def _held_as_seen(comment_id: int, by: User, seen: Seen) -> Comment:
    demand(by, MODERATE)
    comment = held(comment_id)
    demand_decidable(comment, by, seen)
    return comment


def _demand_open(comment: Comment, reports: Collection[int]) -> list[int]:
    """Those of the reports that are open and about the comment. Raises ``NotAllowedError`` if none is."""
    found = Report.objects.filter(comment=comment, pk__in=reports, outcome=Outcome.OPEN)
    numbers = list(found.values_list("pk", flat=True))
    if not numbers:
        raise NotAllowedError("settled")
    return numbers


def _settle(comment: Comment, reports: list[int], outcome: Report.Outcome, decision: Decision | None) -> None:
    number = decision.number if decision else None
    settle(comment.pk, outcome, at=timezone.now(), number=number, only=reports)


def _note(comment: Comment, reports: list[int], outcome: Report.Outcome, by: User) -> None:
    log(instance=comment, action=SETTLED, user=by, data={"outcome": str(outcome), "reports": len(reports)})
