"""Reviews of articles that stand in a list: each article of it gets ``listed_review``, for the line under its title.

The texts of all of them are needed for that, so lists load them at once and never defer them.
"""

from collections.abc import Iterable
from datetime import date

from articles.models import ArticlePage
from articles.review.current import current_reviews


def with_reviews(articles: Iterable[ArticlePage]) -> list[ArticlePage]:
    """``articles`` as they are in the database, each with its ``listed_review``. Five queries at most."""
    listed = list(articles)
    reviews = current_reviews(listed)
    for article in listed:
        article.listed_review = reviews.get(article.pk)
    return listed


def reviewed_on_by_page(ids: Iterable[int]) -> dict[int, date]:
    """The day of the review for those of the articles ``ids`` whose text stands as reviewed. Six queries at most."""
    reviews = current_reviews(ArticlePage.objects.filter(pk__in=list(ids)))
    return {pk: review.decision.reviewed_on for pk, review in reviews.items() if review.decision}
