"""What an author may do with their own comment: change it for a while, send it again, withdraw it.

Every change is a wording of its own and is screened again; a published comment that is changed is read by a moderator
once more, unless its author is trusted.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from comments.models import Appeal, Comment, CommentRevision, Decision
from comments.models.comment import QUEUED, State
from comments.rules.deciding import ConflictError, NotAllowedError, held, newest_decision, step
from comments.rules.entering import about, keep_findings, priority_in, where_to
from comments.rules.wording import keep_wording
from comments.screening.running import screen

Action, Actor = Decision.Action, Decision.Actor
EDIT_WINDOW = timedelta(minutes=15)
RESENDABLE = (State.CHANGES, State.REJECTED)


def may_edit(comment: Comment) -> bool:
    """Whether its author may still change it."""
    return comment.state in (State.UNCONFIRMED, *QUEUED, State.PUBLISHED) and (
        timezone.now() <= comment.submit_date + EDIT_WINDOW
    )


def may_resend(comment: Comment) -> bool:
    """Whether its author may send it again with other words."""
    return comment.state in RESENDABLE


@transaction.atomic
def rewrite(comment_id: int, text: str, *, revision: int) -> Comment:
    """Puts other words in the place of a comment's. ``revision``: what the author had before them.

    Raises ``ConflictError`` and ``NotAllowedError``.
    """
    comment = held(comment_id)
    if comment.revision != revision:
        raise ConflictError(comment, newest_decision(comment.pk))
    if not (may_edit(comment) or may_resend(comment)):
        raise NotAllowedError("late")
    if text == comment.comment:
        return comment
    action = Action.RESEND if comment.state in RESENDABLE else Action.EDIT
    found = screen(text, about(comment))
    keep_wording(comment, text, CommentRevision.Kind.EDIT)
    keep_findings(comment, found)
    to = State.UNCONFIRMED if not comment.is_confirmed else _where_to(comment, found)
    step(comment, action, to, actor=Actor.AUTHOR, changes={"priority": priority_in(comment, found)})
    return comment


def _where_to(comment: Comment, found) -> State:
    to = where_to(comment, found)
    if to == State.REJECTED:
        raise NotAllowedError("sanction")
    if comment.state == State.ESCALATED:
        return State.ESCALATED  # other words don't take it from those who look at it
    return State.PENDING if to == State.PUBLISHED and comment.state in RESENDABLE else to


@transaction.atomic
def withdraw(comment_id: int) -> Comment:
    """Takes a comment back, in whatever state it is. Doing it twice does no harm."""
    comment = held(comment_id)
    if comment.state != State.WITHDRAWN:
        step(comment, Action.WITHDRAW, State.WITHDRAWN, actor=Actor.AUTHOR)
        Appeal.objects.filter(comment=comment, outcome=Appeal.Outcome.OPEN).update(
            outcome=Appeal.Outcome.MOOT, heard_at=timezone.now()
        )
    return comment
