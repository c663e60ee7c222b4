"""How much of a community is current: a count for every day, kept, and read again as a picture over time."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from django.utils import timezone
from wagtail.models import Site

from articles.models import CoverageDay
from articles.review.calendar import homes, site_of
from articles.review.status import Standing
from articles.review.survey import live_information, survey
from portal.models import CommunitySettings

COLUMNS = {
    Standing.CURRENT: "current",
    Standing.DUE_SOON: "due_soon",
    Standing.OVERDUE: "overdue",
    Standing.CHANGED: "changed",
    Standing.WITHDRAWN: "changed",
    Standing.NEVER: "unreviewed",
}


def counts_by_site() -> dict[int, dict[str, int]]:
    """How many articles of each site, its translations included, stand in which state today, by the columns of
    ``CoverageDay``.
    """
    counts: dict[int, Counter[str]] = defaultdict(lambda: Counter(dict.fromkeys(COLUMNS.values(), 0)))
    communities = homes()
    for page, review in survey(live_information()):
        if site := site_of(page, communities):
            counts[site.pk][COLUMNS[review.standing]] += 1
    return {site.pk: dict(counts[site.pk]) for site in Site.objects.all()}


def record_coverage() -> Iterator[CoverageDay]:
    """Counts every community. Once more on the same day replaces the count of that day."""
    counts = counts_by_site()
    for site in Site.objects.filter(pk__in=counts).select_related("root_page"):
        day = timezone.localdate(timezone=CommunitySettings.for_site(site).zone)
        row, _made = CoverageDay.objects.update_or_create(site=site, day=day, defaults=counts[site.pk])
        yield row
