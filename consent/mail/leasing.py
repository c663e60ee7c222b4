"""Who sends which mail: a worker takes a lease on a few, so that any number of workers run and none sends another's.

A worker that is killed leaves its lease behind. Once it has run out, the mail is taken again. Was it handed to the
server before, it may have arrived: it is sent once more with the same Message-ID, and after a second loss left alone
(docs/decisions/0013-the-outbox-is-the-queue.md).
"""

import uuid
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from consent.models import OutgoingMail

BATCH = 20  # mails that one worker holds at once
LEASE = timedelta(minutes=10)  # longer than a server may take over one mail
MOST_HANDOVERS = 2  # of which nobody knows how they ended

State = OutgoingMail.State


def lease_due(size: int = BATCH) -> tuple[uuid.UUID, list[uuid.UUID]]:
    """Takes a lease on what is due, the most urgent first. Returns the lease and the ids of the mails."""
    lease, now = uuid.uuid4(), timezone.now()
    lost = Q(state=State.SENDING, leased_until__lt=now)
    waiting = Q(state=State.WAITING, due_at__lte=now)
    if not OutgoingMail.objects.filter(waiting | lost).exists():  # nothing to lock, most of the time
        return lease, []
    with transaction.atomic():
        _give_up(lost & Q(handovers__gte=MOST_HANDOVERS), now)
        free = OutgoingMail.objects.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
        ids: list[uuid.UUID] = []
        for due in (lost, waiting):  # one after the other: each has its index
            found = free.filter(due).order_by("priority", "due_at").values_list("pk", flat=True)
            ids += found[: size - len(ids)]
        OutgoingMail.objects.filter(pk__in=ids).update(state=State.SENDING, lease=lease, leased_until=now + LEASE)
    return lease, ids


def _give_up(lost: Q, now: Any) -> None:
    OutgoingMail.objects.filter(lost).update(
        state=State.UNCERTAIN, reason="worker-lost", settled_at=now, lease=None, leased_until=None
    )


def held(pk: uuid.UUID, lease: uuid.UUID) -> OutgoingMail | None:
    """The mail, locked, if this lease still holds it. Inside a transaction."""
    mails = OutgoingMail.objects.select_for_update(of=("self",)) if _can_name() else OutgoingMail.objects
    return mails.select_related("site", "contact", "request").filter(pk=pk, lease=lease, state=State.SENDING).first()


def _can_name() -> bool:
    return connection.features.has_select_for_update_of


def release(pks: Iterable[uuid.UUID], lease: uuid.UUID) -> None:
    """Gives back mails that were not handed over. They are due as before."""
    OutgoingMail.objects.filter(pk__in=list(pks), lease=lease, state=State.SENDING).update(
        state=State.WAITING, lease=None, leased_until=None
    )
