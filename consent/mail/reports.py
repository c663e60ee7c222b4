"""What the mail provider reports of a mail that it had taken, carried out once.

A mailbox that is not there and a complaint end all mail to the address (``rules.returned``). A bounce that may pass is
only counted. A report of a mail that is not ours leaves nothing behind: whoever can write here proves nothing by it.

A report is about the address that the mail went to, which its owner may have corrected since: then it says nothing of
the new one. Nor does it say anything of whoever has come to the address afterwards.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from consent.addresses import Address, parse_address
from consent.mail.answers import NO_MAILBOX
from consent.models import ConsentEntry, Contact, MailEvent, OutgoingMail, Request, Suppression
from consent.register.personal_data import subjects_of
from consent.rules.returned import stop_writing

_ENHANCED = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")


class Kind(StrEnum):
    """What a report is about. The values stand in ``MailEvent.kind``."""

    HARD_BOUNCE = "hard-bounce"
    SOFT_BOUNCE = "soft-bounce"
    COMPLAINT = "complaint"
    UNSUBSCRIBED = "unsubscribed"  # with the provider, past our own links


REASONS = {
    Kind.HARD_BOUNCE: Suppression.Reason.BOUNCE,
    Kind.COMPLAINT: Suppression.Reason.COMPLAINT,
    Kind.UNSUBSCRIBED: Suppression.Reason.ASKED,
}


@dataclass(frozen=True)
class Report:
    """One report. ``number``: what tells it from all others; ``mail``: the provider's name for the mail; ``at``: when
    what it tells of took place, if it says so.
    """

    number: str
    kind: Kind
    mail: str = ""
    recipient: str = ""
    at: datetime | None = None

    def __repr__(self) -> str:
        return f"<Report {self.kind}>"  # so that no log ever holds an address


def bounce_kind(reason: str, answer: str, *, may_pass: bool) -> Kind:
    """Whether the mailbox is not there. ``reason``: as anymail has it; ``answer``: the words of the other server.

    A code of three numbers decides, as it does when we hand a mail over ourselves: a mailbox may be full, a mail too
    large or refused for what it says. Without one the provider's word counts.
    """
    found = _ENHANCED.search(answer)
    is_hard = found.group(1) in NO_MAILBOX if found else reason in ("bounced", "invalid")
    return Kind.HARD_BOUNCE if is_hard and not may_pass else Kind.SOFT_BOUNCE


@transaction.atomic
def carry_out(report: Report) -> bool:
    """Keeps the report and does what follows from it, both or neither. False if it was unknown or came before."""
    mail = OutgoingMail.objects.filter(provider_id=report.mail).first() if report.mail else None
    address, at = _concerned(mail, report)
    if mail is None and address is None:
        return False
    number = hashlib.sha256(report.number.encode()).hexdigest()
    try:
        with transaction.atomic():
            MailEvent.objects.create(event_id=number, kind=report.kind, mail=mail)
    except IntegrityError:
        return False
    if address and report.kind in REASONS:
        stop_writing(address, REASONS[report.kind], at=at)
    return True


def _concerned(mail: OutgoingMail | None, report: Report) -> tuple[Address | None, datetime | None]:
    """The address that the mail went to, if it can be told, and up to when the report says something of its owner."""
    recipient = _recipient(report)
    owner = (mail.contact or mail.request) if mail else None
    if mail is None or owner is None:
        return (recipient if recipient and _is_known(recipient) else None), report.at
    address, sent_at = owner.address, mail.settled_at or mail.created_at
    if recipient and recipient.canonical != address.canonical:
        return recipient, sent_at
    if recipient is None and isinstance(owner, Contact) and _was_corrected(owner, address, since=sent_at):
        return None, None
    return address, report.at


def _recipient(report: Report) -> Address | None:
    try:
        return parse_address(report.recipient)
    except ValidationError:
        return None


def _is_known(address: Address) -> bool:
    return Contact.objects.of(address).exists() or Request.objects.of(address).exists()


def _was_corrected(contact: Contact, address: Address, *, since: datetime) -> bool:
    corrected = ConsentEntry.objects.filter(action=ConsentEntry.Action.CORRECTED, recorded_at__gte=since)
    return corrected.filter(subject__in=subjects_of(address, [contact])).exists()
