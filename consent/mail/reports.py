"""What the mail provider reports of a mail that it had taken, carried out once.

A mailbox that is not there and a complaint end all mail to the address (``rules.returned``). A bounce that may pass is
only counted. A report of a mail that is not ours leaves nothing behind: whoever can write here proves nothing by it.
"""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from consent.addresses import Address, parse_address
from consent.mail.answers import NO_MAILBOX
from consent.models import Contact, MailEvent, OutgoingMail, Request, Suppression
from consent.rules.returned import stop_writing

_ENHANCED = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_BY_POLICY = "5.7."  # refused for what it is, or for who sent it (RFC 3463, section 3.8): the mailbox may well be there


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
    """One report. ``number``: what tells it from all others; ``mail``: the provider's name for the mail."""

    number: str
    kind: Kind
    mail: str = ""
    recipient: str = ""

    def __repr__(self) -> str:
        return f"<Report {self.kind}>"  # so that no log ever holds an address


def bounce_kind(reason: str, answer: str, *, may_pass: bool) -> Kind:
    """Whether the mailbox is not there. ``reason``: as anymail has it; ``answer``: the words of the other server."""
    found = _ENHANCED.search(answer)
    code = found.group(1) if found else ""
    is_hard = code in NO_MAILBOX or (reason in ("bounced", "invalid") and not code.startswith(_BY_POLICY))
    return Kind.HARD_BOUNCE if is_hard and not may_pass else Kind.SOFT_BOUNCE


@transaction.atomic
def carry_out(report: Report) -> bool:
    """Keeps the report and does what follows from it, both or neither. False if it was unknown or came before."""
    mail = OutgoingMail.objects.filter(provider_id=report.mail).first() if report.mail else None
    address = _address(mail, report.recipient)
    if mail is None and address is None:
        return False
    number = hashlib.sha256(report.number.encode()).hexdigest()
    try:
        with transaction.atomic():
            MailEvent.objects.create(event_id=number, kind=report.kind, mail=mail)
    except IntegrityError:
        return False
    if address and report.kind in REASONS:
        stop_writing(address, REASONS[report.kind])
    return True


def _address(mail: OutgoingMail | None, recipient: str) -> Address | None:
    """The address that the mail went to; else the recipient's, if somebody of that address is known."""
    if mail and (owner := mail.contact or mail.request):
        return owner.address
    try:
        address = parse_address(recipient)
    except ValidationError:
        return None
    is_known = Contact.objects.of(address).exists() or Request.objects.of(address).exists()
    return address if is_known else None
