"""Retracted sources of drafts, which Wagtail's index does not know: a draft that cites one comes first in the queue."""

from collections.abc import Iterable

from articles.models import ArticlePage, Reference
from articles.review.blocks import body_content
from articles.review.errors import NotReviewableError


def retracted_in(drafts: Iterable[ArticlePage]) -> dict[int, list[Reference]]:
    """What each of ``drafts`` (texts in memory) cites and was retracted, by the id of the page. One query."""
    retracted = Reference.objects.filter(status=Reference.Status.RETRACTED).in_bulk()
    return {draft.pk: _cited(draft, retracted) for draft in drafts} if retracted else {}


def _cited(draft: ArticlePage, retracted: dict[int, Reference]) -> list[Reference]:
    try:
        keys = body_content(draft.body).keys
    except NotReviewableError:
        return []
    tied = {row.reference_id for row in draft.sources.all() if row.imported_number in keys}
    return [reference for pk, reference in retracted.items() if reference.key in keys or pk in tied]
