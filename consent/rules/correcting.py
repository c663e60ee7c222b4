"""Correcting an address (GDPR, article 16). The old one stays until the owner of the new one confirms by POST.

The reference in the ledger is made of the address, so it changes with it: whoever gets the old mailbox must not read
what became of its owner. The entry on the new reference names, by their numbers, the entries on which each consent
rests: the proof goes on. The entry on the old one says that the address was corrected, and nothing of the new one. The
journal has a line on the old reference, so that a restore brings nobody back under an address that is theirs no longer.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from consent import journal
from consent.addresses import Address
from consent.keys.indexes import index
from consent.keys.joining import move_to
from consent.keys.ring import Use
from consent.models import Consent, ConsentEntry, Contact, OutgoingMail, Request, Token
from consent.rules.holding import held_contacts, held_requests, hold
from consent.rules.suppressing import is_suppressed

STAYS = (Token.Kind.UNSUBSCRIBE,)  # old mail may still be stopped; nothing else is opened from the old mailbox


def new_address(text: str) -> Request | None:
    """The request that a link would confirm. Changes nothing."""
    token = Token.find(Token.Kind.CORRECT, text)
    return token.request if token and not token.is_used else None


@transaction.atomic
def correct(text: str) -> bool:
    """Puts the new address in the place of the old one, once. False if the link is used, expired or unknown."""
    request = new_address(text)
    if request is None or request.corrects is None:
        return False
    address, old = request.address, request.corrects.address
    hold(old, address)
    held_requests(old, address)
    held_contacts(old, address)
    request = new_address(text)  # as it stands now that nobody else is at it
    if request is None or request.corrects is None or request.corrects.address.canonical != old.canonical:
        return False
    contact = request.corrects
    if is_suppressed(address):
        return False
    if address.canonical != contact.address.canonical:  # else another link of theirs was used before
        _move(contact, address, request)
    elif str(address) != str(contact.address):
        _write_otherwise(contact, address)
    _forget(request)
    return True


def _move(contact: Contact, address: Address, request: Request) -> None:
    old, old_subject = contact.address, contact.subject
    there = Contact.objects.select_for_update().of(address).first()
    if there is not None:
        _merge(contact, there, request)
    else:
        there = contact
        there.address, there.subject = address, index(Use.SUBJECT, address.canonical)
        there.confirmed_at = timezone.now()
        there.save(update_fields=["sealed_address", "lookup", "subject", "confirmed_at"])
    _close_old(old, there)
    _enter(request, old_subject, there)


def _write_otherwise(contact: Contact, address: Address) -> None:
    """The same address in other letters: it is written as its owner has it, and remains the one that it was."""
    contact.address = address
    is_alone = not Contact.objects.of(address).exclude(pk=contact.pk).exists()
    contact.save(update_fields=["sealed_address", "lookup"] if is_alone else ["sealed_address"])


def _merge(contact: Contact, there: Contact, request: Request) -> None:
    """The new address is known already: what was agreed to goes over to it, unless it has an answer of its own."""
    answered = there.consents.values("purpose")
    contact.consents.exclude(purpose__in=answered).update(contact=there)
    Token.objects.filter(contact=contact, kind__in=STAYS).update(contact=there)
    Request.objects.filter(pk=request.pk).update(corrects=None)
    move_to(there, contact, apart_from=(Consent, Token, Request))
    contact.delete()


def _close_old(old: Address, contact: Contact) -> None:
    """Nothing is opened any more from the old mailbox, and nobody waits for it."""
    Token.objects.filter(contact=contact).exclude(kind__in=STAYS).delete()
    waiting = Request.objects.of(old)
    OutgoingMail.objects.filter(request__in=waiting).delete()
    waiting.delete()


def _enter(request: Request, old_subject: str, contact: Contact) -> None:
    common: dict[str, Any] = {
        "action": ConsentEntry.Action.CORRECTED,
        "method": ConsentEntry.Method.LINK,
        "site_id": request.site_id,
        "language": request.language,
    }
    rests_on = [
        {"code": consent.purpose.code, "version": consent.purpose_version, "entry": consent.entry_number}
        for consent in Consent.objects.filter(contact=contact).select_related("purpose").order_by("entry_number")
    ]
    ConsentEntry.append(**common, subject=old_subject)
    ConsentEntry.append(**common, subject=contact.subject, request_id=str(request.pk), purposes=rests_on)
    journal.write("correction", old_subject)


def _forget(request: Request) -> None:
    Token.objects.filter(request=request).delete()
    OutgoingMail.objects.filter(request=request).exclude(state=OutgoingMail.State.SENT).delete()
    request.delete()
