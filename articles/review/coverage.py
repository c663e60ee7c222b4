"""How much of a community is current: a count for every day, kept, and read again as a picture over time."""

from collections import Counter
from collections.abc import Iterator

from django.utils import timezone
from wagtail.models import Site

from articles.models import CoverageDay
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


def counts_of(site: Site) -> dict[str, int]:
    """How many articles of ``site`` stand in which state today, by the columns of ``CoverageDay``."""
    counts: Counter[str] = Counter(dict.fromkeys(COLUMNS.values(), 0))
    for _page, review in survey(live_information().descendant_of(site.root_page)):
        counts[COLUMNS[review.standing]] += 1
    return dict(counts)


def record_coverage() -> Iterator[CoverageDay]:
    """Counts every community. Once more on the same day replaces the count of that day."""
    for site in Site.objects.select_related("root_page"):
        day = timezone.localdate(timezone=CommunitySettings.for_site(site).zone)
        row, _made = CoverageDay.objects.update_or_create(site=site, day=day, defaults=counts_of(site))
        yield row
