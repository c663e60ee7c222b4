"""Anybody may say that a comment breaks the rules. Nobody is asked who they are, and its author never learns who did.

A report takes nothing away: the comment stays until a moderator has decided. What it does is to bring the comment
forward. How far, depends on the reporters: each weighs twice the share of their settled reports that were right, as if
one right and one wrong had been settled before; so somebody new weighs 1, and somebody who is always wrong next to
nothing. Reports that together weigh ``HEAVY`` bring a comment right behind those in which somebody may be in danger.
“Somebody may be in danger” opens a case at once, whoever says so (DESIGN.md, M7).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, Q

from comments.models import Comment, Commenter, Report
from comments.rules.cases import case_of, open_case
from comments.rules.entering import AS_USUAL, FIRST, SOON
from comments.rules.holding import held_person
from consent.keys.indexes import index
from consent.keys.ring import Use
from consent.rules.limits import Limit, take

HEAVY = 3.0  # three reporters of whom nothing is known
NEXT = 1  # the priority behind FIRST
LIMIT = Limit("conversation-report", 10, timedelta(hours=1))
Category, Outcome = Report.Category, Report.Outcome


class ReportRefusedError(Exception):
    """Nothing is kept. The words say why, by a code: ``gone``, ``often``."""


@dataclass(frozen=True)
class Reporter:
    """Who reports: somebody whose browser is known, or a network. ``key`` names neither."""

    network: str
    commenter: Commenter | None = None

    @property
    def key(self) -> str:
        """The same for the same reporter, as long as the key of the installation is."""
        who = f"commenter|{self.commenter.pk}" if self.commenter else f"network|{self.network}"
        return index(Use.LIMITS, f"conversation-report|{who}")


@transaction.atomic
def report(comment_id: int, *, category: str, words: str, reporter: Reporter) -> Report:
    """Keeps a report with the words that the comment has now. The same reporter's second one on them finds the first.

    Raises ``ReportRefusedError``.
    """
    commenter = held_person(reporter.commenter) if reporter.commenter else None
    published = Comment.objects.published().select_for_update(of=("self",), no_key=True)
    comment = published.select_related("conversation", "crisis").filter(pk=comment_id).first()
    if comment is None:
        raise ReportRefusedError("gone")
    where = {"comment": comment, "revision": comment.revision, "reporter": reporter.key}
    if known := Report.objects.filter(**where).first():
        return known
    if not take(LIMIT, reporter.network):
        raise ReportRefusedError("often")
    snapshot = comment.comment
    made = Report.objects.create(**where, category=category, words=words, snapshot=snapshot, commenter=commenter)
    if category == Category.DANGER and case_of(comment) is None:
        open_case(comment)
    bring_forward(comment.pk)
    return made


def weight_of(reporter: str) -> float:
    """How much a report by a keyed reporter weighs: from 0 to 2, 1 for somebody new. One query."""
    return weights_of([reporter])[reporter]


def weights_of(reporters: Iterable[str]) -> dict[str, float]:
    """The same for many. One query."""
    wanted = set(reporters)
    settled = Report.objects.filter(reporter__in=wanted).order_by().values("reporter")
    counted = settled.annotate(
        right=Count("pk", filter=Q(outcome=Outcome.UPHELD)), wrong=Count("pk", filter=Q(outcome=Outcome.REFUSED))
    )
    known = {row["reporter"]: 2 * (row["right"] + 1) / (row["right"] + row["wrong"] + 2) for row in counted}
    return {reporter: known.get(reporter, 1.0) for reporter in wanted}


def bring_forward(comment_id: int) -> None:
    """Sets the priority of a published comment by its open reports. To be called when one comes in or is settled.

    A comment that is in the queue keeps the priority that screening gave it, unless reports bring it further.
    """
    reports = list(Report.objects.filter(comment=comment_id, outcome=Outcome.OPEN).values_list("reporter", "category"))
    priority = _priority(sum(weights_of(each for each, _category in reports).values()), bool(reports))
    if Category.DANGER in {category for _reporter, category in reports}:
        priority = FIRST
    comment = Comment.objects.filter(pk=comment_id)
    comment.published().update(priority=priority)
    comment.exclude(state=Comment.State.PUBLISHED).filter(priority__gt=priority).update(priority=priority)


def _priority(weight: float, is_reported: bool) -> int:
    if weight >= HEAVY:
        return NEXT
    return SOON if is_reported else AS_USUAL
