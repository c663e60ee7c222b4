"""The one order in which rows are locked, so that nobody waits for somebody who waits for them.

1. the person: ``hold(address)``, by whoever begins with an address, a request or the link to one
2. their requests, by id
3. their contact, by whoever changes it or anything that hangs on it: consents, links, mail; several of them by id
4. what other apps hang on a person, such as comments
5. the heads of ledgers, last, since everybody waits for them: those of other apps, then that of consents

What hangs on a request or a contact is changed under its lock alone, so it may follow the ledger. A row that points at
one of them locks it when the transaction ends: a new link or mail is no way round this order. Whoever holds a later one
never asks for an earlier one. SQLite lets one writer at a time begin (``transaction_mode: IMMEDIATE``) and needs none
of this.

The worker begins with a mail. It holds whoever the mail goes to (``held_reader``), then the mail, and does not hold the
person: it asks for nothing that comes before. A mail that somebody else has, it leaves alone instead of waiting.
"""

import uuid

from django.db import connection, transaction

from consent.addresses import Address
from consent.keys.indexes import indexes
from consent.keys.ring import Use
from consent.models import Consent, Contact, Request


def hold(*addresses: Address) -> None:
    """Waits until nobody else changes what is held on this person, and keeps others waiting until the transaction ends.
    Who needs two of them, to put one address in the place of another, holds both at once.

    Holds for addresses of which nothing is known, too: there is no row to lock. Processes that share one key at least
    exclude each other, which is so while keys change.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("Hold a person within a transaction.")
    if connection.vendor != "postgresql":
        return
    look_ups = {look_up for address in addresses for look_up in indexes(Use.LOOKUP, address.canonical)}
    digits = [look_up.partition(":")[2] for look_up in look_ups]
    with connection.cursor() as cursor:
        for number in sorted(int.from_bytes(bytes.fromhex(each)[:8], "big", signed=True) for each in digits):
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def held_requests(*addresses: Address) -> list[Request]:
    """Every request of whoever is held."""
    return list(Request.objects.select_for_update().of(*addresses).order_by("pk"))


def held_requests_and_corrections(address: Address) -> list[Request]:
    """Every request of somebody who is held, and those that would give them a new address."""
    contacts = Contact.objects.of(address)
    theirs = Request.objects.of(address) | Request.objects.filter(corrects__in=contacts)
    return list(theirs.select_for_update(of=("self",)).order_by("pk"))


def held_contacts(*addresses: Address) -> list[Contact]:
    """Every contact of whoever is held: one each, or two until ``rotate_keys`` has joined them."""
    return list(Contact.objects.select_for_update().of(*addresses).order_by("pk"))


def held_reader(mail: uuid.UUID) -> Contact | Request | None:
    """The contact or request that a mail goes to, locked before the mail itself; None if it goes to nobody any more.

    A correction may give the mail to another contact until it is locked, too.
    """
    of_contact = Contact.objects.select_for_update(of=("self",), no_key=True).filter(mails=mail)
    of_request = Request.objects.select_for_update(of=("self",), no_key=True).filter(mails=mail)
    return of_contact.first() or of_request.first()


def held_consent(consent: Consent) -> Consent | None:
    """The consent as it stands now, with its contact locked; None if the person was erased meanwhile."""
    contacts = Contact.objects.select_for_update(no_key=True).order_by("pk")
    if not list(contacts.filter(consents=consent.pk)):
        return None
    return Consent.objects.select_related("contact", "purpose").filter(pk=consent.pk).first()
