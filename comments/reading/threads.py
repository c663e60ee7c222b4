"""One page of a conversation: ``COMMENTS_PER_PAGE`` published comments, each thread under the comment that began it.
One flat query, however many comments there are and however they answer each other.

A thread is as long as it is, so a page is counted in comments: where one ends in the middle of a thread, the next goes
on with it. What became of a comment that others answer never changes the others (DESIGN.md, M5); its name and words are
read only while it is published itself (M2).
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Case, CharField, Exists, F, IntegerField, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast
from django.utils.dateparse import parse_datetime

from comments.models import Comment
from comments.models.comment import State
from portal.prepared import prepared


class Order(StrEnum):
    """In which order threads stand. Within a thread the oldest is first."""

    OLDEST = "oldest"
    NEWEST = "newest"


Rows = tuple[tuple, ...]
"""The comments of a page as the database gives them: what is made of the same rows is the same, so it may be kept by
them. They hold nothing that is worked out row by row.
"""


class Line(NamedTuple):
    """One published comment, with what a page shows beside its kept HTML.

    ``text`` is there only if it was asked for. ``parent_name`` is None unless the comment that it answers is published.
    ``has_beginning``: whether the comment that began its thread is.
    """

    pk: int
    seq: int
    root: int
    html: str
    name: str
    said_at: datetime
    helpful: int
    is_memorial: bool | None
    parent: int | None
    parent_name: str | None
    has_beginning: bool
    text: str

    @property
    def is_answer(self) -> bool:
        """Whether it answers another comment."""
        return self.seq != self.root


def page_of(conversation_id: int, *, number: int = 1, order: Order = Order.OLDEST, with_text: bool = False) -> Rows:
    """The comments of one page, the first being 1. One query."""
    size = settings.COMMENTS_PER_PAGE
    choices = {"order": order, "first": (number - 1) * size, "size": size, "with_text": with_text}
    # Each further page is a query of its own, and there may be thousands: the first alone is worth preparing.
    return tuple(_page(conversation_id, **choices) if number == 1 else _page.build(conversation_id, **choices))


def lines_of(rows: Rows) -> list[Line]:
    """``rows`` as what they say."""
    return [_line(*row) for row in rows]


def _line(*row: Any) -> Line:
    pk, seq, root, html, name, said_at, helpful, is_memorial, parent, parent_name, has_beginning, text = row
    return Line(
        pk,
        seq,
        root,
        html,
        name,
        _moment(said_at),
        helpful,
        None if is_memorial is None else bool(is_memorial),
        parent,
        parent_name,
        bool(has_beginning),
        text,
    )


@prepared
def _page(conversation_id: int, *, order: Order, first: int, size: int, with_text: bool) -> QuerySet:
    by_thread = "root_ref" if order == Order.OLDEST else "-root_ref"
    beginning = Comment.objects.published().filter(conversation=OuterRef("conversation"), seq=OuterRef("root_ref"))
    is_public = When(in_reply_to__state=State.PUBLISHED, then=F("in_reply_to__user_name"))
    return (
        Comment.objects.published()
        .filter(conversation=conversation_id)
        .order_by(by_thread, "seq")
        .values_list(
            "pk",
            "seq",
            "root_ref",
            "html",
            "user_name",
            Cast("submit_date", TextField()),
            "helpful_count",
            Cast("commenter__is_memorial", IntegerField()),
            "in_reply_to_id",
            Case(is_public, default=None, output_field=CharField()),
            Case(When(Exists(beginning), then=1), default=0, output_field=IntegerField()),
            F("comment") if with_text else Value("", output_field=TextField()),
        )[first : first + size]
    )


def _moment(stored: str) -> datetime:
    """A moment as a database writes it: SQLite without its zone, which is UTC (Django's)."""
    moment = parse_datetime(stored)
    if moment is None:
        raise ValueError(f"{stored} is no moment")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def page_number(comment: Comment) -> int:
    """On which page, oldest first, a published comment stands. One query."""
    earlier = Q(root_ref__lt=comment.root_ref) | Q(root_ref=comment.root_ref, seq__lt=comment.seq)
    return _published_with(comment).filter(earlier).count() // settings.COMMENTS_PER_PAGE + 1


def _published_with(comment: Comment) -> QuerySet:
    return Comment.objects.published().filter(conversation=comment.conversation_id)
