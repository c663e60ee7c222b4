"""What tests of outgoing mail begin with: a kind of letter of their own, and mails that wait."""

from contextlib import contextmanager

from consent.mail.letter import WRITERS, Letter, NotToBeSentError
from consent.models import OutgoingMail
from consent.rules.standing import obstacle

KIND = "sample"
UNSUBSCRIBE = "<https://health.example.org/u/abcdefghijklmnopqrst/>"


def write_sample(mail):
    """A letter to whoever still agrees to something."""
    if mail.contact is None:
        raise NotToBeSentError("gone")
    consent = mail.contact.consents.select_related("purpose__site").first()
    if stands_in_the_way := obstacle(consent):
        raise NotToBeSentError(str(stands_in_the_way))
    return Letter(
        to=mail.contact.address,
        subject="Artículos nuevos – für Sie",
        text="Grüße – ¿qué tal?\n" + "A long line. " * 100,
        html="<p>Grüße – ¿qué tal?</p>",
        sender="Blood Cancer Community “News”",
        headers={"List-Unsubscribe": UNSUBSCRIBE, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
        attachments=(("receipt.json", '{"of": "Zoë"}', "application/json"),),
    )


@contextmanager
def writer(write=write_sample, kind=KIND):
    """Has ``write`` write letters of this kind for a while."""
    before = WRITERS.get(kind)
    WRITERS[kind] = write
    try:
        yield
    finally:
        del WRITERS[kind]
        if before:
            WRITERS[kind] = before


def a_mail(site, contact, key="sample:1", **values):
    """A sample letter that waits in the outbox."""
    return OutgoingMail.objects.create(
        kind=KIND, idempotency_key=key, site=site, language="en", contact=contact, **values
    )


def now(mail):
    """The mail as it stands in the database."""
    return OutgoingMail.objects.get(pk=mail.pk)
