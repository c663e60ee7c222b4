"""What an author may do with their own comment: change it for a while, send it again, withdraw it.

Every change is a wording of its own and is screened again; a published comment that is changed is read by a moderator
once more, unless its author is trusted and no moderator decided on it before. New words are taken only where and while
something can be said, from somebody who agrees that it is kept (DESIGN.md, M1).
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from comments.models import Appeal, Comment, CommentRevision, Decision
from comments.models.comment import QUEUED, State
from comments.rules.consenting import consents
from comments.rules.deciding import ConflictError, NotAllowedError, held, newest_decision, step
from comments.rules.entering import about, keep_findings, priority_in, where_to
from comments.rules.places import obstacle_under
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


def why_not_write(comment: Comment) -> str:
    """The code of what keeps an author from other words, or nothing: ``closed``, ``memorial``, ``consent``."""
    author, site = comment.commenter, comment.conversation.site
    if obstacle_under(comment.conversation, site):
        return "closed"
    if author is None:
        return ""  # the consent waits to be confirmed, together with the comment
    if author.is_memorial:
        return "memorial"
    return "" if author.contact and consents(author.contact, site) else "consent"


@transaction.atomic
def rewrite(comment_id: int, text: str, *, revision: int) -> Comment:
    """Puts other words in the place of a comment's. ``revision``: what the author had before them.

    Raises ``ConflictError``, and ``NotAllowedError``: ``late``, ``sanction``, and the codes of ``why_not_write``.
    """
    comment = held(comment_id)
    if comment.revision != revision:
        raise ConflictError(comment, newest_decision(comment.pk))
    if not (may_edit(comment) or may_resend(comment)):
        raise NotAllowedError("late")
    if text == comment.comment:
        return comment
    if code := why_not_write(comment):
        raise NotAllowedError(code)
    action = Action.RESEND if comment.state in RESENDABLE else Action.EDIT
    found = screen(text, about(comment), name=comment.user_name)
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
    return State.PENDING if to == State.PUBLISHED and _was_judged(comment) else to


def _was_judged(comment: Comment) -> bool:
    """Whether a moderator decided on it: what they took out, or did not want, comes back through a moderator alone."""
    return Decision.objects.filter(comment_id=comment.pk, actor=Actor.MODERATOR).exists()


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
