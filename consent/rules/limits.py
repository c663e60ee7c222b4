"""Limits on how often something may be done, counted in the database: they hold for every process (DESIGN.md, 2).

What is counted is known by a keyed hash alone: a network (an IPv4 address, the first 56 bits of an IPv6 one), or the
mailbox behind an address.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from consent.addresses import Address
from consent.keys.indexes import index
from consent.keys.ring import Use
from consent.models import RateCount


@dataclass(frozen=True)
class Limit:
    """At most ``most`` times in each span of ``per``."""

    action: str
    most: int
    per: timedelta


CONFIRMATIONS_A_DAY = Limit("confirm-day", 1, timedelta(days=1))
CONFIRMATIONS_A_MONTH = Limit("confirm-month", 3, timedelta(days=30))


def may_confirm(address: Address) -> bool:
    """Counts one more confirmation to the mailbox behind ``address``, and says whether it may go out.

    However many people type the address: nobody can fill somebody's mailbox with our mail.
    """
    return take(CONFIRMATIONS_A_DAY, address.family) and take(CONFIRMATIONS_A_MONTH, address.family)


def take(limit: Limit, value: str) -> bool:
    """Counts one more for ``value``, and says whether that is within the limit. Safe at any number of processes."""
    begins = _begin(timezone.now(), limit.per)
    where = {"action": limit.action, "key": index(Use.LIMITS, f"{limit.action}|{value}"), "begins_at": begins}
    with transaction.atomic():
        if not RateCount.objects.filter(**where).update(count=F("count") + 1):
            try:
                with transaction.atomic():
                    RateCount.objects.create(**where, ends_at=begins + limit.per, count=1)
            except IntegrityError:  # somebody else began it at this moment
                RateCount.objects.filter(**where).update(count=F("count") + 1)
        return RateCount.objects.get(**where).count <= limit.most


def _begin(now: datetime, per: timedelta) -> datetime:
    """When the span that ``now`` falls into began."""
    seconds = per.total_seconds()
    return datetime.fromtimestamp(now.timestamp() // seconds * seconds, UTC)
