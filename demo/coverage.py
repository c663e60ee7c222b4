"""How much of each community was current on each day of its last year, as the ledger tells it."""

from collections.abc import Iterator
from datetime import date, timedelta

from wagtail.models import Site

from articles.models import ArticlePage, CoverageDay, ReviewDecision
from articles.review.calendar import today_for
from articles.review.current import current_reviews
from articles.review.status import Standing, review_status

YEAR = timedelta(days=365)
DAY = timedelta(days=1)
Outcome = ReviewDecision.Outcome
COLUMNS = {
    Standing.CURRENT: "current",
    Standing.DUE_SOON: "due_soon",
    Standing.OVERDUE: "overdue",
    Standing.CHANGED: "changed",
    Standing.WITHDRAWN: "changed",
    Standing.NEVER: "unreviewed",
}


class Course:
    """The course of one article: since when readers have it, what was decided, and when its sources were corrected."""

    def __init__(self, page: ArticlePage, *, corrected_on: date | None):
        self.since = page.first_published_at.date()
        decisions = ReviewDecision.objects.filter(page_id=page.pk, outcome__in=(Outcome.APPROVED, Outcome.WITHDRAWN))
        self.decisions = list(decisions.order_by("number").defer("snapshot"))
        self.corrected_on = corrected_on

    def standing(self, day: date) -> Standing:
        """Where the article stood at the end of ``day``."""
        latest = next((made for made in reversed(self.decisions) if made.reviewed_on <= day), None)
        if latest is None:
            return Standing.NEVER
        if latest.outcome == Outcome.WITHDRAWN:
            return Standing.WITHDRAWN
        if self.corrected_on and self.corrected_on <= day:
            return Standing.CHANGED
        return review_status(due_on=latest.due_on, today=day)


def add_coverage(site: Site, *, corrected_on: date) -> None:
    """Adds a count for each day of the year up to yesterday on which ``site`` had something to count."""
    pages = list(ArticlePage.objects.live().descendant_of(site.root_page).filter(kind=ArticlePage.Kind.INFORMATION))
    reviews = current_reviews(pages)
    courses = [
        Course(page, corrected_on=corrected_on if reviews[page.pk].standing == Standing.CHANGED else None)
        for page in pages
    ]
    CoverageDay.objects.bulk_create(_days(site, courses, today=today_for(site.root_page)))


def _days(site: Site, courses: list[Course], *, today: date) -> Iterator[CoverageDay]:
    day = max(today - YEAR, min(course.since for course in courses))
    while day < today:
        counts = dict.fromkeys(COLUMNS.values(), 0)
        for course in courses:
            if course.since <= day:
                counts[COLUMNS[course.standing(day)]] += 1
        yield CoverageDay(site=site, day=day, **counts)
        day += DAY
