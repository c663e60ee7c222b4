"""How long comments wait: from entering the queue to the decision of a moderator that takes them out of it.

The database counts; the times themselves are read for at most ``MOST`` decisions of a community. Where there were more,
every second, third ... decision is read, by its number in the ledger, which knows nothing of how long one waited. What
is told are nearest ranks: times that somebody did wait.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from django.db.models import Count, F, Q, QuerySet

from comments.knowing.spans import Span, standing
from comments.models import Decision
from comments.models.comment import QUEUED

MOST = 10_000
HOUR = 3600
BANDS = (HOUR // 4, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR, 96 * HOUR)  # seconds; the last band has no end


class Waiting(NamedTuple):
    """The times of one community, in seconds; None where nothing was decided. ``bands``: how many of those ``read``
    waited less than each of ``BANDS``, and the rest.
    """

    decisions: int
    read: int
    median: float | None
    ninety: float | None
    ninety_five: float | None
    bands: tuple[int, ...]


def waiting(span: Span) -> dict[int, Waiting]:
    """The waiting times of each community of a span, by its id. Two queries."""
    decided = standing(span).filter(actor=Decision.Actor.MODERATOR, from_state__in=QUEUED).exclude(to_state__in=QUEUED)
    decided = decided.filter(queued_at__lte=F("recorded_at"))
    counts = dict(decided.values_list("site_id").annotate(number=Count("pk")))
    seconds = _seconds(decided, counts)
    return {site: _of(counts.get(site, 0), sorted(seconds.get(site, ()))) for site in span.sites}


def percentile(ordered: Sequence[float], share: int) -> float | None:
    """The nearest rank: the smallest value that ``share`` percent of them do not exceed."""
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)] if ordered else None


def _seconds(decided: QuerySet[Decision], counts: Mapping[int, int]) -> dict[int, list[float]]:
    chosen = Q(pk__in=())
    for site, number in counts.items():
        every = -(-number // MOST)
        if every > 1:
            decided = decided.annotate(**{f"turn_{site}": F("number") % every})
        chosen |= Q(site_id=site, **({f"turn_{site}": 0} if every > 1 else {}))
    found: dict[int, list[float]] = {site: [] for site in counts}
    for site, queued_at, recorded_at in decided.filter(chosen).values_list("site_id", "queued_at", "recorded_at"):
        if queued_at:
            found[site].append((recorded_at - queued_at).total_seconds())
    return found


def _of(number: int, ordered: list[float]) -> Waiting:
    before = [0, *(bisect_left(ordered, edge) for edge in BANDS), len(ordered)]
    median, ninety, ninety_five = (percentile(ordered, share) for share in (50, 90, 95))
    bands = tuple(upto - sofar for sofar, upto in pairwise(before))
    return Waiting(number, len(ordered), median, ninety, ninety_five, bands)
