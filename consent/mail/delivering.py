"""Sends what is due. Each mail is written at the last moment, in the transaction that commits its handover: whether its
reader still wants it is asked there, and nothing that was withdrawn before goes out.

1. A short transaction takes a lease on some mails.
2. For each, a second one writes the letter, asks everything once more and counts the handover.
3. The server gets the message, outside of any transaction.
4. A third writes down what it answered.
"""

import logging
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import InterfaceError, OperationalError, close_old_connections, transaction
from django.utils import timezone

from consent.addresses import Address
from consent.mail.answers import Answer, Outcome, understand, understand_absence
from consent.mail.composing import compose
from consent.mail.leasing import LEASE, held, lease_due, release, renewed
from consent.mail.letter import NotToBeSentError, write
from consent.mail.settling import drop, settle, try_later, wait_for_server
from consent.models import OutgoingMail, Request
from consent.rules.confirming import CONFIRMABLE
from consent.rules.suppressing import is_refused, is_suppressed
from portal.smtp import NotHandedOverError

logger = logging.getLogger(__name__)
PATIENCE = 6  # times EMAIL_TIMEOUT: nobody waits at a screen for the worker
PAUSES_FOR_DATABASE = (1, 2, 4, 8)  # seconds


@dataclass(frozen=True)
class Delivered:
    """How many mails were taken in hand, and whether the server takes none now, as far as one can tell."""

    mails: int = 0
    is_server_away: bool = False


def deliver_due(should_stop: Callable[[], bool] = lambda: False) -> Delivered:
    """Sends one batch of what is due. Stops after the mail in hand when ``should_stop`` says so."""
    lease, ids = lease_due()
    if not ids:
        return Delivered()
    with renewed(lease):
        return _deliver_all(ids, lease, should_stop)


def _deliver_all(ids: list[uuid.UUID], lease: uuid.UUID, should_stop: Callable[[], bool]) -> Delivered:
    connection = get_connection(timeout=(settings.EMAIL_TIMEOUT or 10) * PATIENCE)
    done = 0
    try:
        while done < len(ids) and not should_stop():
            if absence := _open(connection):
                wait_for_server(ids[done:], lease, absence.code)
                return Delivered(done, is_server_away=True)
            done += 1  # first: whatever happens from here on, the server may have it, and it is not given back
            answer = _deliver(ids[done - 1], lease, connection)
            if answer and (answer.is_ours or answer.outcome in (Outcome.AWAY, Outcome.UNKNOWN)):
                return Delivered(done, is_server_away=True)
    finally:
        release(ids[done:], lease)
        _close(connection)
    return Delivered(done)


def _open(connection: BaseEmailBackend) -> Answer | None:
    """Sees to it that there is a connection. Why there is none, else."""
    try:
        connection.open()
    except Exception as error:  # noqa: BLE001 - whatever it is, there is no connection
        absence = understand_absence(error)
        level = logging.ERROR if absence.is_ours else logging.WARNING
        logger.log(level, "The mail server can't be reached (%s, %s).", absence.code, type(error).__name__)
        return absence
    return None


def _deliver(pk: uuid.UUID, lease: uuid.UUID, connection: BaseEmailBackend) -> Answer | None:
    """Sends one mail and settles it. None: it did not go to the server at all."""
    try:
        ready = _write(pk, lease, connection)
    except (OperationalError, InterfaceError):  # the database is away
        raise
    except Exception as error:  # noqa: BLE001 - one mail must not stop the others; its words may hold an address
        _could_not_write(pk, lease, error)
        return None
    if ready is None:
        return None
    mail, address, message = ready
    answer = _hand_over(message, connection)
    if answer.outcome is Outcome.UNKNOWN:
        _close(connection)
    name = getattr(getattr(message, "anymail_status", None), "message_id", None)  # what the provider calls it
    _settle(mail, answer, address, "" if name is None else str(name))
    return answer


def _settle(mail: OutgoingMail, answer: Answer, address: Address, provider_id: str) -> None:
    """Writes down the answer. Waits some seconds for a database that is away: what was sent is not to be sent again."""
    for pause in PAUSES_FOR_DATABASE:
        try:
            settle(mail, answer, address, provider_id)
            return
        except (OperationalError, InterfaceError):
            close_old_connections()
            time.sleep(pause)
    settle(mail, answer, address, provider_id)


@transaction.atomic
def _write(
    pk: uuid.UUID, lease: uuid.UUID, connection: BaseEmailBackend
) -> tuple[OutgoingMail, Address, EmailMultiAlternatives] | None:
    """The message, ready to be handed over, and that it will be is written down. None if it is not to be sent."""
    mail = held(pk, lease)
    if mail is None:  # another worker has it, or it is gone
        return None
    try:
        with transaction.atomic():  # the links of a letter that is not sent are not kept
            letter = write(mail)
            if is_suppressed(letter.to) or (_asks_to_confirm(mail) and is_refused(letter.to)):
                raise NotToBeSentError("suppressed")
    except NotToBeSentError as refusal:
        drop(mail, str(refusal))
        return None
    message = compose(mail, letter, connection)
    mail.handovers += 1
    mail.leased_until = timezone.now() + LEASE
    mail.save(update_fields=["handovers", "leased_until"])
    return mail, letter.to, message


def _asks_to_confirm(mail: OutgoingMail) -> bool:
    return mail.request is not None and mail.request.kind in (*CONFIRMABLE, Request.Kind.CORRECTION)


def _could_not_write(pk: uuid.UUID, lease: uuid.UUID, error: Exception) -> None:
    code = f"error-{type(error).__name__}"[:60]
    logger.error("Mail %s can't be written (%s).", pk, code)
    with transaction.atomic():
        if mail := held(pk, lease):
            try_later(mail, code, was_handed_over=False)


def _hand_over(message: EmailMultiAlternatives, connection: BaseEmailBackend) -> Answer:
    """Gives the message to the server. One that had hung up on us meanwhile is called once more."""
    try:
        try:
            sent = connection.send_messages([message])
        except NotHandedOverError:
            _close(connection)
            if absence := _open(connection):
                return absence
            sent = connection.send_messages([message])
    except Exception as error:  # noqa: BLE001 - never raised: it may hold the address
        return understand(error)
    return Answer(Outcome.ACCEPTED) if sent else Answer(Outcome.LATER, "not-taken")


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except Exception as error:  # noqa: BLE001 - what was sent is sent
        logger.debug("The mail server did not say goodbye (%s).", type(error).__name__)
