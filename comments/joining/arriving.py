"""The author of a comment opened the link that was mailed to them, and pressed a button: yes, or "this wasn't me".

``consent.rules.confirming`` does what a link does, once. Beside it a link to the status page is made, which follows
from the text of the mailed one: a second press finds it, and keeps nothing.
"""

from dataclasses import dataclass

from django.db import transaction

from comments.models import Comment, CommentLink
from consent.models import Request
from consent.rules.confirming import Outcome, confirm, pending_request


@dataclass(frozen=True)
class Arrival:
    """What the button did. ``comment``: with its author, if there is one; ``link``: to its status page."""

    outcome: Outcome
    comment: Comment | None = None
    link: str = ""


def pending_comment(token: str) -> Comment | None:
    """The comment that a link would confirm. Changes nothing."""
    request = pending_request(token)
    if request is None or request.kind != Request.Kind.COMMENT:
        return None
    found = Comment.objects.filter(request=request).select_related("conversation__page", "request")
    return found.order_by("pk").first()


@transaction.atomic
def arrive(token: str) -> Arrival:
    """Confirms. Raises ``consent.journal.JournalError``."""
    waiting = pending_comment(token)
    if waiting is None:
        link = arrived_before(token)
        return Arrival(Outcome.ALREADY, link=link) if link else Arrival(Outcome.GONE)
    outcome = confirm(token).outcome
    if outcome is not Outcome.CONFIRMED:
        return Arrival(outcome, link=arrived_before(token))
    comment = Comment.objects.select_related("commenter__contact", "conversation__site").get(pk=waiting.pk)
    return Arrival(outcome, comment, CommentLink.issue(comment.pk, secret=_secret(token)))


def arrived_before(token: str) -> str:
    """The link to the status page that came of a mailed one; empty if none did."""
    return CommentLink.again(_secret(token))


def _secret(token: str) -> str:
    return f"confirmed|{token}"
