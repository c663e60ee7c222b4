"""How long the log is kept. What happened at the door is of use for a year, failed tries for 90 days; who changed which
text or setting stays, as Wagtail keeps it, and so do the ledgers.
"""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from portal.audit import actions
from portal.jobs import register
from portal.sign_in import limits, sessions

FAILURES_KEPT = timedelta(days=90)


@register("staff actions", _("Forgets old entries of sign-ins and ended sessions"), every=timedelta(hours=6))
def forget_old() -> str:
    """Deletes what has been kept long enough."""
    now = timezone.now()
    ours = ModelLogEntry.objects.filter(action__in=actions.LABELS)
    of_all = ours.filter(timestamp__lt=now - timedelta(days=settings.AUDIT_DAYS))
    failures = ours.filter(action=actions.SIGN_IN_FAILED, timestamp__lt=now - FAILURES_KEPT)
    gone = of_all.delete()[0] + failures.delete()[0]
    return f"entries: {gone}, tries: {limits.forget_old()}, sessions: {sessions.forget_old()}"
