"""A mailbox that is not there, or whose owner reported a mail as unwanted: nothing is ever sent to it again.

A report of unwanted mail is an objection (GDPR, article 21 (2) and (3)); a person who made it need not say so twice. It
is about what they had agreed to by then: whoever agreed to something afterwards, or came to the address, meant it.
"""

from datetime import datetime

from django.db import transaction

from consent.addresses import Address
from consent.models import Consent, ConsentEntry, Contact, Suppression
from consent.rules.holding import held_contacts, hold
from consent.rules.suppressing import suppress
from consent.rules.withdrawing import withdraw


@transaction.atomic
def stop_writing(address: Address, reason: str, *, at: datetime | None = None) -> None:
    """Suppresses ``address`` and withdraws whatever its owner agreed to. Doing it twice does no harm.

    ``at``: when that was reported, if it may be long ago. What was given since then stays, and so does mail. That a
    mailbox was not there says nothing once somebody has opened a mail in it.
    """
    hold(address)
    contacts = held_contacts(address)
    is_over = at is not None and any(_came_since(contact, at) for contact in contacts)
    if is_over and reason == Suppression.Reason.BOUNCE:
        return
    for consent in _given(contacts, until=at):
        withdraw(consent, method=ConsentEntry.Method.REPORT)
    if not is_over:
        suppress(address, reason)


def _came_since(contact: Contact, at: datetime) -> bool:
    return contact.confirmed_at > at or contact.consents.given().filter(given_at__gt=at).exists()


def _given(contacts: list[Contact], *, until: datetime | None) -> list[Consent]:
    given = Consent.objects.given().filter(contact__in=contacts)
    if until is not None:  # whoever moved to the address later had agreed to theirs elsewhere
        given = given.filter(given_at__lte=until, contact__confirmed_at__lte=until)
    return list(given.order_by("pk"))
