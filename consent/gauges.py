"""Figures of the outbox. They name nobody."""

from datetime import datetime

from django.db.models import Count, Min
from django.utils import timezone

from consent.models import OutgoingMail
from portal.metrics.measuring import measures

State = OutgoingMail.State
TOLD = (State.WAITING, State.SENDING, State.FAILED, State.UNCERTAIN)


@measures("portal_mail", "Mails in the outbox by state. Settled ones are deleted after 30 days.", label="state")
def mails() -> dict[str, float]:
    """The states that somebody may have to see to."""
    found = OutgoingMail.objects.filter(state__in=TOLD).order_by().values_list("state").annotate(number=Count("pk"))
    return dict.fromkeys(map(str, TOLD), 0.0) | {state: float(number) for state, number in found}


@measures("portal_mail_oldest_seconds", "How long the mail that is due longest has waited.")
def oldest() -> float:
    """0 if none is due."""
    now = timezone.now()
    due = OutgoingMail.objects.filter(state=State.WAITING, due_at__lte=now)
    first: datetime | None = due.aggregate(first=Min("due_at"))["first"]
    return (now - first).total_seconds() if first else 0.0
