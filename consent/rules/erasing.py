"""Erasure (GDPR, article 17): no address, sealed or not, no name, no link and no queued mail is left. What stays is the
ledger with its keyed references, the suppression, and a note that the erasure took place (DESIGN.md, C6).

What is erased, and how, stands with the declaration of each model (``personal_data``).
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from consent import journal
from consent.addresses import Address
from consent.keys.indexes import index
from consent.keys.ring import Use
from consent.models import ConsentEntry, Contact, Erasure, Suppression
from consent.register.personal_data import erasers
from consent.rules.holding import held_contacts, held_requests_and_corrections, hold
from consent.rules.suppressing import suppress


@transaction.atomic
def erase(address: Address, *, method: str, never_write: bool = False) -> None:
    """Erases everything that is held on ``address``. Doing it twice does no harm."""
    contacts = erase_rows(address)
    at = timezone.now()
    if never_write:
        suppress(address, Suppression.Reason.ASKED)
    erased = sorted({contact.subject for contact in contacts}) or [index(Use.SUBJECT, address.canonical)]
    for subject in erased:
        journal.write("erasure", subject, at=at)
    for subject in erased:
        note_erasure(subject, method=method, at=at)


@transaction.atomic
def erase_rows(address: Address) -> list[Contact]:
    """Takes away whatever the register says, and notes nothing. Returns the contacts that were there."""
    hold(address)
    held_requests_and_corrections(address)
    contacts = held_contacts(address)
    for eraser in erasers():
        eraser(address, contacts)
    return contacts


def note_erasure(subject: str, *, method: str, at: datetime) -> None:
    """Notes that somebody was erased, beside the ledger and in it."""
    Erasure.objects.create(subject=subject, erased_at=at)
    ConsentEntry.append(action=ConsentEntry.Action.ERASED, method=method, subject=subject)
