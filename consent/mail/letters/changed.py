"""“Our words have changed”: nothing more is sent until the person has agreed to them (EDPB, Guidelines 05/2020)."""

from consent.links import link
from consent.mail.frame import framed_letter
from consent.mail.letter import Letter, NotToBeSentError, writes
from consent.models import OutgoingMail, Token
from consent.rules.renewing import outdated
from consent.rules.suppressing import is_suppressed


@writes("changed")
def changed(mail: OutgoingMail) -> Letter:
    """The letter, if something still has to be agreed to. Raises ``NotToBeSentError``."""
    contact = mail.contact
    if contact is None:
        raise NotToBeSentError("gone")
    address = contact.address
    if is_suppressed(address):
        raise NotToBeSentError("suppressed")
    waiting = outdated(contact, mail.site)
    if not waiting:
        raise NotToBeSentError("agreed")
    token = Token.issue(Token.Kind.PREFERENCES, contact=contact)
    return framed_letter(
        "changed",
        to=address,
        site=mail.site,
        language=mail.language,
        is_discreet=contact.is_discreet,
        context={
            "url": link("preferences", site=mail.site, language=mail.language, token=token),
            "labels": sorted({label for renewal in waiting for label in renewal.labels}),
            "changes": sorted({text.what_changed for renewal in waiting for text in renewal.changed} - {""}),
        },
    )
