"""Settling what readers reported, comment by comment: they were right, and it goes by a rule; or it stays.

The reports settled are those that whoever decides had before them. Who reported is shown to nobody; how often they were
right weighs their next report.
"""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from wagtail.log_actions import log

from comments.models import Comment, Decision, Report
from comments.models.comment import QUEUED, State
from comments.rules.deciding import (
    ConflictError,
    NotAllowedError,
    Seen,
    decide,
    demand_other_person,
    held,
    newest_decision,
)
from comments.rules.rights import MODERATE, demand
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
    else:
        action = Action.REMOVE if comment.state == State.PUBLISHED else Action.REJECT
        decision = decide(comment.pk, action, by=by, seen=seen, rule_code=rule_code, to_author=to_author)
    _settle(comment, open_ones, Outcome.UPHELD, by, decision)
    return decision


@transaction.atomic
def refuse(comment_id: int, *, by: User, seen: Seen, reports: Collection[int]) -> None:
    """The comment stays where it is. Raises ``ConflictError`` and ``NotAllowedError``."""
    comment = _held_as_seen(comment_id, by, seen)
    _settle(comment, _demand_open(comment, reports), Outcome.REFUSED, by, None)


def may_be_judged(comment: Comment) -> bool:
    """Whether a report can lead to a decision, or the comment is gone and only the reports are left to settle."""
    return comment.state in (*QUEUED, State.PUBLISHED, State.CHANGES)


def weights_of(reporters: Iterable[str]) -> dict[str, float]:
    """How much a report of each counts, from 0 to 1: one half for somebody new, more the oftener they were right.

    (right + 1) / (settled + 2), the rule of succession. One query.
    """
    wanted = set(reporters)
    settled = Report.objects.filter(reporter__in=wanted).exclude(outcome=Outcome.OPEN).values("reporter")
    counted = settled.annotate(right=Count("pk", filter=Q(outcome=Outcome.UPHELD)), all=Count("pk"))
    known = {row["reporter"]: (row["right"] + 1) / (row["all"] + 2) for row in counted.order_by()}
    return {reporter: known.get(reporter, 0.5) for reporter in wanted}


def _held_as_seen(comment_id: int, by: User, seen: Seen) -> Comment:
    demand(by, MODERATE)
    comment = held(comment_id)
    if (comment.state, comment.revision) != (seen.state, seen.revision):
        raise ConflictError(comment, newest_decision(comment.pk))
    demand_other_person(comment, by)
    return comment


def _demand_open(comment: Comment, reports: Collection[int]) -> list[int]:
    """Those of the reports that are open and about the comment. Raises ``NotAllowedError`` if none is."""
    found = Report.objects.filter(comment=comment, pk__in=reports, outcome=Outcome.OPEN)
    numbers = list(found.values_list("pk", flat=True))
    if not numbers:
        raise NotAllowedError("settled")
    return numbers


def _settle(comment: Comment, reports: list[int], outcome: Report.Outcome, by: User, decision: Decision | None) -> None:
    """Settles those that the decision has not settled by itself."""
    number = decision.number if decision else None
    Report.objects.filter(pk__in=reports, outcome=Outcome.OPEN).update(
        outcome=outcome, settled_at=timezone.now(), decision_number=number
    )
    log(instance=comment, action=SETTLED, user=by, data={"outcome": str(outcome), "reports": len(reports)})
