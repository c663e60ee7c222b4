"""A mailbox that is not there, or whose owner reported a mail as unwanted: nothing is ever sent to it again.

A report of unwanted mail is an objection (GDPR, article 21 (2) and (3)); a person who made it need not say so twice.
"""

from django.db import transaction

from consent.addresses import Address
from consent.models import ConsentEntry
from consent.rules.holding import held_contacts, hold
from consent.rules.suppressing import suppress
from consent.rules.withdrawing import withdraw_all


@transaction.atomic
def stop_writing(address: Address, reason: str) -> None:
    """Suppresses ``address`` and withdraws whatever its owner agreed to. Doing it twice does no harm."""
    hold(address)
    for contact in held_contacts(address):
        withdraw_all(contact, method=ConsentEntry.Method.REPORT)
    suppress(address, reason)
