"""An author may ask once for a second look at a comment that was rejected or taken down (DSA, article 20)."""

from django.db import transaction

from comments.models import Appeal, Comment, Decision
from comments.models.appeal import LONGEST
from comments.models.comment import State
from comments.rules.deciding import NotAllowedError, held

APPEALABLE = (State.REJECTED, State.REMOVED)


def may_appeal(comment: Comment) -> bool:
    """Whether its author may ask for a second look now. One query."""
    return comment.state in APPEALABLE and not Appeal.objects.filter(comment=comment.pk).exists()


@transaction.atomic
def open_appeal(comment_id: int, words: str) -> Appeal:
    """Keeps what the author says against the decision that stands.

    Raises ``ConflictError`` if the comment is gone, and ``NotAllowedError``: ``step`` in other states, ``once`` if
    there was an appeal before, ``words`` without any or with more than ``LONGEST`` characters.
    """
    comment = held(comment_id)
    if comment.state not in APPEALABLE:
        raise NotAllowedError("step")
    if Appeal.objects.filter(comment=comment.pk).exists():
        raise NotAllowedError("once")
    words = words.strip()
    if not words or len(words) > LONGEST:
        raise NotAllowedError("words")
    entries = Decision.objects.filter(comment_id=comment.pk, to_state=comment.state)
    decision = entries.exclude(action=Decision.Action.UNDO).order_by("-number").first()
    if decision is None:
        raise NotAllowedError("step")
    return Appeal.objects.create(comment=comment, decision_number=decision.number, words=words)
