"""Editorial notes on a text: the comments of the editor that nobody has resolved, with where they stand."""

from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Comment

from articles.models import ArticlePage


class EditorialNote(NamedTuple):
    """An open comment, and the part of the text that it is about."""

    comment: Comment
    place: str


def open_notes(page: ArticlePage) -> list[EditorialNote]:
    """The open comments on ``page``, the oldest first. Three queries."""
    comments = Comment.objects.filter(page_id=page.pk, resolved_at=None).select_related("user")
    ordered = comments.prefetch_related("replies__user").order_by("created_at")
    return [EditorialNote(comment, _place(page, comment.contentpath)) for comment in ordered]


def _place(page: ArticlePage, path: str) -> str:
    """A comment's ``body.<id of a block>`` in words."""
    field, _dot, rest = path.partition(".")
    if field == "body":
        wanted = rest.partition(".")[0]
        for position, child in enumerate(page.body, start=1):
            if child.id == wanted:
                return _("Block %(position)d, %(label)s") % {"position": position, "label": child.block.label}
    names = {known.name: known.verbose_name for known in page._meta.concrete_fields}
    return capfirst(str(names.get(field, "")))
