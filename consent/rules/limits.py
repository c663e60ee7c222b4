"""Limits on how often something may be done, counted in the database: they hold for every process (DESIGN.md, 2).

What is counted is known by a keyed hash alone: a network (an IPv4 address, the first 56 bits of an IPv6 one), or the
mailbox behind an address.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

from django.db import connection, transaction
from django.utils import timezone

from consent.addresses import Address
from consent.keys.indexes import index, indexes
from consent.keys.ring import Use
from consent.models import RateCount

# However many ask in the name of a mailbox, it gets no more mail than this.
CONFIRMATIONS = ((1, timedelta(days=1)), (3, timedelta(days=30)))
_CONFIRMATION, _LOCK = "confirmation", "confirmation-lock"
_LONGEST = max(per for _most, per in CONFIRMATIONS)
_COUNT = """
INSERT INTO consent_ratecount (action, "key", begins_at, ends_at, count) VALUES (%s, %s, %s, %s, 1)
ON CONFLICT (action, "key", begins_at) DO UPDATE SET count = consent_ratecount.count + 1 RETURNING count
"""
_ONCE = """
INSERT INTO consent_ratecount (action, "key", begins_at, ends_at, count) VALUES (%s, %s, %s, %s, 1)
ON CONFLICT (action, "key", begins_at) DO NOTHING
"""
_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)  # begin of a row that stands for no span


@dataclass(frozen=True)
class Limit:
    """At most ``most`` times in each span of ``per``."""

    action: str
    most: int
    per: timedelta

    @property
    def wait(self) -> int:
        """Seconds until the next span begins."""
        now = timezone.now()
        return max(1, ceil((_begin(now, self.per) + self.per - now).total_seconds()))


def take(limit: Limit, value: str) -> bool:
    """Counts one more for ``value``, and says whether that is within the limit. Safe at any number of processes."""
    begins = _begin(timezone.now(), limit.per)
    ends = begins + limit.per
    key = index(Use.LIMITS, f"{limit.action}|{value}")
    times = [connection.ops.adapt_datetimefield_value(moment) for moment in (begins, ends)]
    with connection.cursor() as cursor:  # one statement, so that no two processes count the same number
        cursor.execute(_COUNT, [limit.action, key, *times])
        (count,) = cursor.fetchone()
    return count <= limit.most


def first_time(action: str, value: str, *, since: datetime, until: datetime) -> bool:
    """Whether this is the first call for ``value`` and ``since``; remembered until ``until``."""
    key = index(Use.LIMITS, f"{action}|{value}")
    times = [connection.ops.adapt_datetimefield_value(moment) for moment in (since, until)]
    with connection.cursor() as cursor:
        cursor.execute(_ONCE, [action, key, *times])
        return cursor.rowcount == 1


@transaction.atomic
def may_confirm(address: Address) -> bool:
    """Whether one more mail that asks for confirmation may go to the mailbox of ``address``; if so, counts it.

    At most one in any 24 hours and three in any 30 days, whoever asked for them; a refusal is not counted.
    """
    now = timezone.now()
    keys = indexes(Use.LIMITS, f"{_CONFIRMATION}|{address.family}")
    _hold(keys[0], until=now + _LONGEST)
    counted = RateCount.objects.filter(action=_CONFIRMATION, key__in=keys)
    if any(counted.filter(begins_at__gt=now - per).count() >= most for most, per in CONFIRMATIONS):
        return False
    RateCount.objects.create(action=_CONFIRMATION, key=keys[0], begins_at=now, ends_at=now + _LONGEST, count=1)
    return True


def _hold(key: str, *, until: datetime) -> None:
    """Makes others who ask for the same mailbox wait until this transaction ends."""
    RateCount.objects.update_or_create(action=_LOCK, key=key, begins_at=_ALWAYS, defaults={"ends_at": until})


def _begin(now: datetime, per: timedelta) -> datetime:
    """When the span that ``now`` falls into began."""
    seconds = per.total_seconds()
    return datetime.fromtimestamp(now.timestamp() // seconds * seconds, UTC)
