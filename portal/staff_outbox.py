"""Letters to staff that are kept until they have left: a mail server that is away for a while costs nobody a letter.

Each is tried at once, and then every few minutes by the job ``staff letters``. A letter that left while its worker was
killed may come twice; none is missing. One that found no way for ``GIVEN_UP_AFTER`` is deleted, and the log says so.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.jobs import register
from portal.models import StaffLetter, User
from portal.staff_mail import SOON, Letter, hand_over

logger = logging.getLogger(__name__)
JOB = "staff letters"
EVERY = timedelta(minutes=5)
GIVEN_UP_AFTER = timedelta(days=5)  # RFC 5321, section 4.5.4.1
AT_ONCE = 100  # letters that are taken for one connection


@dataclass(frozen=True)
class Written:
    """A letter for an account. ``name``: what the log calls it."""

    user: User
    name: str
    subject: str
    text: str


@dataclass(frozen=True)
class _Kept(Letter):
    """A letter as it is sent, and the number of its row."""

    pk: int = 0


def send(letters: Iterable[Written]) -> None:
    """Keeps letters and tries to send them now. Call it once what they tell stands in the database.

    Accounts that are closed or have no address are passed over. A server that hangs is waited for two seconds.
    """
    now = timezone.now()
    rows = StaffLetter.objects.bulk_create(
        StaffLetter(
            user=letter.user,
            name=letter.name,
            subject=" ".join(letter.subject.split())[:255],
            text=letter.text,
            written_at=now,
            due_at=now + EVERY,
        )
        for letter in letters
        if letter.user.is_active and letter.user.email
    )
    left = hand_over([_kept(row) for row in rows], patience=SOON, late=_has_left_late)
    _forget(left)


@register(JOB, _("Sends letters to staff that did not leave at once"), every=EVERY)
def send_waiting() -> str:
    """Every five minutes: whatever is due, those that were tried longest ago first."""
    now, sent = timezone.now(), 0
    StaffLetter.objects.filter(user__is_active=False).delete()
    _give_up(now)
    while due := list(_due(now)[:AT_ONCE]):
        left = hand_over([_kept(row) for row in due])
        _forget(left)
        _rest(due, now)
        sent += len(left)
        if not left:
            break  # the server is away
    waiting = StaffLetter.objects.count()
    return f"{sent} sent, {waiting} waiting" if sent or waiting else ""


def _due(now: datetime) -> QuerySet[StaffLetter]:
    found = StaffLetter.objects.filter(due_at__lte=now).exclude(user__email="")
    return found.select_related("user").order_by("due_at", "pk")


def _rest(rows: Iterable[StaffLetter], now: datetime) -> None:
    """Has those that are still there wait for a quarter of their age, and for ``EVERY`` at least."""
    for row in rows:
        StaffLetter.objects.filter(pk=row.pk).update(due_at=now + max(EVERY, (now - row.written_at) / 4))


def _give_up(now: datetime) -> None:
    old = StaffLetter.objects.filter(written_at__lt=now - GIVEN_UP_AFTER)
    for row in old:
        logger.error("The letter “%s” to account %s found no way and is given up.", row.name, row.user_id)
    old.delete()


def _kept(row: StaffLetter) -> _Kept:
    return _Kept(f"The letter “{row.name}” to account {row.user_id}", row.user.email, row.subject, row.text, row.pk)


def _forget(letters: Iterable[Letter]) -> None:
    if pks := [letter.pk for letter in letters if isinstance(letter, _Kept)]:
        StaffLetter.objects.filter(pk__in=pks).delete()


def _has_left_late(letter: Letter) -> None:
    try:
        _forget([letter])
    except Exception as error:  # noqa: BLE001 - it comes a second time, which is better than not at all
        logger.warning("%s left, and could not be forgotten (%s).", letter.name, type(error).__name__)
    finally:
        connection.close()  # a thread has one of its own
