"""The last step: at most one comment of each ticket, and not too many from one network.

A few comments an hour go through; more of them, and forms in which the field for programs is filled in, take one more
press of the button (``consent.capture.admission``). A ticket is remembered, as a keyed hash, for as long as it could be
sent again: also when its comment has been erased meanwhile.
"""

from datetime import timedelta
from http import HTTPStatus

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from comments.joining.screens import Screen, Visit
from comments.joining.ticket import ENDS, LIVES, Step, Ticket, new_nonce
from comments.joining.typed import Checked, Typed, clean_text
from comments.models import Comment, CommentRevision
from comments.rules.posting import Acceptance, Asked, Posted, Submission, post, posted_before
from consent.addresses import Address
from consent.capture.admission import Admission, admit
from consent.capture.challenge import issue
from consent.capture.posted import Posted as PostedForm
from consent.rules.asking import NoConsentError
from consent.rules.limits import Limit, first_time

FREELY = Limit("comment", 5, timedelta(hours=1))
AT_ALL = Limit("comment-at-all", 60, timedelta(hours=1))
ONCE_MORE = _("Nothing was sent yet. To show that you are not a program, please press the button once more.")
TOO_MANY = _("Very many comments came from your network. Nothing was kept. Please try again later.")
SENT_BEFORE = _(
    "You sent a comment from this page before. These words were not sent. To send them too, press the button again."
)


class UsedError(Exception):
    """A comment came of this ticket before."""


def sent_before(typed: Typed, ticket: Ticket) -> Posted | None:
    """What this very form kept before: a second press of its button finds the first one's comment."""
    posted = posted_before(ticket.nonce) if ticket.step is Step.WORDS and typed.act == "send" else None
    return posted if posted and _has_words(posted, clean_text(typed.text)) else None


def send(visit: Visit, ticket: Ticket, parent: Comment | None, checked: Checked) -> Screen | Posted:
    """Keeps the comment. Raises whatever ``comments.rules.posting.post`` raises; then nothing is kept."""
    if posted := posted_before(ticket.nonce):
        return posted if _has_words(posted, checked.text) else _sent_before(visit, ticket, parent)
    form = PostedForm(website=visit.typed.website, challenge=visit.typed.challenge)
    match admit(form, visit.network, freely=FREELY, at_all=AT_ALL):
        case Admission.TOO_MANY:
            status = HTTPStatus.TOO_MANY_REQUESTS
            return Screen(ticket, visit.typed, status, TOO_MANY, parent=parent, wait=AT_ALL.wait)
        case Admission.ONCE_MORE:
            status, challenge = HTTPStatus.UNPROCESSABLE_ENTITY, issue(visit.network)
            return Screen(ticket, visit.typed, status, ONCE_MORE, parent=parent, challenge=challenge)
    try:
        posted = _post_once(visit, ticket, checked)
    except UsedError:
        return _sent_before(visit, ticket, parent)
    return posted if posted.is_new or _has_words(posted, checked.text) else _sent_before(visit, ticket, parent)


def _has_words(posted: Posted, text: str) -> bool:
    """Whether a comment was sent with these words."""
    return CommentRevision.objects.filter(comment=posted.comment, number=1, text=text).exists()


@transaction.atomic
def _post_once(visit: Visit, ticket: Ticket, checked: Checked) -> Posted:
    posted = post(_submission(visit, ticket, checked), visit.place.site)
    until = ticket.begun + ENDS + LIVES
    if posted.is_new and not first_time("comment-ticket", ticket.nonce, since=ticket.begun, until=until):
        raise UsedError
    return posted


def _submission(visit: Visit, ticket: Ticket, checked: Checked) -> Submission:
    version = visit.place.version_of_rules(ticket.rules)
    if version is None or ticket.accepted is None:
        raise ValueError("The rules were not accepted.")
    return Submission(
        nonce=ticket.nonce,
        page_id=ticket.page,
        parent_id=ticket.parent,
        language=ticket.language,
        name=checked.name,
        text=checked.text,
        acceptance=Acceptance(version, ticket.accepted, was_asked=ticket.was_asked),
        who=visit.commenter if ticket.commenter and visit.commenter else _asked(visit, ticket),
    )


def _asked(visit: Visit, ticket: Ticket) -> Asked:
    if not ticket.address or not visit.place.needed & set(ticket.chosen):
        raise NoConsentError
    return Asked(Address.stored(ticket.address), visit.place.offer, ticket.chosen, ticket.seen)


def _sent_before(visit: Visit, ticket: Ticket, parent: Comment | None) -> Screen:
    fresh = ticket.at(Step.WORDS, nonce=new_nonce())
    return Screen(fresh, visit.typed, HTTPStatus.CONFLICT, SENT_BEFORE, parent=parent)
