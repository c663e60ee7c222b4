"""Retracted sources: an article that cites one comes first in every list of the desk."""

from collections.abc import Iterable

from articles.models import ArticlePage, ArticleSource, Reference
from articles.review.blocks import body_content
from articles.review.errors import NotReviewableError


class RetractedSources:
    """The retracted entries of the library, and who cites them. Two queries at most, however many pages are asked."""

    def __init__(self) -> None:
        self._by_pk = Reference.objects.filter(status=Reference.Status.RETRACTED).in_bulk()
        self._by_key = {reference.key: reference for reference in self._by_pk.values()}
        self._rows: dict[int, list[tuple[str, int]]] = {}
        rows = ArticleSource.objects.filter(reference__in=self._by_pk).exclude(imported_number="")
        for article, *row in rows.values_list("article_id", "imported_number", "reference_id") if self._by_pk else ():
            self._rows.setdefault(article, []).append((row[0], row[1]))

    def cited_by(self, page: ArticlePage) -> list[Reference]:
        """Those that the stored text of ``page`` cites."""
        return self._cited(page, self._rows.get(page.pk, ()))

    def cited_by_draft(self, page: ArticlePage) -> list[Reference]:
        """Those that a draft in memory cites, by its own sources."""
        rows = [(row.imported_number, row.reference_id) for row in page.sources.all()] if self._by_pk else ()
        return self._cited(page, rows)

    def _cited(self, page: ArticlePage, rows: Iterable[tuple[str, int]]) -> list[Reference]:
        if not self._by_pk:
            return []
        try:
            keys = body_content(page.body).keys
        except NotReviewableError:
            return []
        found = {self._by_key[key].pk for key in keys if key in self._by_key}
        found |= {pk for number, pk in rows if number in keys and pk in self._by_pk}
        return [self._by_pk[pk] for pk in sorted(found)]
