"""Who sends which mail: a worker takes a lease on a few, so that any number of workers run and none sends another's.

The lease is renewed as long as its worker lives. One that is killed leaves it behind. Once it has run out, the mail is
taken again. Was it handed to the server before, it may have arrived: it is sent once more with the same Message-ID, and
after a second loss left alone (docs/decisions/0013-the-outbox-is-the-queue.md).

Nothing here waits for a mail: what somebody else has locked is being erased, moved or settled, and is left to them. If
it is still there afterwards, it is due again once its lease has run out.
"""

import logging
import threading
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, InterfaceError, connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from consent.models import OutgoingMail
from consent.rules.holding import held_reader

logger = logging.getLogger(__name__)
BATCH = 20  # mails that one worker holds at once
LEASE = timedelta(minutes=2)
RENEWALS = 4  # in the time of a lease: three may fail
MOST_HANDOVERS = 2  # of which nobody knows how they ended

State = OutgoingMail.State


def lease_due(size: int = BATCH) -> tuple[uuid.UUID, list[uuid.UUID]]:
    """Takes a lease on what is due, the most urgent first. Returns the lease and the ids of the mails."""
    lease, now = uuid.uuid4(), timezone.now()
    lost = Q(state=State.SENDING, leased_until__lt=now)
    lost_once = lost & Q(handovers__lt=MOST_HANDOVERS)
    waiting = Q(state=State.WAITING, due_at__lte=now)
    if not OutgoingMail.objects.filter(waiting | lost).exists():  # nothing to lock, most of the time
        return lease, []
    with transaction.atomic():
        _give_up(lost & Q(handovers__gte=MOST_HANDOVERS), now)
        ids: list[uuid.UUID] = []
        for due in (lost_once, waiting):  # one after the other: each has its index
            found = free(OutgoingMail.objects.filter(due)).order_by("priority", "due_at").values_list("pk", flat=True)
            ids += found[: size - len(ids)]
        OutgoingMail.objects.filter(pk__in=ids).update(state=State.SENDING, lease=lease, leased_until=now + LEASE)
    return lease, ids


def _give_up(lost: Q, now: Any) -> None:
    OutgoingMail.objects.filter(pk__in=free(OutgoingMail.objects.filter(lost)).values("pk")).update(
        state=State.UNCERTAIN, reason="worker-lost", settled_at=now, lease=None, leased_until=None
    )


def held(pk: uuid.UUID, lease: uuid.UUID) -> OutgoingMail | None:
    """The mail, if this lease still holds it, locked after whoever it goes to. Inside a transaction."""
    reader = held_reader(pk)
    mails = OutgoingMail.objects.select_related("site", "contact", "request")
    mail = free(mails.filter(pk=pk, lease=lease, state=State.SENDING), of=("self",)).first()
    if mail is None or (mail.contact or mail.request) == reader:
        return mail
    _give_back(OutgoingMail.objects.filter(pk=pk))  # it was given to another contact at this moment
    return None


@transaction.atomic
def release(pks: Iterable[uuid.UUID], lease: uuid.UUID) -> None:
    """Gives back mails that were not handed over. They are due as before."""
    held_back = OutgoingMail.objects.filter(pk__in=list(pks), lease=lease, state=State.SENDING)
    _give_back(OutgoingMail.objects.filter(pk__in=free(held_back).values("pk")))


def _give_back(mails: QuerySet[OutgoingMail]) -> None:
    mails.update(state=State.WAITING, lease=None, leased_until=None)


@contextmanager
def renewed(lease: uuid.UUID) -> Iterator[None]:
    """Renews a lease meanwhile, in a thread with a connection of its own, however long the server takes."""
    is_over = threading.Event()
    thread = threading.Thread(target=_renew, args=(lease, is_over), name="lease of mail", daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def _renew(lease: uuid.UUID, is_over: threading.Event) -> None:
    while not is_over.wait(LEASE.total_seconds() / RENEWALS):
        try:
            with transaction.atomic():
                held_now = free(OutgoingMail.objects.filter(lease=lease, state=State.SENDING))
                ours = OutgoingMail.objects.filter(pk__in=held_now.values("pk"))
                ours.update(leased_until=timezone.now() + LEASE)
        except (DatabaseError, InterfaceError) as error:  # the next renewal may succeed
            logger.warning("The lease of mail was not renewed (%s).", type(error).__name__)
        finally:
            connection.close()


def free(mails: QuerySet[OutgoingMail], *, of: tuple[str, ...] = ()) -> QuerySet[OutgoingMail]:
    """Those of ``mails`` that nobody else has locked, locked. Reports of the mail provider may still point at them."""
    if not connection.features.has_select_for_update_skip_locked:
        return mails
    return mails.select_for_update(of=of, skip_locked=True, no_key=True)
