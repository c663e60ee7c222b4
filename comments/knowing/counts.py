"""What was decided, how often: by kind, by rule, on appeal, by the hour and by the day of the week; and sanctions.

Each is one aggregate in the database. What comes back grows with the number of rules, not with that of decisions.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Count, Q
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay

from comments.knowing.spans import Span, standing
from comments.models import Decision, Sanction
from comments.rules.steps import CITES_RULE

Action, Actor = Decision.Action, Decision.Actor
HEARD = (Action.UPHOLD, Action.OVERTURN)


class ByRule(NamedTuple):
    """How often a rule of a community was cited, and what became of it on appeal."""

    site: int
    code: str
    rejected: int
    removed: int
    asked: int
    heard: int
    overturned: int

    @property
    def cited(self) -> int:
        """In how many decisions."""
        return self.rejected + self.removed + self.asked

    @property
    def share(self) -> int | None:
        """Percent of the appeals that changed the decision."""
        return percent(self.overturned, self.heard)


class Volume(NamedTuple):
    """How many comments came in and how many decisions moderators took, in one hour of the day or day of the week."""

    place: int
    received: int
    decided: int


def percent(part: int, whole: int) -> int | None:
    """Rounded; None of nothing."""
    return round(100 * part / whole) if whole else None


def by_kind(span: Span) -> list[tuple[str, str, int]]:
    """Action, who took it (moderator, author, portal) and how often, the most frequent first. One query."""
    rows = standing(span).values_list("action", "actor").annotate(number=Count("pk"))
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def by_rule(span: Span) -> list[ByRule]:
    """A row for each rule that a community's decisions cite, the most frequent first. One query."""
    wanted = standing(span).filter(action__in=(*CITES_RULE, *HEARD))
    counts = wanted.values_list("site_id", "rule_code", "action").annotate(number=Count("pk"))
    found = Counter({(site, code, action): number for site, code, action, number in counts})
    rows = [
        ByRule(
            site,
            code,
            rejected=found[site, code, Action.REJECT],
            removed=found[site, code, Action.REMOVE],
            asked=found[site, code, Action.ASK],
            heard=sum(found[site, code, action] for action in HEARD),
            overturned=found[site, code, Action.OVERTURN],
        )
        for site, code in {key[:2] for key in found}
    ]
    return sorted(rows, key=lambda row: (-row.cited, row.code))


def volume(span: Span) -> tuple[list[Volume], list[Volume]]:
    """For each hour of the day (0 to 23), and for each day of the week (1 is Monday). One query."""
    came = Q(action__in=(Action.CONFIRM, Action.TRUST))
    rows = list(
        standing(span)
        .filter(came | Q(actor=Actor.MODERATOR))
        .annotate(
            hour=ExtractHour("recorded_at", tzinfo=span.zone), day=ExtractIsoWeekDay("recorded_at", tzinfo=span.zone)
        )
        .values_list("hour", "day")
        .annotate(received=Count("pk", filter=came), decided=Count("pk", filter=~came))
    )
    return _added(((row[0], *row[2:]) for row in rows), range(24)), _added((row[1:] for row in rows), range(1, 8))


def sanctions(span: Span) -> list[tuple[str, int, int]]:
    """Each kind of sanction, how many were imposed in the span and how many of these were lifted. One query."""
    imposed = Sanction.objects.filter(site__in=span.sites, begins_at__gte=span.begins, begins_at__lt=span.ends)
    rows = (
        imposed.order_by()
        .values_list("kind")
        .annotate(number=Count("pk"), lifted=Count("pk", filter=Q(lifted_at__isnull=False)))
    )
    found = {kind: (number, lifted) for kind, number, lifted in rows}
    return [(str(label), *found.get(kind, (0, 0))) for kind, label in Sanction.Kind.choices]


def _added(rows: Iterable[tuple[int, ...]], places: range) -> list[Volume]:
    received: Counter[int] = Counter()
    decided: Counter[int] = Counter()
    for place, came, made in rows:
        received[place] += came
        decided[place] += made
    return [Volume(place, received[place], decided[place]) for place in places]
