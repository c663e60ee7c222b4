"""Letters to staff that are kept until they have left: a mail server that is away for a while costs nobody a letter.

They are kept in the transaction that they tell of, tried once it stands, and then every few minutes by the job ``staff
letters``. One whose process was killed just after it left may come twice. One that found no way for ``GIVEN_UP_AFTER``
is deleted, and the log says so. Nothing that goes wrong here undoes what the letters tell.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.after_commit import after_commit
from portal.backup.concerns import Concern
from portal.backup.concerns import register as register_concern
from portal.jobs import register
from portal.models import StaffLetter, User
from portal.staff_mail import SOON, Letter, deliver, hand_over

logger = logging.getLogger(__name__)
JOB = "staff letters"
EVERY = timedelta(minutes=5)  # longer than a process goes on sending what it tried at once (portal.staff_mail.LATEST)
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
    """Keeps letters with whatever else this transaction keeps, and tries to send them once it stands.

    Accounts that are closed or have no address are passed over. ``letters`` may be written as they are asked for. What
    goes wrong meanwhile is logged: then none of these is kept. A server that hangs is waited for two seconds.
    """
    now = timezone.now()
    try:
        with transaction.atomic():
            rows = [_keep(letter, now) for letter in letters if letter.user.is_active and letter.user.email]
    except Exception as error:  # noqa: BLE001 - what they tell of is more than they are; its words may hold some of theirs
        logger.error("Letters to staff could not be kept: %s", type(error).__name__)
        return
    if rows:
        after_commit("The sending of letters to staff", partial(_try_now, rows))


def _keep(letter: Written, now: datetime) -> StaffLetter:
    return StaffLetter.objects.create(
        user=letter.user,
        name=letter.name,
        subject=" ".join(letter.subject.replace("\0", "").split())[:255],
        text=letter.text.replace("\0", ""),  # which PostgreSQL takes in no text
        written_at=now,
        due_at=now + EVERY,
    )


def _try_now(rows: list[StaffLetter]) -> None:
    left = hand_over([_kept(row) for row in rows], patience=SOON, late=_has_left_late)
    if left:
        StaffLetter.objects.filter(pk__in=[letter.pk for letter in left if isinstance(letter, _Kept)]).delete()


@register(JOB, _("Sends letters to staff that did not leave at once"), every=EVERY)
def send_waiting() -> str:
    """Every five minutes: whatever is due, those that were tried longest ago first."""
    now, before = timezone.now(), StaffLetter.objects.count()
    given_up = _give_up(now)
    while due := list(_due(now)[:AT_ONCE]):
        is_there = deliver([_kept(row) for row in due], _has_left)
        _rest(due, now)
        if not is_there:
            break
    waiting = StaffLetter.objects.count()
    return f"{max(0, before - given_up - waiting)} sent, {waiting} waiting" if before else ""


def _due(now: datetime) -> QuerySet[StaffLetter]:
    return StaffLetter.objects.filter(due_at__lte=now).select_related("user").order_by("due_at", "pk")


def _rest(rows: Iterable[StaffLetter], now: datetime) -> None:
    """Has those that are still there wait for a quarter of their age, and for ``EVERY`` at least."""
    for row in rows:
        StaffLetter.objects.filter(pk=row.pk).update(due_at=now + max(EVERY, (now - row.written_at) / 4))


def _give_up(now: datetime) -> int:
    """Deletes letters to nobody, and those that are too old. Returns how many."""
    unreachable, _details = StaffLetter.objects.filter(Q(user__is_active=False) | Q(user__email="")).delete()
    old = StaffLetter.objects.filter(written_at__lt=now - GIVEN_UP_AFTER)
    for row in old:
        logger.error("The letter “%s” to account %s found no way and is given up.", row.name, row.user_id)
    return unreachable + old.delete()[0]


def _kept(row: StaffLetter) -> _Kept:
    return _Kept(f"The letter “{row.name}” to account {row.user_id}", row.user.email, row.subject, row.text, row.pk)


def _has_left(letter: Letter) -> None:
    if isinstance(letter, _Kept):
        StaffLetter.objects.filter(pk=letter.pk).delete()


def _has_left_late(letter: Letter) -> None:
    try:
        _has_left(letter)
    except Exception as error:  # noqa: BLE001 - it comes a second time, which is better than not at all
        logger.warning("%s left, and could not be forgotten (%s).", letter.name, type(error).__name__)
    finally:
        connection.close()  # a thread has one of its own


def _that_wait(_further_files: Path) -> Iterator[str]:
    """What is told after a backup was restored."""
    if number := StaffLetter.objects.count():
        yield (
            f"{number} letters to staff were waiting when the backup was made. Those that left since then will leave "
            "once more, as soon as a worker runs."
        )


register_concern(Concern("letters to staff", facts=dict, objections=lambda _facts: [], afterwards=_that_wait))
