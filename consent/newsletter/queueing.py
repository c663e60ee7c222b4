"""An issue goes into the outbox in batches. A batch and the mark how far the issue has come are one transaction: killed
at any instant and taken up by anybody, by any number of workers at once, it queues nobody twice and forgets nobody.
"""

from contextlib import suppress
from operator import attrgetter

from django.db import IntegrityError, transaction
from django.utils import timezone

from consent.models import Consent, NewsletterIssue, OutgoingMail
from consent.newsletter.audience import Audience
from consent.newsletter.counting import counts_of
from consent.newsletter.sending import SendingRefusedError, start
from consent.outbox import enqueue

BATCH = 500
MOST_BATCHES = 20  # in one run: the worker has other things to do
_TRIES = 3
KIND = "newsletter"
State = NewsletterIssue.State
UNSETTLED = (OutgoingMail.State.WAITING, OutgoingMail.State.SENDING)


def queue_batches() -> str:
    """Begins what is planned for now, queues what is being sent, and closes what has gone out."""
    begin_planned()
    batches = 0
    for pk in NewsletterIssue.objects.filter(state=State.SENDING).order_by("pk").values_list("pk", flat=True):
        while batches < MOST_BATCHES and queue_batch(pk):
            batches += 1
        settle(pk)
    return f"{batches} batches queued"


def begin_planned() -> None:
    """Begins what is due. What must not go out like this waits: its page in the admin says why."""
    for issue in NewsletterIssue.objects.filter(state=State.PLANNED, send_at__lte=timezone.now()):
        try:
            start(issue)
        except SendingRefusedError:
            continue


def queue_batch(pk: int) -> bool:
    """Queues the next ``BATCH`` people of an issue. False if there is nobody left.

    Reads them anew if one of them was erased, or moved to an address that is known, before being queued.
    """
    for _try in range(_TRIES - 1):
        with suppress(IntegrityError):
            return _queue_batch(pk)
    return _queue_batch(pk)


@transaction.atomic
def _queue_batch(pk: int) -> bool:
    issue = _locked(pk)
    if issue is None or issue.is_queued:
        return False
    audience = Audience(issue)
    consents = list(audience.consents().filter(pk__gt=issue.queued_up_to).select_related("contact")[:BATCH])
    wanted = [consent for consent in consents if audience.has(consent)]
    by_contact = sorted(wanted, key=attrgetter("contact_id"))  # the order of locks
    issue.recipients += sum(_queue(issue, consent) for consent in by_contact)
    issue.queued_up_to = consents[-1].pk if consents else issue.queued_up_to
    issue.is_queued = not consents
    issue.save(update_fields=["recipients", "queued_up_to", "is_queued"])
    return bool(consents)


def _queue(issue: NewsletterIssue, consent: Consent) -> bool:
    return enqueue(
        kind=KIND,
        key=f"issue:{issue.pk}:{consent.contact_id}",
        site=issue.purpose.site,
        language=consent.language,
        contact=consent.contact,
        about=str(issue.pk),
        priority=8,  # letters that somebody waits for go first
    )


@transaction.atomic
def settle(pk: int) -> bool:
    """Closes an issue once everybody is queued and no mail of it is on its way, with what became of them."""
    issue = _locked(pk)
    waiting = OutgoingMail.objects.filter(kind=KIND, subject_id=str(pk), state__in=UNSETTLED)
    if issue is None or not issue.is_queued or waiting.exists():
        return False
    counts = counts_of([issue])[issue.pk]
    issue.sent, issue.left_out, issue.failed = counts.sent, counts.left_out, counts.failed
    issue.state, issue.finished_at = State.SENT, timezone.now()
    issue.save(update_fields=["sent", "left_out", "failed", "state", "finished_at"])
    return True


def _locked(pk: int) -> NewsletterIssue | None:
    """The issue, held until the transaction ends, if it is being sent."""
    issues = NewsletterIssue.objects.select_for_update(of=("self",)).select_related("purpose__site")
    return issues.filter(pk=pk, state=State.SENDING).first()
