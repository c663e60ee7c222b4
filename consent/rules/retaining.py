"""How long an address is kept once its owner has taken back everything (GDPR, article 5 (1) (e)): 30 days, in which a
withdrawal made by mistake can be looked into. Then the person is erased, as the notices promise.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from consent.models import Consent, ConsentEntry, Contact, Request
from consent.rules.erasing import erase
from consent.rules.holding import hold

KEEPS_WITHOUT_CONSENT = timedelta(days=30)


def forget_withdrawn() -> int:
    """Erases people who agreed to nothing any more for 30 days. Returns how many. Each in its own transaction."""
    return sum(_forget(pk) for pk in list(_over().values_list("pk", flat=True)))


def forgotten_on(contact: Contact, consents: Collection[Consent]) -> datetime | None:
    """When somebody with these consents is erased by themselves; None as long as they agree to anything."""
    if any(not consent.is_withdrawn for consent in consents):
        return None
    since = max((consent.withdrawn_at for consent in consents if consent.withdrawn_at), default=contact.confirmed_at)
    return since + KEEPS_WITHOUT_CONSENT


def _over() -> QuerySet[Contact]:
    until = timezone.now() - KEEPS_WITHOUT_CONSENT
    recent = Consent.objects.filter(contact=OuterRef("pk")).filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=until))
    ever = Exists(Consent.objects.filter(contact=OuterRef("pk")))
    return Contact.objects.filter(~Exists(recent)).filter(ever | Q(confirmed_at__lte=until))


@transaction.atomic
def _forget(pk: UUID) -> bool:
    """Erases one, unless they came back or ask anew at this moment."""
    contact = Contact.objects.filter(pk=pk).first()
    if contact is None:
        return False
    address = contact.address
    hold(address)
    if not _over().filter(pk=pk).exists() or Request.objects.of(address).exists():
        return False
    erase(address, method=ConsentEntry.Method.RETENTION)
    return True
