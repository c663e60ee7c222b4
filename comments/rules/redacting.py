"""A moderator takes passages out of a comment and publishes the rest: what was taken out is marked, and the wording
as its author sent it stays where moderators and the author alone see it.
"""

from collections.abc import Iterable, Sequence

from django.db import transaction

from comments.models import CommentRevision, Decision
from comments.models.comment import State
from comments.rules.deciding import (
    NotAllowedError,
    Seen,
    demand_decidable,
    held,
    step,
)
from comments.rules.wording import keep_wording
from portal.models import User

MARK = "[…]"
Span = tuple[int, int]


@transaction.atomic
def redact(comment_id: int, spans: Iterable[Span], *, words: str = "", by: User, seen: Seen) -> Decision:
    """Publishes a comment without ``spans`` of its text, and without ``words`` wherever they stand in it.

    Its reports are settled once it can't be undone (``answering``): one query more would be too many here.
    Raises as ``decide``; ``NotAllowedError("passages")`` if nothing would go, or all.
    """
    comment = held(comment_id)
    demand_decidable(comment, by, seen)
    text = without(comment.comment, [*spans, *spans_of(comment.comment, words)])
    if text == comment.comment or not text.replace(MARK, "").strip():
        raise NotAllowedError("passages")
    keep_wording(comment, text, CommentRevision.Kind.REDACTION, by=by)
    return step(comment, Decision.Action.REDACT, State.PUBLISHED, actor=Decision.Actor.MODERATOR, by=by)


def without(text: str, spans: Iterable[Span]) -> str:
    """The text with one mark in the place of each span. Spans that touch or overlap become one."""
    pieces, at = [], 0
    for start, end in _joined(text, spans):
        pieces += [text[at:start], MARK]
        at = end
    return "".join([*pieces, text[at:]])


def spans_of(text: str, words: str) -> list[Span]:
    """Where ``words`` stand in a text, each time."""
    found, at = [], text.find(words) if words else -1
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


def _joined(text: str, spans: Iterable[Span]) -> Sequence[Span]:
    joined: list[Span] = []
    for start, end in sorted((max(0, start), min(end, len(text))) for start, end in spans):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
