"""“You are signed up”: what was agreed to, in which versions, and how to stop, with a signed receipt to keep."""

from consent.links import link
from consent.mail.frame import framed_letter
from consent.mail.letter import Letter, NotToBeSentError, writes
from consent.models import ConsentEntry, OutgoingMail, Token
from consent.receipts.making import receipt_text
from consent.rules.suppressing import is_suppressed
from consent.versions.labels import labels

FILE_NAME = "receipt.json"  # says nothing of what it is about


@writes("receipt")
def receipt(mail: OutgoingMail) -> Letter:
    """The letter about one confirmation. Raises ``NotToBeSentError``."""
    contact = mail.contact
    if contact is None:
        raise NotToBeSentError("gone")
    address = contact.address
    if is_suppressed(address):
        raise NotToBeSentError("suppressed")
    number = int(mail.subject_id)
    if not contact.consents.given().filter(entry_number=number).exists():  # theirs, whatever their address was then
        raise NotToBeSentError("withdrawn")
    entry = ConsentEntry.objects.filter(number=number).first()
    if entry is None:
        raise NotToBeSentError("no-entry")
    token = Token.issue(Token.Kind.PREFERENCES, contact=contact)
    return framed_letter(
        "receipt",
        to=address,
        site=mail.site,
        language=mail.language,
        is_discreet=contact.is_discreet,
        context={
            "url": link("preferences", site=mail.site, language=mail.language, token=token),
            "verify_url": link("verify", site=mail.site, language=mail.language),
            "labels": labels(mail.site.pk, entry.language, entry.purposes),
            "entry": entry,
        },
        attachments=((FILE_NAME, receipt_text(entry, mail.site), "application/json"),),
    )
