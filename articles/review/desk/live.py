"""Where the live articles stand with their reviews, for the lists of the desk. Nothing of a text is kept once its
standing is known.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from articles.library.freshness import articles_citing_fallen
from articles.models import Reference, ReviewDecision
from articles.review.communities import Communities
from articles.review.current import Review
from articles.review.desk.access import seen_by
from articles.review.status import Standing
from articles.review.survey import live_information, survey
from portal.models import User

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
    def last_approval(self) -> ReviewDecision | None:
        """The approval of this text or, where it has none, of the latest text that had one."""
        return self.review.decision or self.review.before


def live_articles(user: User, ids: Collection[int] | None = None) -> list[LiveArticle]:
    """Every live article that the desk shows to ``user``, or those of them that have one of these ids."""
    communities = Communities()
    articles = live_information() if ids is None else live_information().filter(pk__in=ids)
    retracted = articles_citing_fallen(Reference.objects.filter(status=Reference.Status.RETRACTED))
    return [
        LiveArticle(
            pk=page.pk,
            title=page.get_admin_display_title(),
            community=communities.name_of(page),
            review=review,
            retracted=tuple(retracted.get(page.pk, ())),
        )
        for page, review in survey(seen_by(user, articles).only(*NEEDED))
    ]


def standings_of(articles: Iterable[int]) -> dict[int, Standing]:
    """Where those of the articles with these ids that are live and need a review stand."""
    found = live_information().filter(pk__in=list(articles)).only(*NEEDED)
    return {page.pk: review.standing for page, review in survey(found)}
