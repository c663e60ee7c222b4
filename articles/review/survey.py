"""Where every article that needs a review stands, as staff see it: each with the day of its own community."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from django.utils import timezone
from wagtail.models import Page, Site

from articles.models import ArticlePage
from articles.models.article_queries import ArticleQuerySet
from articles.review.current import Review, current_reviews
from portal.models import CommunitySettings

CHUNK = 200


def live_information() -> ArticleQuerySet:
    """Live articles that need a review. An alias is its source once more, and is left out."""
    return ArticlePage.objects.live().filter(kind=ArticlePage.Kind.INFORMATION, alias_of=None).order_by("pk")


def survey(articles: ArticleQuerySet) -> Iterator[tuple[ArticlePage, Review]]:
    """Each of ``articles`` with where it stands today. A fixed number of queries for every 200."""
    days = _days()
    rows = articles.iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        reviews = current_reviews(chunk)
        for page in chunk:
            yield page, replace(reviews[page.pk], today=_day_of(page, days))


def _days() -> list[tuple[str, date]]:
    """The path of each community's home page and today's date there, the deepest home first. Two queries."""
    zones = {row.site_id: row.zone for row in CommunitySettings.objects.all()}
    default = CommunitySettings().zone
    sites = Site.objects.select_related("root_page").order_by("-root_page__depth")
    return [(site.root_page.path, timezone.localdate(timezone=zones.get(site.pk, default))) for site in sites]


def _day_of(page: Page, days: list[tuple[str, date]]) -> date | None:
    return next((day for path, day in days if page.path.startswith(path)), None)
