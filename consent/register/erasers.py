"""How the rows of each model are taken away (GDPR, article 17). Each function is the eraser of one declaration in
``declarations``; ``rules.erasing`` calls them all in one transaction, rows that point at others first.
"""

from django.db.models import Q

from consent.addresses import Address
from consent.keys.indexes import indexes
from consent.keys.ring import Use
from consent.models import AddressReveal, Consent, Contact, MailEvent, OutgoingMail, Request, Token
from consent.register.personal_data import subjects_of

Contacts = list[Contact]


def erase_requests(address: Address, contacts: Contacts) -> None:
    """Requests that wait, with their links."""
    Request.objects.filter(_of_request("", address, contacts)).delete()


def erase_contacts(_address: Address, contacts: Contacts) -> None:
    """The address itself."""
    Contact.objects.filter(pk__in=[contact.pk for contact in contacts]).delete()


def erase_consents(_address: Address, contacts: Contacts) -> None:
    """What the person agreed to."""
    Consent.objects.filter(contact__in=contacts).delete()


def erase_links(address: Address, contacts: Contacts) -> None:
    """Every link, so that none brings anybody back."""
    Token.objects.filter(Q(contact__in=contacts) | _of_request("request__", address, contacts)).delete()


def erase_mail(address: Address, contacts: Contacts) -> None:
    """Mail that waits, and notes of mail that went out."""
    OutgoingMail.objects.filter(Q(contact__in=contacts) | _of_request("request__", address, contacts)).delete()


def erase_mail_events(address: Address, contacts: Contacts) -> None:
    """What leads from a report of the mail provider to the person. Its number stays until none comes twice:
    whoever comes back must not lose what they agreed to by a report from before.
    """
    of_mail = Q(mail__contact__in=contacts) | _of_request("mail__request__", address, contacts)
    MailEvent.objects.filter(of_mail).update(mail=None)


def blank_reveals(address: Address, contacts: Contacts) -> None:
    """Why somebody looked at the address: words about the person. Who looked, and when, stays."""
    wanted = AddressReveal.objects.filter(Q(subject__in=subjects_of(address, contacts)) | Q(contact__in=contacts))
    wanted.update(reason="", contact=None)


def _of_request(prefix: str, address: Address, contacts: Contacts) -> Q:
    """Requests of the address, and those for a new address of its owner. ``prefix`` leads to the request."""
    return Q(**{f"{prefix}lookup__in": _lookups(address)}) | Q(**{f"{prefix}corrects__in": contacts})


def _lookups(address: Address) -> list[str]:
    return indexes(Use.LOOKUP, address.canonical)
