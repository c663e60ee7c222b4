"""The regular jobs of consent. Purges keep to the times that the notices promise (GDPR, article 5 (1) (e))."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consent.models import OutgoingMail, RateCount, Request, Token
from consent.newsletter import jobs as newsletter_jobs
from portal.jobs import register

__all__ = ["newsletter_jobs", "purge_requests"]

KEEPS_SETTLED_MAIL = timedelta(days=30)


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
