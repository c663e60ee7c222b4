"""An article as one request shows it: its text, and whether that very text is approved. Worked out together, once.

What the digest is made of is what is shown: the same references, pictures and authors, looked up once. A text that
is approved explains only those words of the glossary that were approved with it. Articles that it recommends learn in
the same queries whether they stand as reviewed: the ledger is one query more than the text alone, and those articles
cost two or one if they, and not this one, have pictures or numbers of an imported text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from articles.blocks.figure import load_figures
from articles.models import ArticlePage
from articles.models.article_queries import load_authors
from articles.recommended import chosen_in, latest_beside
from articles.rendering import RenderedBody, render_body
from articles.rendering.terms import terms_for
from articles.review.current import NEEDS_NONE, Review, current_review, current_reviews, needs_review
from articles.review.errors import NotReviewableError
from articles.review.explanations import approved_terms
from articles.review.listed import with_reviews
from articles.review.materials import Materials, contents_of, gathered, materials_of


@dataclass(frozen=True)
class Reading:
    """What a request shows of an article. ``related``: what to read next, unless the text names articles itself."""

    review: Review
    rendered: RenderedBody
    related: tuple[ArticlePage, ...]


def reading_of(page: ArticlePage, request: HttpRequest) -> Reading:
    """The article for this request, worked out once, whoever asks: the template, its metadata, its head."""
    # The page is kept beside its reading, so that its identity is not given to another object meanwhile.
    known: dict[int, tuple[ArticlePage, Reading]] = vars(request).setdefault("article_readings", {})
    if id(page) not in known:
        known[id(page)] = (page, _read(page, request))
    return known[id(page)][1]


def _read(page: ArticlePage, request: HttpRequest) -> Reading:
    is_preview = getattr(request, "is_preview", False)
    review_of = _in_memory if is_preview else _in_database
    review, materials, related = review_of(page)
    rendered = render_body(
        page,
        request=request,
        is_preview=is_preview,
        references=materials.references if materials else None,
        terms=approved_terms(terms_for(page), review.decision),
    )
    return Reading(review, rendered, tuple(related))


_Reviewed = tuple[Review, Materials | None, Sequence[ArticlePage]]


def _in_database(page: ArticlePage) -> _Reviewed:
    """A page as it was just read, together with the articles that it lists."""
    contents = contents_of([page])  # before its blocks are made: what was deleted meanwhile stands in the text alone
    related = latest_beside(page)
    listed = [*chosen_in(page), *related]
    pages = [page, *listed]
    contents = contents_of(other for other in listed if needs_review(other)) | contents
    load_authors(pages)
    materials = gathered(
        contents,
        pictures=load_figures([each.body for each in pages]),
        authors={each.pk: [person.pk for person in each.authors] for each in pages},
    )
    reviews = current_reviews(pages, materials)
    for other in listed:
        other.listed_review = reviews.get(other.pk)
    return reviews.get(page.pk, NEEDS_NONE), materials.get(page.pk), related


def _in_memory(page: ArticlePage) -> _Reviewed:
    """A page with changes that nobody saved: its own authors and sources count, not those in the database."""
    try:
        materials = materials_of(page)
    except NotReviewableError:
        materials = None
    review = current_review(page, materials)
    related = latest_beside(page)
    with_reviews([*chosen_in(page), *related])
    return review, materials, related
