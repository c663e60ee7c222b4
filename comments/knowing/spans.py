"""Which decisions are counted: those of a span of time that stand. What was undone counts as if it had never been."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models import Decision
from comments.rules.deciding import UNDO_WINDOW

DAYS = {30: _("Last 30 days"), 90: _("Last 90 days"), 365: _("Last 12 months")}


@dataclass(frozen=True)
class Span:
    """From ``begins`` to just before ``ends``, in some communities. Hours and days are those of ``zone``."""

    begins: datetime
    ends: datetime
    sites: tuple[int, ...]
    zone: tzinfo


def last_days(days: int, sites: Collection[int], zone: tzinfo) -> Span:
    """The last days until now."""
    now = timezone.now()
    return Span(now - timedelta(days=days), now, tuple(sites), zone)


def year_of(year: int, site_id: int, zone: tzinfo) -> Span:
    """One year of one community, as the clock there shows it."""
    return Span(datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone), (site_id,), zone)


def standing(span: Span) -> QuerySet[Decision]:
    """The decisions of a span that were not undone, without the undoing itself."""
    undone = Decision.objects.filter(
        site_id__in=span.sites,
        action=Decision.Action.UNDO,
        undoes__isnull=False,
        recorded_at__gte=span.begins,
        recorded_at__lt=span.ends + UNDO_WINDOW * 2,  # somebody may have undone the last one after the end
    )
    of_span = Decision.objects.filter(site_id__in=span.sites, recorded_at__gte=span.begins, recorded_at__lt=span.ends)
    kept = of_span.exclude(action=Decision.Action.UNDO).exclude(number__in=undone.order_by().values("undoes"))
    return kept.order_by()
