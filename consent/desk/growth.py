"""Growth and withdrawal over time, from the ledger: it stays as it was when people are erased, and holds no address.

The database counts by month or day; what comes back grows with the time and the number of offers, not with the people.
A consent that somebody confirmed again counts again. Days are those of UTC, as the ledger has them.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import Count, TextField
from django.db.models.functions import Cast, Left
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consent.models import ConsentEntry, Purpose

Action = ConsentEntry.Action
MONTH, WEEK = "month", "week"
SPANS = {MONTH: 24, WEEK: 26}  # how many are shown
SPAN_LABELS = {MONTH: _("by month"), WEEK: _("by week")}
KINDS = (("given", _("Confirmed")), ("withdrawn", _("Withdrawn")), ("erased", _("Erased")))
_KIND_OF = {Action.CONFIRMED: "given", Action.WITHDRAWN: "withdrawn", Action.ERASED: "erased"}


class Row(NamedTuple):
    """One month or week, by the day on which it begins, and how often each thing happened in it."""

    begins: date
    given: int
    withdrawn: int
    erased: int


def growth(purpose: Purpose | None = None, *, by: str = MONTH, today: date | None = None) -> list[Row]:
    """A row for each month or week, oldest first, beginning with the first in which something happened. One query.

    With a ``purpose``: its consents alone. An erasure is of all purposes, so then none is counted.
    """
    last = _begin(today or timezone.now().date(), by)
    first = last
    for _step in range(SPANS[by] - 1):
        first = _begin(first - timedelta(days=1), by)
    counts = _counts(first, purpose, by)
    begins = min((begin for begin, _kind in counts), default=None)
    rows: list[Row] = []
    while begins is not None and begins <= last:
        rows.append(Row(begins, *(counts[begins, kind] for kind, _label in KINDS)))
        begins = _begin(begins + timedelta(days=31 if by == MONTH else 7), by)
    return rows


def _counts(first: date, purpose: Purpose | None, by: str) -> Counter[tuple[date, str]]:
    counts: Counter[tuple[date, str]] = Counter()
    for day, action, site, purposes, number in _read(first, by):
        if purpose is None:
            times = 1 if action == Action.ERASED else len(purposes)
        else:
            times = sum(site == purpose.site_id and said.get("code") == purpose.code for said in purposes)
        if times:
            counts[_begin(date.fromisoformat(f"{day}-01"[:10]), by), _KIND_OF[Action(action)]] += times * number
    return counts


def _read(first: date, by: str) -> Iterator[tuple]:
    """Day or month, action, community, purposes, and how many entries are alike in these."""
    length = 7 if by == MONTH else 10  # of 2026-11-25
    entries = ConsentEntry.objects.filter(action__in=_KIND_OF, recorded_at__gte=datetime.combine(first, time(), UTC))
    text = Left(Cast("recorded_at", TextField()), length)
    return (
        entries.annotate(day=text)
        .values_list("day", "action", "site_id", "purposes")
        .annotate(number=Count("pk"))
        .order_by()
        .iterator()
    )


def _begin(day: date, by: str) -> date:
    """The first day of the month or week (from Monday) of ``day``."""
    return day.replace(day=1) if by == MONTH else day - timedelta(days=day.weekday())
