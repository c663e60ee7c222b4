"""How often detectors are right. Whoever decides is not asked: what they decide says it.

A finding was right if the decision on that wording cited a rule, took passages out, marked the comment as spam or took
it down; it was wrong if the wording was approved as it was; it is open while nobody has decided, and stays open where
the author changed or withdrew the words before that. The first decision that stands counts.
"""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import Count, OuterRef, Q, Subquery

from comments.knowing.counts import percent
from comments.knowing.spans import Span
from comments.models import Decision, Finding
from comments.rules.steps import CITES_RULE

Action = Decision.Action
RIGHT = (*CITES_RULE, Action.REDACT, Action.SPAM)
WRONG = (Action.APPROVE,)


class Precision(NamedTuple):
    """The findings of one version of a detector."""

    detector: str
    version: int
    right: int
    wrong: int
    open: int

    @property
    def share(self) -> int | None:
        """Percent of the judged findings that were right. None where none was judged."""
        return percent(self.right, self.right + self.wrong)


def precision(span: Span) -> list[Precision]:
    """A row for each version of each detector that found something in the span, by name. One query."""
    undone = Decision.objects.filter(comment_id=OuterRef("comment_id"), action=Action.UNDO)
    same_words = Q(revision=OuterRef("revision")) & ~Q(action=Action.REDACT)
    redacted = Q(action=Action.REDACT, revision__gte=OuterRef("revision"), revision__lte=OuterRef("revision") + 1)
    judged = (
        Decision.objects.filter(same_words | redacted, comment_id=OuterRef("comment_id"), action__in=(*RIGHT, *WRONG))
        .exclude(number__in=undone.filter(undoes__isnull=False).order_by().values("undoes"))
        .order_by("number")
    )
    found = Finding.objects.filter(
        comment__conversation__site__in=span.sites, found_at__gte=span.begins, found_at__lt=span.ends
    ).exclude(category=Finding.Category.FAILURE)
    rows = (
        found.annotate(judgement=Subquery(judged.values("action")[:1]))
        .order_by()
        .values_list("detector", "version", "judgement")
        .annotate(number=Count("pk"))
    )
    counted: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0, 0])
    for detector, version, judgement, number in rows:
        counted[detector, version][0 if judgement in RIGHT else 1 if judgement in WRONG else 2] += number
    return [Precision(*key, *counted[key]) for key in sorted(counted)]
