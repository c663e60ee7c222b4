"""Erasure (GDPR, article 17): no address, sealed or not, no name, no link and no queued mail is left. What stays is the
ledger with its keyed references, the suppression, and a note that the erasure took place (DESIGN.md, C6).

Other apps that keep something of a person register an eraser with ``personal_data``.
"""

from django.db import transaction
from django.utils import timezone

from consent import journal
from consent.addresses import Address
from consent.keys.indexes import index, indexes
from consent.keys.ring import Use
from consent.models import (
    AddressReveal,
    ConsentEntry,
    Contact,
    Erasure,
    OutgoingMail,
    Request,
    Suppression,
)
from consent.personal_data import erasers
from consent.rules.holding import held_contacts, held_requests, hold
from consent.rules.suppressing import suppress


@transaction.atomic
def erase(address: Address, *, method: str, never_write: bool = False) -> None:
    """Erases everything that is held on ``address``. Doing it twice does no harm."""
    hold(address)
    requests, contacts = held_requests(address), held_contacts(address)
    subjects = {*indexes(Use.SUBJECT, address.canonical), *(contact.subject for contact in contacts)}
    for eraser in erasers():
        eraser(address, contacts)
    OutgoingMail.objects.filter(contact__in=contacts).delete()
    OutgoingMail.objects.filter(request__in=requests).delete()
    AddressReveal.objects.filter(subject__in=subjects).update(reason="", contact=None)
    Request.objects.filter(pk__in=[request.pk for request in requests]).delete()
    Contact.objects.filter(pk__in=[contact.pk for contact in contacts]).delete()
    if never_write:
        suppress(address, Suppression.Reason.ASKED)
    erased = sorted({contact.subject for contact in contacts}) or [index(Use.SUBJECT, address.canonical)]
    for subject in erased:
        Erasure.objects.create(subject=subject, erased_at=timezone.now())
        journal.write("erasure", subject)
    for subject in erased:
        ConsentEntry.append(action=ConsentEntry.Action.ERASED, method=method, subject=subject)
