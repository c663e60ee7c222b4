"""Seeing what is held, without an account: a mailed link is used once, and opens half an hour (GDPR, article 12 (6):
whoever can open the mailbox is its owner).

The request for access stands for that half hour: it holds the address, its sessions hang on it, and it is deleted with
the last of them. A session is a token in a hidden field, renewed with every page, and never part of an address.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from consent.addresses import Address
from consent.keys.indexes import index
from consent.keys.ring import Use
from consent.models import ConsentEntry, Contact, Request, Token
from consent.rules.holding import hold


@dataclass(frozen=True)
class Opened:
    """Whose data is shown, and the token with which they go on."""

    request: Request
    address: Address
    session: str

    @property
    def contacts(self) -> list[Contact]:
        """The confirmed address, if it is one: one row or none."""
        return list(Contact.objects.of(self.address))


def can_open(text: str) -> bool:
    """Whether the link would open. Changes nothing."""
    token = Token.find(Token.Kind.ACCESS, text)
    return token is not None and not token.is_used and token.request_id is not None


@transaction.atomic
def open_link(text: str) -> Opened | None:
    """Uses a link up and enters that its owner saw what is held. None if it is used, expired or unknown."""
    request = _held(Token.Kind.ACCESS, text)
    if request is None:
        return None
    Token.objects.filter(request=request, kind=Token.Kind.ACCESS).update(used_at=timezone.now())
    opened = _renewed(request)
    contact = next(iter(opened.contacts), None)
    ConsentEntry.append(
        action=ConsentEntry.Action.ACCESSED,
        method=ConsentEntry.Method.LINK,
        request_id=str(request.pk),
        subject=contact.subject if contact else index(Use.SUBJECT, opened.address.canonical),
        site_id=request.site_id,
        language=request.language,
    )
    return opened


@transaction.atomic
def go_on(text: str) -> Opened | None:
    """Half an hour more, with a new token. None if the session is over."""
    request = _held(Token.Kind.SESSION, text)
    return _renewed(request) if request else None


def address_of(text: str) -> Address | None:
    """Whose session it is, without renewing it: for a file beside the page. None if the session is over."""
    token = Token.find(Token.Kind.SESSION, text)
    return token.request.address if token and token.request else None


def _held(kind: str, text: str) -> Request | None:
    """The request of a link that still opens, held with its owner until the transaction ends."""
    token = Token.find(kind, text)
    if token is None or token.request is None:
        return None
    hold(token.request.address)
    request = Request.objects.select_for_update().filter(pk=token.request.pk).first()
    token = Token.find(kind, text)  # as it stands now that nobody else is at it
    return request if token and not token.is_used else None


def _renewed(request: Request) -> Opened:
    session = Token.issue(Token.Kind.SESSION, request=request)
    request.expires_at = timezone.now() + Token.LIVES[Token.Kind.SESSION]
    request.save(update_fields=["expires_at"])
    return Opened(request, request.address, session)
