"""What staff do about somebody who comments, beside sanctions: notes, forgetting browsers, the mark of the dead.

In memoriam: this person has died. What they said stays, marked as theirs; nobody writes in their name from a browser
that knows them, and follow-ups are no longer sent to their mailbox, which their family may read now.
"""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.log_actions import log

from comments.models import Comment, Commenter, CommenterNote, FollowUp
from comments.reading.public_html import comment_html
from comments.rules.deciding import NotAllowedError, is_person
from comments.rules.rights import LEAD, MODERATE, demand
from comments.rules.sanctions_imposing import held_commenter
from portal.models import User

NOTED, FORGOTTEN = "comments.commenter_noted", "comments.browsers_forgotten"  # actions in Wagtail's log
MARKED, UNMARKED = "comments.memorial_set", "comments.memorial_lifted"
LONGEST_NOTE = 1000
BATCH = 200


@transaction.atomic
def add_note(commenter_id: int, text: str, *, by: User) -> CommenterNote:
    """Keeps what moderators tell each other. Raises ``NotAllowedError``: ``right``, ``gone``, ``words``."""
    demand(by, MODERATE)
    commenter = held_commenter(commenter_id)
    text = text.strip()
    if not text or len(text) > LONGEST_NOTE:
        raise NotAllowedError("words")
    note = CommenterNote.objects.create(commenter=commenter, text=text, written_by=by)
    _enter(commenter, NOTED, by)
    return note


@transaction.atomic
def forget_browsers(commenter_id: int, *, by: User) -> None:
    """Makes every browser forget the person: they confirm their next comment. Raises ``NotAllowedError``."""
    demand(by, MODERATE)
    commenter = held_commenter(commenter_id)
    _count_cookies_on(commenter)
    _enter(commenter, FORGOTTEN, by)


@transaction.atomic
def set_memorial(commenter_id: int, is_memorial: bool, *, by: User) -> None:
    """Sets or lifts the mark, and makes the public HTML of their comments anew.

    Raises ``NotAllowedError``: ``right``, ``own``, ``gone``. Setting what is set does nothing.
    """
    demand(by, LEAD)
    commenter = held_commenter(commenter_id)
    if is_person(commenter.contact, by):
        raise NotAllowedError("own")
    if commenter.is_memorial == is_memorial:
        return
    Commenter.objects.filter(pk=commenter.pk).update(is_memorial=is_memorial)
    if is_memorial:
        _count_cookies_on(commenter)
        if commenter.contact:
            FollowUp.objects.filter(contact=commenter.contact, stopped_at=None).update(stopped_at=timezone.now())
    _make_html_anew(commenter)
    _enter(commenter, MARKED if is_memorial else UNMARKED, by)


def _make_html_anew(commenter: Commenter) -> None:
    """The kept HTML of what is published, in batches. A comment that is hidden meanwhile is waited for and left out."""
    last = 0
    while True:
        published = Comment.objects.published().filter(commenter=commenter.pk, pk__gt=last).order_by("pk")
        locked = published.select_for_update(of=("self",), no_key=True)
        batch = list(locked.select_related("commenter", "conversation__site", "in_reply_to")[:BATCH])
        if not batch:
            return
        for comment in batch:
            comment.html = comment_html(comment)
        Comment.objects.bulk_update(batch, ["html"])
        last = batch[-1].pk


def _count_cookies_on(commenter: Commenter) -> None:
    Commenter.objects.filter(pk=commenter.pk).update(cookie_epoch=F("cookie_epoch") + 1)


def _enter(commenter: Commenter, action: str, by: User) -> None:
    title = f"{commenter._meta.verbose_name} {commenter.pk}"  # no name: nobody erases this log
    log(instance=commenter, action=action, user=by, title=title)
