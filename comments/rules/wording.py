"""The wordings of a comment. The newest is the comment; the others are kept for moderators and their author alone."""

import unicodedata

from django_comments.models import Comment as StoredComment

from comments.models import Comment, CommentRevision
from portal.models import User

_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # fillers: letters and a symbol without ink


def says_something(text: str) -> bool:
    """Whether readers would see anything: a letter, digit, mark or symbol, not blanks or invisible letters alone."""
    return any(unicodedata.category(letter)[0] in "LNPS" and letter not in _BLANK for letter in text)


def keep_wording(comment: Comment, text: str, kind: str, *, by: User | None = None) -> None:
    """Gives a comment that is ``held`` its next wording. Takes the place of one that was undone. Two queries."""
    comment.comment, comment.revision = text, comment.revision + 1
    row = CommentRevision(comment=comment, number=comment.revision, kind=kind, text=text, made_by=by)
    CommentRevision.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["comment", "number"],
        update_fields=["kind", "text", "made_at", "made_by"],
    )
    _store(comment)


def put_back(comment: Comment, text: str) -> None:
    """Takes back the newest wording: ``text`` is the one before. One query."""
    comment.comment, comment.revision = text, comment.revision - 1
    _store(comment)


def _store(comment: Comment) -> None:
    """Writes the text where it stands: asking for it through our own table would take a query more."""
    StoredComment.objects.filter(pk=comment.pk).update(comment=comment.comment)
