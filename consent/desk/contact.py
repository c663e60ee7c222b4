"""One contact as staff see it: the address masked, what the person agreed to in the words that they saw, what the
ledger says, what was sent, and who looked at the address.
"""

from typing import Any

from django.db.models import Q
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from consent.desk.delivery import letter_name
from consent.keys.indexes import indexes
from consent.keys.ring import Use
from consent.models import AddressReveal, Consent, ConsentEntry, Contact, OutgoingMail, Request
from consent.rules.suppressing import suppressions_of
from consent.versions.labels import labels_of

MOST = 50  # rows of each kind that grows


def shown(contact: Contact) -> dict[str, Any]:
    """What the screen shows. Seven queries, however many consents."""
    address = contact.address
    subjects = {contact.subject, *indexes(Use.SUBJECT, address.canonical)}
    entries = ConsentEntry.objects.filter(subject__in=subjects).order_by("-number")[:MOST]
    mine = Q(contact=contact) | Q(request__in=Request.objects.of(address))
    mails = list(OutgoingMail.objects.filter(mine).order_by("-created_at", "pk")[:MOST])
    return {
        "contact": contact,
        "masked": contact.masked_address,
        "consents": consents_of(contact),
        "suppressions": list(suppressions_of(address)),
        "entries": list(entries),
        "mails": [(letter_name(mail.kind), mail) for mail in mails],
        "reveals": list(AddressReveal.objects.filter(subject__in=subjects)[:MOST]),
        "acts": acts_for(contact),
    }


def consents_of(contact: Contact) -> list[tuple[str, Consent]]:
    """The person's consents, each with the words that they saw. Two queries."""
    consents = list(contact.consents.select_related("purpose__site").order_by("given_at", "pk"))
    words = labels_of(consents)
    return [(words[consent.pk], consent) for consent in consents]


def acts_for(contact: Contact) -> list[ModelLogEntry]:
    """What staff carried out for this person."""
    return list(registry.get_logs_for_instance(contact).select_related("user")[:MOST])
