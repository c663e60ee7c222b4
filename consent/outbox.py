"""Queueing mail. A row holds ids alone: whom it goes to and what it says is found out when it is sent.

Nobody gets one letter twice: two rows never have one key, and where two contacts turn out to be one person, what both
would have got goes out once.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Site

from consent.models import Contact, OutgoingMail, Request

State = OutgoingMail.State
_STANDING = (State.SENT, State.UNCERTAIN, State.SENDING, State.WAITING)  # those that went furthest first
_UNSETTLED = (State.SENDING, State.WAITING)


def enqueue(
    *,
    kind: str,
    key: str,
    site: Site,
    language: str,
    request: Request | None = None,
    contact: Contact | None = None,
    about: str = "",
    priority: int = 5,
    due_at: datetime | None = None,
) -> bool:
    """Queues a mail with the transaction around it. False if one with this ``key`` was queued before."""
    try:
        with transaction.atomic():
            OutgoingMail.objects.create(
                kind=kind,
                idempotency_key=key,
                site=site,
                language=language,
                request=request,
                contact=contact,
                subject_id=about,
                priority=priority,
                due_at=due_at or timezone.now(),
            )
    except IntegrityError:
        if not OutgoingMail.objects.filter(idempotency_key=key).exists():
            raise
        return False
    return True


def give_mail(contact: Contact, *, to: Contact) -> None:
    """Gives the mail of ``contact`` to another contact of the same person. Both are locked.

    What both would have got stays once: what was sent, or may have been, before what waits.
    """
    both = OutgoingMail.objects.select_for_update().filter(contact__in=[contact, to]).order_by("pk")
    same: dict[tuple, list[OutgoingMail]] = defaultdict(list)
    for mail in list(both):
        if mail.contact_id == contact.pk:
            OutgoingMail.objects.filter(pk=mail.pk).update(contact=to, idempotency_key=_key_of(mail, contact, to))
        if mail.subject_id and mail.state in _STANDING:
            same[mail.kind, mail.subject_id, mail.site_id].append(mail)
    for mails in same.values():
        _keep_one(
            sorted(mails, key=lambda each: (_STANDING.index(each.state), -each.handovers, each.contact_id != to.pk))
        )


def _key_of(mail: OutgoingMail, contact: Contact, to: Contact) -> str:
    """The key under which the same would be queued for ``to`` now, so that it is not."""
    key = mail.idempotency_key.replace(str(contact.pk), str(to.pk))
    return mail.idempotency_key if OutgoingMail.objects.filter(idempotency_key=key).exists() else key


def _keep_one(mails: Iterable[OutgoingMail]) -> None:
    """Settles all but the first that are not yet sent. One that the server has in hand is sent all the same."""
    _first, *others = mails
    left = OutgoingMail.objects.filter(pk__in=[mail.pk for mail in others], state__in=_UNSETTLED)
    left.update(state=State.DROPPED, reason="twice", settled_at=timezone.now(), lease=None, leased_until=None)
