"""Holding all that belongs to one address until a transaction ends, in one order: links, requests, consents, contacts.

Whoever confirms takes a link, its request and the contact in this order too. So an address that is confirmed at this
moment is there when we look, or is not confirmed at all; and two of us wait for each other instead of forever.
"""

from django.db.models import Q

from consent.addresses import Address
from consent.models import Consent, Contact, Request, Token


def hold(address: Address) -> list[Contact]:
    """The contacts of ``address``, held with everything that points at them. Needs a transaction."""
    contacts = Contact.objects.of(address)
    requests = Request.objects.filter(Q(pk__in=Request.objects.of(address)) | Q(corrects__in=contacts))
    tokens = Token.objects.filter(Q(request__in=requests) | Q(contact__in=contacts))
    consents = Consent.objects.filter(contact__in=contacts)
    for rows in (tokens, requests, consents):
        list(rows.select_for_update(of=("self",)).order_by("pk").values_list("pk"))
    return list(contacts.select_for_update(of=("self",)).order_by("pk"))
