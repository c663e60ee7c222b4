"""The regular jobs of consent. Purges keep to the times that the notices promise (GDPR, article 5 (1) (e))."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consent.models import MailEvent, OutgoingMail, RateCount, Request, Token
from consent.rules.retaining import forget_withdrawn
from consent.rules.telling import tell_of_changes
from portal.jobs import JOBS, register
from portal.models import JobRun
from portal.worker import HEARTBEAT

KEEPS_SETTLED_MAIL = timedelta(days=30)
KEEPS_REPORTS = timedelta(days=90)  # of the mail provider; none comes twice after so long
KEEPS_RUNS = timedelta(days=30)  # of jobs that are no longer there
BATCH = 500  # rows a transaction


@register("purge_requests", _("Deletes addresses that nobody confirmed within 48 hours"), every=timedelta(minutes=10))
def purge_requests() -> str:
    """Takes away what has expired: requests, links, counts, and notes of mail that is settled."""
    now = timezone.now()
    requests = sum(_in_batches(Request.objects.filter(expires_at__lte=now), _unsent_mail))
    for rows in (
        Token.objects.filter(expires_at__lte=now),
        RateCount.objects.filter(ends_at__lte=now),
        OutgoingMail.objects.filter(settled_at__lte=now - KEEPS_SETTLED_MAIL),
    ):
        sum(_in_batches(rows))
    return f"{requests} requests deleted"


@register("forget_withdrawn", _("Erases addresses 30 days after everything was withdrawn"), every=timedelta(hours=6))
def forget_contacts() -> str:
    """Erases people to whom nothing may be sent any more."""
    return f"{forget_withdrawn()} addresses erased"


@register("tell_of_changes", _("Asks people again whose words have changed materially"), every=timedelta(hours=1))
def tell_people_of_changes() -> str:
    """Queues the letters. Nobody is told twice of one change."""
    return f"{tell_of_changes()} people told"


@register("purge_records", _("Deletes old reports of the mail provider and of jobs"), every=timedelta(days=1))
def purge_records() -> str:
    """Takes away what proves nothing any more."""
    now = timezone.now()
    reports, _models = MailEvent.objects.filter(received_at__lte=now - KEEPS_REPORTS).delete()
    jobs = JobRun.objects.exclude(name__in=[*JOBS, HEARTBEAT]).filter(
        Q(finished_at=None) | Q(finished_at__lte=now - KEEPS_RUNS)
    )
    runs, _models = jobs.filter(due_at__lte=now - KEEPS_RUNS).delete()
    return f"{reports} reports and {runs} jobs deleted"


def _in_batches(rows: QuerySet, first: Callable[[list], object] = len) -> Iterator[int]:
    """Deletes ``rows``, locked before whatever hangs on them, and counts. Those that somebody uses now are left."""
    while True:
        with transaction.atomic():
            found = list(rows.select_for_update(skip_locked=True).order_by("pk").values_list("pk", flat=True)[:BATCH])
            first(found)
            rows.model._default_manager.filter(pk__in=found).delete()
        yield len(found)
        if len(found) < BATCH:
            return


def _unsent_mail(requests: list) -> None:
    OutgoingMail.objects.filter(request__in=requests).exclude(state=OutgoingMail.State.SENT).delete()
