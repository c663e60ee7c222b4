"""What processes do that put a newsletter into the outbox, for tests that stop them: each begins with ``python -c``.

The readers are made row by row; how people agree is tested elsewhere. News come from a source that has one article.
"""

import sys
import time
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page, Site

from consent.addresses import parse_address
from consent.models import Consent, Contact, NewsletterIssue, OutgoingMail, Purpose, PurposeWords
from consent.newsletter import queueing
from consent.newsletter.sources import Entry, register_source
from consent.versions.purposes import publish_purpose

READERS = 300
BATCH = 25


def prepare() -> None:
    """A newsletter that ``READERS`` people agreed to, and an issue that has begun to go out."""
    root = Page.objects.filter(depth__lte=2).order_by("-depth").first()
    site = Site.objects.first() or Site.objects.create(hostname="testserver", root_page=root, is_default_site=True)
    purpose = Purpose.objects.create(site=site, code="news")
    purpose.words = [PurposeWords(language="en", label="New articles, up to twice a month")]
    purpose.save()
    publish_purpose(purpose)
    contacts = [_contact(number) for number in range(READERS)]
    Contact.objects.bulk_create(contacts)
    Consent.objects.bulk_create([_consent(contact, purpose) for contact in contacts])
    now = timezone.now()
    NewsletterIssue.objects.create(
        purpose=purpose, articles=[1], state="sending", since=now, until=now, send_at=now, started_at=now
    )


def _contact(number: int) -> Contact:
    contact = Contact(language="en", subject=f"subject-{number}")
    contact.address = parse_address(f"reader-{number}@example.org")
    return contact


def _consent(contact: Contact, purpose: Purpose) -> Consent:
    return Consent(
        contact=contact,
        purpose=purpose,
        language="en",
        entry_number=1,
        purpose_version=1,
        notice_version=1,
        given_at=timezone.now() - timedelta(days=1),
    )


def queue(pause: float = 0.0) -> None:
    """Queues until nobody is left, ``pause`` seconds for each reader; tells when it is in the middle of a batch."""
    register_source("one article", lambda *_: [1], lambda ids, site, language: [Entry(1, "Title", "https://x/")])
    queueing.BATCH = BATCH
    enqueue, queued = queueing.enqueue, 0

    def slowly(**values):
        nonlocal queued
        queued += 1
        time.sleep(pause)
        if queued == BATCH + BATCH // 2:
            _tell("in the middle of a batch")
        return enqueue(**values)

    queueing.enqueue = slowly
    for pk in NewsletterIssue.objects.filter(state="sending").values_list("pk", flat=True):
        while queueing.queue_batch(pk):
            pass


def report() -> None:
    """Tells how many mails there are, to how many people, how many the issue counted, and whether it is through."""
    mails = OutgoingMail.objects.filter(kind="newsletter")
    issue = NewsletterIssue.objects.get()
    people = mails.values("contact").distinct().count()
    _tell(f"{mails.count()} {people} {issue.recipients} {issue.is_queued}")


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
