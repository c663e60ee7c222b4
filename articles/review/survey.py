"""Where every article that needs a review stands, as staff see it: each with the day of its own community."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from articles.models import ArticlePage
from articles.models.article_queries import ArticleQuerySet
from articles.review.communities import Communities
from articles.review.current import Review, current_reviews

CHUNK = 200


def live_information() -> ArticleQuerySet:
    """Live articles that need a review. An alias is its source once more, and is left out."""
    return ArticlePage.objects.live().filter(kind=ArticlePage.Kind.INFORMATION, alias_of=None).order_by("pk")


def survey(articles: ArticleQuerySet) -> Iterator[tuple[ArticlePage, Review]]:
    """Each of ``articles`` with where it stands today. A fixed number of queries for every 200."""
    communities = Communities()
    rows = articles.iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        reviews = current_reviews(chunk)
        for page in chunk:
            yield page, replace(reviews[page.pk], today=communities.today_of(page))
