"""A comment's author opened the link that was sent to them: the comment gets an author and goes its way."""

from collections.abc import Sequence

from comments.models import Comment, Commenter, Decision, Finding
from comments.models.comment import State
from comments.rules.deciding import held, hold_comments, step
from comments.rules.entering import where_to
from comments.rules.follow_ups import follow_if_asked
from comments.screening.detector import Found
from consent.models import Contact, Request

Action, Actor = Decision.Action, Decision.Actor


def hold(requests: Sequence[Request]) -> None:
    """Called before these requests are confirmed or refused (``consent.rules.confirming.HELD``): nobody changes what
    hangs on them meanwhile.
    """
    hold_comments(Comment.objects.filter(request__in=requests))


def enter(request: Request, contact: Contact) -> None:
    """Called within the transaction that confirms ``request`` (``consent.rules.confirming.FOLLOWED``)."""
    if request.kind != Request.Kind.COMMENT:
        return
    for pk in Comment.objects.filter(request=request).order_by("pk").values_list("pk", flat=True):
        comment = Comment.objects.get(pk=pk)
        follow_if_asked(request, contact, comment.conversation_id)
        enter_queue(pk, commenter_of(contact, request.site_id, name=comment.user_name), findings_of(comment))


def commenter_of(contact: Contact, site_id: int, *, name: str) -> Commenter:
    """The commenter that a confirmed contact is in a community; a new one at the first comment."""
    found = Commenter.objects.filter(contact=contact, site=site_id).order_by("pk").first()
    return found or Commenter.objects.create(contact=contact, site_id=site_id, name=name)


def enter_queue(comment_id: int, commenter: Commenter, found: Sequence[Found]) -> Decision | None:
    """Gives a comment its author and its first state after that. None if it was withdrawn meanwhile."""
    comment = held(comment_id)
    if comment.state != State.UNCONFIRMED:
        Comment.objects.filter(pk=comment_id).update(commenter=commenter, request=None)
        return None
    comment.commenter, comment.request = commenter, None
    to = where_to(comment, found)
    changes = {"commenter": commenter, "request": None}
    action = Action.TRUST if to == State.PUBLISHED else Action.CONFIRM
    return step(comment, action, to, actor=Actor.SYSTEM, changes=changes)


def findings_of(comment: Comment) -> list[Found]:
    """What was found in the newest wording, as it was kept."""
    rows = Finding.objects.filter(comment=comment, revision=comment.revision)
    return [Found(row.category, row.start, row.end, row.reason, row.detector, row.version) for row in rows]
