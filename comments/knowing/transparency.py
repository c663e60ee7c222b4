"""What moderation did in one year in one community, for everybody to read.

It tells what the Digital Services Act has platforms tell once a year: notices and what came of them, own decisions by
the rule they rest on, complaints and how many were right, the median time to a decision, and what was decided by a
program (Regulation (EU) 2022/2065, articles 15 (1) and 24). A small portal need not; its readers may know all the same.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db.models import Count, Q
from django.utils import timezone
from wagtail.models import Site

from comments.knowing.counts import ByRule, by_rule
from comments.knowing.spans import Span, standing, year_of
from comments.knowing.waiting import waiting
from comments.models import CrisisCase, Decision, Report
from comments.models.comment import State
from portal.models import CommunitySettings

Action, Actor = Decision.Action, Decision.Actor
KEPT = 3600  # seconds for which figures are not counted anew


@dataclass(frozen=True)
class Year:
    """The figures of one year, as they are: ``small_numbers`` says how they are told."""

    received: int
    published: int
    at_once: int
    banned: int
    spam: int
    heard: int
    overturned: int
    rules: tuple[ByRule, ...]
    reports: int
    upheld: int
    crises: int
    median: float | None
    counted_at: datetime


def years_of(site: Site) -> list[int]:
    """The years in which something was decided, the newest first. One query for each of them, and one more."""
    zone = CommunitySettings.for_site(site).zone
    key = f"transparency-years:{site.pk}"
    years: list[int] | None = cache.get(key)
    if years is not None:
        return years
    years, decisions = [], Decision.objects.filter(site_id=site.pk).order_by("recorded_at")
    following = decisions.values_list("recorded_at", flat=True).first()
    while following is not None:
        year = following.astimezone(zone).year
        years.insert(0, year)
        later = decisions.filter(recorded_at__gte=datetime(year + 1, 1, 1, tzinfo=zone))
        following = later.values_list("recorded_at", flat=True).first()
    cache.set(key, years, KEPT)
    return years


def year_figures(site: Site, year: int) -> Year:
    """Everything that is told of one year, counted once an hour at most. Six queries."""
    key = f"transparency:{site.pk}:{year}"
    found: Year | None = cache.get(key)
    if found is None:
        found = _count(year_of(year, site.pk, CommunitySettings.for_site(site).zone))
        cache.set(key, found, KEPT)
    return found


def _count(span: Span) -> Year:
    site, published = span.sites[0], Q(to_state=State.PUBLISHED) & ~Q(from_state=State.PUBLISHED)
    entered = Q(action__in=(Action.CONFIRM, Action.TRUST))
    counts = standing(span).aggregate(
        received=Count("pk", filter=entered),
        published=Count("comment_id", filter=published, distinct=True),
        at_once=Count("pk", filter=Q(action=Action.TRUST)),
        banned=Count("pk", filter=entered & Q(to_state=State.REJECTED)),
        spam=Count("pk", filter=Q(action=Action.SPAM)),
        heard=Count("pk", filter=Q(action__in=(Action.UPHOLD, Action.OVERTURN))),
        overturned=Count("pk", filter=Q(action=Action.OVERTURN)),
    )
    reports = Report.objects.filter(
        comment__conversation__site=site, made_at__gte=span.begins, made_at__lt=span.ends
    ).aggregate(reports=Count("pk"), upheld=Count("pk", filter=Q(outcome=Report.Outcome.UPHELD)))
    crises = CrisisCase.objects.filter(site=site, opened_at__gte=span.begins, opened_at__lt=span.ends)
    return Year(
        **counts,
        **reports,
        rules=tuple(row for row in by_rule(span) if row.cited),
        crises=crises.count(),
        median=waiting(span)[site].median,
        counted_at=timezone.now(),
    )
