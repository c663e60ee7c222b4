"""Where the live articles stand with their reviews, for the lists of the desk.

The standing follows from the text itself, so that every article's text is read: in chunks, with a fixed number of
queries for each, and nothing of a text is kept once its standing is known.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from articles.models import ArticlePage, Reference
from articles.review.current import Review, current_reviews
from articles.review.desk.access import articles_for
from articles.review.desk.communities import Communities
from articles.review.desk.retracted import RetractedSources
from articles.review.status import Standing
from portal.models import User

CHUNK = 100
# What the standing depends on, and what a list shows.
NEEDED = (
    "path", "title", "draft_title", "kind", "summary", "body", "seo_title", "search_description", "alias_of",
)  # fmt: skip
WITHHELD = (Standing.WITHDRAWN, Standing.CHANGED, Standing.NEVER)  # in the order in which they matter


@dataclass(frozen=True)
class LiveArticle:
    """A live article, where it stands today in its community, and the retracted sources that it cites."""

    pk: int
    title: str
    community: str
    review: Review
    retracted: tuple[Reference, ...]

    @property
    def standing(self) -> Standing:
        """Where its review stands."""
        return self.review.standing

    @property
    def due_on(self) -> date | None:
        """The last day on which the review is good."""
        return self.review.decision.due_on if self.review.decision else None

    @property
    def last_approval(self):
        """The approval of this text or, where it has none, of the latest text that had one."""
        return self.review.decision or self.review.before


def live_articles(user: User) -> list[LiveArticle]:
    """Every live article that the desk shows to ``user``."""
    return list(_read(articles_for(user).filter(live=True)))


def standings_of(articles: Iterable[int]) -> dict[int, Review]:
    """Where the articles with these ids stand today in their communities, as they are in the database."""
    found = _read(ArticlePage.objects.filter(pk__in=list(articles)))
    return {article.pk: article.review for article in found}


def _read(articles) -> Iterator[LiveArticle]:
    ids = iter(articles.order_by("pk").values_list("pk", flat=True))
    communities, retracted = Communities(), RetractedSources()
    while chunk := list(islice(ids, CHUNK)):
        pages = list(ArticlePage.objects.filter(pk__in=chunk).only(*NEEDED).order_by("pk"))
        reviews = current_reviews(pages)
        for page in pages:
            if page.pk in reviews:
                yield LiveArticle(
                    pk=page.pk,
                    title=page.get_admin_display_title(),
                    community=communities.name_of(page),
                    review=replace(reviews[page.pk], today=communities.today_of(page)),
                    retracted=tuple(retracted.cited_by(page)),
                )
