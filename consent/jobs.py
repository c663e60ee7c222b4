"""The regular jobs of consent. Purges keep to the times that the notices promise (GDPR, article 5 (1) (e))."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consent.models import MailEvent, OutgoingMail, RateCount, Request, Token
from consent.rules.retaining import forget_withdrawn
from portal.jobs import JOBS, register
from portal.models import JobRun
from portal.worker import HEARTBEAT

KEEPS_SETTLED_MAIL = timedelta(days=30)
KEEPS_REPORTS = timedelta(days=90)  # of the mail provider; none comes twice after so long
KEEPS_RUNS = timedelta(days=30)  # of jobs that are no longer there


@register("purge_requests", _("Deletes addresses that nobody confirmed within 48 hours"), every=timedelta(minutes=10))
def purge_requests() -> str:
    """Takes away what has expired: requests, links, counts, and notes of mail that is settled."""
    now = timezone.now()
    expired = Request.objects.filter(expires_at__lte=now)
    OutgoingMail.objects.filter(request__in=expired).exclude(state=OutgoingMail.State.SENT).delete()
    requests = expired.count()
    expired.delete()
    Token.objects.filter(expires_at__lte=now).delete()
    RateCount.objects.filter(ends_at__lte=now).delete()
    OutgoingMail.objects.filter(settled_at__lte=now - KEEPS_SETTLED_MAIL).delete()
    return f"{requests} requests deleted"


@register("forget_withdrawn", _("Deletes contacts 30 days after they took back everything"), every=timedelta(hours=6))
def forget_contacts() -> str:
    """Takes away addresses that nobody may use any more."""
    return f"{forget_withdrawn()} contacts deleted"


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
