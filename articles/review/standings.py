"""Where all articles stand, kept row by row: what the desk counts and sorts in a portal with more articles than can be
looked at while somebody waits. The job *standings* writes the rows: of new articles first, then of those that went
live, were decided on or cite a source that changed, then of those that were looked at longest ago. What a list shows is
looked at once more when it is shown.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.utils import timezone

from articles.models import ArticlePage, ReviewStanding
from articles.models.article_queries import ArticleQuerySet
from articles.review.current import Review
from articles.review.status import Standing
from articles.review.survey import live_information, survey

AT_ONCE = 2_000  # articles in one run of the job
MOST_LOOKED_AT = 2_000
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
Found = ReviewStanding.Found
_FOUND = {Standing.CHANGED: Found.CHANGED, Standing.WITHDRAWN: Found.WITHDRAWN, Standing.NEVER: Found.NEVER}


def keep_standings(articles: ArticleQuerySet) -> int:
    """Looks at ``articles`` and keeps what was found. Returns how many there were."""
    now = timezone.now()
    rows = [_row(page.pk, review, now) for page, review in survey(articles)]
    ReviewStanding.objects.bulk_create(
        rows,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["found", "due_on", "last_on", "looked_at"],
    )
    return len(rows)


def look_soon(ids: Iterable[int]) -> None:
    """The next run of the job looks at the articles with these ids first."""
    ReviewStanding.objects.filter(page__in=set(ids)).update(looked_at=LONG_AGO)


def look_again() -> int:
    """One run of the job: articles that nobody looked at yet, then those looked at longest ago."""
    gone = ReviewStanding.objects.exclude(page__in=live_information().order_by().values("pk"))
    gone.delete()
    known = ReviewStanding.objects.order_by("looked_at").values_list("pk", flat=True)
    new = live_information().exclude(pk__in=ReviewStanding.objects.values("pk")).values_list("pk", flat=True)
    ids = list(new[:AT_ONCE])
    ids += list(known[: AT_ONCE - len(ids)])
    return keep_standings(live_information().filter(pk__in=ids))


def is_large() -> bool:
    """Whether the portal has more articles than the desk looks at while somebody waits."""
    return len(ArticlePage.objects.live().order_by().values_list("pk")[: MOST_LOOKED_AT + 1]) > MOST_LOOKED_AT


def _row(page: int, review: Review, now: datetime) -> ReviewStanding:
    last = review.decision or review.before
    found = Found.APPROVED if review.decision else _FOUND[review.standing]
    return ReviewStanding(
        page_id=page,
        found=found,
        due_on=review.decision.due_on if review.decision else None,
        last_on=last.reviewed_on if last else None,
        looked_at=now,
    )
