"""Queueing mail. A row holds ids alone: whom it goes to and what it says is found out when it is sent."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Site

from consent.models import Contact, OutgoingMail, Request


def enqueue(
    *,
    kind: str,
    key: str,
    site: Site,
    language: str,
    request: Request | None = None,
    contact: Contact | None = None,
    about: str = "",
    priority: int = 5,
    due_at: datetime | None = None,
) -> bool:
    """Queues a mail with the transaction around it. False if one with this ``key`` was queued before."""
    try:
        with transaction.atomic():
            OutgoingMail.objects.create(
                kind=kind,
                idempotency_key=key,
                site=site,
                language=language,
                request=request,
                contact=contact,
                subject_id=about,
                priority=priority,
                due_at=due_at or timezone.now(),
            )
    except IntegrityError:
        if not OutgoingMail.objects.filter(idempotency_key=key).exists():
            raise
        return False
    return True
