"""Whom a letter on comments goes to, asked at the moment it is written, and how its reader stops such mail."""

from comments.rules.consenting import standing_consent
from consent.addresses import Address
from consent.links import link
from consent.mail.letter import NotToBeSentError
from consent.models import Consent, Contact, OutgoingMail, Token
from consent.rules.suppressing import is_suppressed


def recipient(mail: OutgoingMail, kind: str) -> tuple[Contact, Address, Consent]:
    """The person, their address and what they agreed to for this ``kind`` of purpose. Raises ``NotToBeSentError``."""
    contact = mail.contact
    if contact is None:
        raise NotToBeSentError("gone")
    address = contact.address
    if is_suppressed(address):
        raise NotToBeSentError("suppressed")
    consent = standing_consent(contact, mail.site, kind)
    if consent is None:
        raise NotToBeSentError("no-consent")
    return contact, address, consent


def preferences_link(mail: OutgoingMail, contact: Contact) -> str:
    """A link to the page on which they stop or change what they get."""
    token = Token.issue(Token.Kind.PREFERENCES, contact=contact)
    return link("preferences", site=mail.site, language=mail.language, token=token)
