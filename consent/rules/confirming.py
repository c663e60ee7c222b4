"""Double opt-in: whoever can open the mailbox confirms, or says that it was somebody else (GDPR, article 7 (1)).

Both are POST alone, and one link has one effect however often and by how many it is sent (DESIGN.md, C3 and M4).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from consent.addresses import Address
from consent.keys.indexes import index
from consent.keys.ring import Use
from consent.models import ConsentEntry, Contact, OutgoingMail, Request, Suppression, Token
from consent.outbox import enqueue
from consent.rules.correcting import new_address
from consent.rules.giving import give
from consent.rules.holding import held_contacts, held_requests, hold
from consent.rules.suppressing import is_suppressed, suppress
from consent.rules.withdrawing import withdraw_all

Action = ConsentEntry.Action
CONFIRMABLE = (Request.Kind.SIGN_UP, Request.Kind.COMMENT)
HELD: list[Callable[[Sequence[Request]], None]] = []  # what is locked with requests, before the head of the ledger
FOLLOWED: list[Callable[[Request, Contact], None]] = []  # what else is done when a request is confirmed, with it


class Outcome(StrEnum):
    """What a link did."""

    CONFIRMED = "confirmed"
    REFUSED = "refused"  # "this wasn't me"
    ALREADY = "already"  # it was used before
    GONE = "gone"  # unknown, expired, erased, or never to be written to


@dataclass(frozen=True)
class Confirmation:
    """What happened, and to whom."""

    outcome: Outcome
    contact: Contact | None = None


def pending_request(text: str) -> Request | None:
    """The request that a link would confirm. Changes nothing."""
    token = Token.find(Token.Kind.CONFIRM, text)
    if token is None or token.is_used or token.request_id is None:
        return None
    pending = Request.objects.filter(kind__in=CONFIRMABLE, expires_at__gt=timezone.now())
    return pending.filter(pk=token.request_id).first()


@transaction.atomic
def confirm(text: str) -> Confirmation:
    """Makes the contact and its consents, enters them into the ledger and queues the receipt. Once."""
    request = _held(pending_request(text))
    if request is None:
        return _too_late(text)
    address = request.address
    if request.expires_at <= timezone.now() or is_suppressed(address):
        return Confirmation(Outcome.GONE)
    contact = _contact(address, request)
    for also_hold in HELD:
        also_hold([request])
    for follow in FOLLOWED:  # first: it may lock rows and the head of a ledger of its own (``holding``)
        follow(request, contact)
    entry = _enter(Action.CONFIRMED, request, subject=contact.subject)
    rests_on = give(contact, request, entry)
    Token.objects.filter(request=request).update(used_at=timezone.now(), contact=contact, request=None)
    sent = OutgoingMail.objects.filter(request=request, state=OutgoingMail.State.SENT)
    sent.update(contact=contact)  # theirs now: shown to them, and erased with them
    _forget(request)
    for number in sorted(rests_on):
        _queue_receipt(contact, request, number, entry)
    return Confirmation(Outcome.CONFIRMED, contact)


@transaction.atomic
def refuse(text: str) -> Confirmation:
    """“This wasn't me, never write to me”: no trace of the request but the suppression, and the entry that says so.

    Whoever had agreed to something before takes it back with this.
    """
    request = _held(pending_request(text))
    return _too_late(text) if request is None else _refuse(request)


@transaction.atomic
def refuse_new_address(text: str) -> Confirmation:
    """The same by the link that goes to the new address of somebody (``correcting``). Theirs stays as it was."""
    request = _held(new_address(text))
    return Confirmation(Outcome.GONE) if request is None else _refuse(request)


def _refuse(request: Request) -> Confirmation:
    address = request.address
    requests, contacts = held_requests(address), held_contacts(address)
    for also_hold in HELD:
        also_hold(requests)
    suppress(address, Suppression.Reason.NOT_ME)
    for contact in contacts:
        withdraw_all(contact, method=ConsentEntry.Method.LINK)
    _enter(Action.NOT_ME, request)
    for other in requests:
        Token.objects.filter(request=other).update(used_at=timezone.now(), request=None)
        _forget(other)
    return Confirmation(Outcome.REFUSED)


def _held(found: Request | None) -> Request | None:
    """The request that a link leads to, held with its person. Several links may lead to it."""
    if found is None:
        return None
    hold(found.address)
    return Request.objects.select_for_update().filter(pk=found.pk).first()


def _too_late(text: str) -> Confirmation:
    """What is told of a link that leads to no request, or to none any more."""
    token = Token.find(Token.Kind.CONFIRM, text)
    if token is None or not token.is_used:
        return Confirmation(Outcome.GONE)
    return Confirmation(Outcome.ALREADY, token.contact)


def _contact(address: Address, request: Request) -> Contact:
    """The contact of ``address``: the one that is there, or a new one."""
    found = next(iter(held_contacts(address)), None)
    if found is None:
        contact = Contact(language=request.language, is_discreet=request.is_discreet)
        contact.address = address
        contact.subject = index(Use.SUBJECT, address.canonical)
        contact.save(force_insert=True)
        return contact
    if request.is_discreet and not found.is_discreet:
        found.is_discreet = True
        found.save(update_fields=["is_discreet"])
    return found


def _queue_receipt(contact: Contact, request: Request, number: int, entry: ConsentEntry) -> None:
    """A receipt of the entry ``number``. One of another entry than that of this confirmation was sent before."""
    enqueue(
        kind="receipt",
        key=f"receipt:{number}" if number == entry.number else f"receipt:{number}:{entry.number}",
        site=request.site,
        language=request.language,
        contact=contact,
        about=str(number),
        priority=2,
    )


def _enter(action: str, request: Request, *, subject: str = "") -> ConsentEntry:
    offer = request.offer
    return ConsentEntry.append(
        action=action,
        method=ConsentEntry.Method.LINK,
        request_id=str(request.pk),
        subject=subject,
        site_id=request.site_id,
        language=request.language,
        notice_digest=offer["notice_digest"],
        wording_digest=offer["wording_digest"],
        purposes=offer["purposes"],
        policies=offer["policies"],
    )


def _forget(request: Request) -> None:
    """Takes away the request with its address, and mail of it that has not gone out."""
    OutgoingMail.objects.filter(request=request).exclude(state=OutgoingMail.State.SENT).delete()
    request.delete()
