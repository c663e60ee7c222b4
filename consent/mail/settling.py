"""What becomes of a mail after the server has answered, or has not: sent, tried again later, failed, or uncertain.

``reason`` is a short code. ``handovers`` counts those that the server has taken, or may have taken.
"""

import logging
import random
import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from consent.addresses import Address
from consent.mail.answers import Answer, Outcome
from consent.mail.leasing import MOST_HANDOVERS, free
from consent.models import OutgoingMail, Suppression
from consent.rules.returned import stop_writing

logger = logging.getLogger(__name__)
State = OutgoingMail.State

PAUSES = tuple(  # before the second attempt, the third ...
    timedelta(minutes=minutes) for minutes in (1, 5, 30, 2 * 60, 6 * 60, 12 * 60, 24 * 60)
)
MOST_ATTEMPTS = len(PAUSES) + 1
LONGEST_WAIT = timedelta(days=5)  # for a server that is away (RFC 5321, section 4.5.4.1: at least 4 to 5 days)
JITTER = 0.2  # so that mails that were refused together do not come back together


def next_attempt(attempts: int, now: datetime) -> datetime:
    """When a mail that was refused ``attempts`` times is tried again."""
    return now + PAUSES[attempts - 1] * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - no secret


def settle(mail: OutgoingMail, answer: Answer, address: Address | None = None, provider_id: str = "") -> None:
    """Writes down what the server answered. Whoever lost the lease meanwhile changes nothing, but for one thing:

    that a mail was accepted is a fact, and keeps whoever holds it now from sending it again.
    """
    if answer.is_ours:
        logger.error("The mail server refuses what is ours to mend (%s). See docs/mail.md.", answer.code)
    match answer.outcome:
        case Outcome.ACCEPTED:
            _update(mail, None, state=State.SENT, reason="", provider_id=provider_id[:255])
        case Outcome.LATER:
            try_later(mail, answer.code)
        case Outcome.REFUSED:
            logger.warning("Mail %s was refused for good (%s).", mail.pk, answer.code)
            _update(mail, mail.lease, state=State.FAILED, reason=answer.code, handovers=mail.handovers - 1)
        case Outcome.NO_MAILBOX:
            with transaction.atomic():
                if address:  # first: who changes what is held on a person begins with them
                    stop_writing(address, Suppression.Reason.BOUNCE)
                _update(mail, mail.lease, state=State.FAILED, reason=answer.code, handovers=mail.handovers - 1)
        case Outcome.UNKNOWN:
            _perhaps_sent(mail, answer.code)
        case Outcome.AWAY:
            _update(mail, mail.lease, state=State.WAITING, reason=answer.code, handovers=mail.handovers - 1)


def drop(mail: OutgoingMail, code: str) -> None:
    """The mail is no longer wanted or allowed."""
    _update(mail, mail.lease, state=State.DROPPED, reason=code[:60])


def try_later(mail: OutgoingMail, code: str, *, was_handed_over: bool = True) -> None:
    """Tries again after a pause, which grows each time, and gives up in the end."""
    now, attempts = timezone.now(), mail.attempts + 1
    values = {"attempts": attempts, "reason": code, "handovers": mail.handovers - was_handed_over}
    if attempts >= MOST_ATTEMPTS:
        logger.warning("Mail %s was tried %s times (%s).", mail.pk, attempts, code)
        _update(mail, mail.lease, state=State.FAILED, **values)
    else:
        _update(mail, mail.lease, state=State.WAITING, due_at=next_attempt(attempts, now), **values)


@transaction.atomic
def wait_for_server(pks: Iterable[uuid.UUID], lease: uuid.UUID, code: str) -> None:
    """Gives back mails of which the server has nothing. No fault of theirs: they stay due and count no attempt, but do
    not wait for ever.
    """
    mails = OutgoingMail.objects.filter(pk__in=list(pks), lease=lease, state=State.SENDING)
    now = timezone.now()
    OutgoingMail.objects.filter(pk__in=free(mails.filter(due_at__lt=now - LONGEST_WAIT)).values("pk")).update(
        state=State.FAILED, reason=code, settled_at=now, lease=None, leased_until=None
    )
    OutgoingMail.objects.filter(pk__in=free(mails).values("pk")).update(
        state=State.WAITING, reason=code, lease=None, leased_until=None
    )


def _perhaps_sent(mail: OutgoingMail, code: str) -> None:
    """No answer came. The handover stands: after a second one nobody sends it a third time."""
    if mail.handovers >= MOST_HANDOVERS:
        logger.warning("Mail %s may have been sent (%s).", mail.pk, code)
        _update(mail, mail.lease, state=State.UNCERTAIN, reason=code)
    else:
        _update(mail, mail.lease, state=State.WAITING, reason=code, due_at=next_attempt(1, timezone.now()))


def _update(mail: OutgoingMail, lease: uuid.UUID | None, **values: Any) -> None:
    """Writes it if ``lease`` still holds the mail; None: whoever holds it."""
    rows = OutgoingMail.objects.filter(pk=mail.pk)
    rows = rows.filter(lease=lease, state=State.SENDING) if lease else rows.exclude(state=State.SENT)
    if values["state"] != State.WAITING:
        values["settled_at"] = timezone.now()
    rows.update(lease=None, leased_until=None, **values)
