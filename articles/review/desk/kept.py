"""The lists of the desk in a large portal: counted and sorted by what is kept of each article (``review.standings``),
and looked at once more for those that are shown.
"""

from datetime import date

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.utils import timezone

from articles.library.freshness import articles_citing_fallen
from articles.models import ArticlePage, Reference, ReviewStanding
from articles.review.desk.access import seen_by
from articles.review.eligibility import may_review
from articles.review.status import DUE_SOON
from portal.models import User

Found = ReviewStanding.Found
BY_DUE_DAY = (F("due_on").asc(nulls_last=True), "page")
BY_LOSS = (
    Case(When(found=Found.WITHDRAWN, then=Value(0)), When(found=Found.CHANGED, then=Value(1)), default=Value(2)),
    F("last_on").asc(nulls_first=True),
    "page",
)


class KeptLists:
    """What is kept, as one person may see it."""

    def __init__(self, user: User) -> None:
        self.rows = ReviewStanding.objects.all()
        if not may_review(user):
            self.rows = self.rows.filter(page__in=seen_by(user, ArticlePage.objects.all()).order_by().values("pk"))
        cited = articles_citing_fallen(Reference.objects.filter(status=Reference.Status.RETRACTED))
        self.retracted = sorted(cited)

    def of(self, name: str) -> QuerySet[ReviewStanding]:
        """The rows of a list by its name, in its order: what cites a retracted source first."""
        rows = self.rows.filter(self._condition(name, timezone.localdate()))
        order = BY_LOSS if name == "changed" else BY_DUE_DAY
        first = Case(When(page__in=self.retracted, then=Value(0)), default=Value(1))
        return rows.order_by(*([first] if self.retracted else []), *order)

    def count(self, name: str) -> int:
        """How many rows a list has."""
        return self.of(name).order_by().count()

    def _condition(self, name: str, today: date) -> Q:
        return {
            "overdue": Q(found=Found.APPROVED, due_on__lt=today),
            "due-soon": Q(found=Found.APPROVED, due_on__gte=today, due_on__lte=today + DUE_SOON),
            "changed": Q(found__in=(Found.CHANGED, Found.WITHDRAWN, Found.NEVER)),
            "retracted": Q(page__in=self.retracted),
        }[name]
