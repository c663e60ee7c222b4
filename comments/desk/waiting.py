"""How much waits for moderators beside the queue. The menu says it on every screen of the admin: it is one query."""

from dataclasses import dataclass

from django.db.models import F, Func, IntegerField, QuerySet, Subquery

from comments.models import Appeal, CrisisCase, Report
from comments.rules.appealing import APPEALABLE
from portal.models import User


@dataclass(frozen=True)
class Waiting:
    """Cases of people in danger that are open, comments with open reports, appeals that can be heard."""

    cases: int
    reports: int
    appeals: int


class _CountOf(Func):
    """How many different values a column of a subquery has, without grouping."""

    function = "COUNT"
    template = "%(function)s(DISTINCT %(expressions)s)"
    output_field = IntegerField()


def waiting(request) -> Waiting:
    """The same for a whole request. One query."""
    known = vars(request).get("waiting_for_moderators")
    if known is None:
        known = request.waiting_for_moderators = _counted(request.user)
    return known


def _counted(user: User) -> Waiting:
    appeals = Appeal.objects.filter(outcome=Appeal.Outcome.OPEN, comment__state__in=APPEALABLE)
    found = User.objects.filter(pk=user.pk).values_list(  # one row, beside which the others are asked
        _number(CrisisCase.objects.filter(signed_off_at=None), "pk"),
        _number(Report.objects.filter(outcome=Report.Outcome.OPEN), "comment"),
        _number(appeals, "pk"),
    )
    return Waiting(*found.get())


def _number(found: QuerySet, column: str) -> Subquery:
    return Subquery(found.order_by().annotate(number=_CountOf(F(column))).values("number"))
