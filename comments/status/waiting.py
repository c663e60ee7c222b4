"""How long authors usually wait, from what moderators decided in the last weeks. Said only where enough is known.

Bounded: the newest entries of the ledger are looked at, however long it is.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from django.utils import timezone

from comments.models import Decision
from comments.models.comment import QUEUED
from portal.models import LedgerHead

Action = Decision.Action
ANSWERS = (Action.APPROVE, Action.REDACT, Action.REJECT, Action.ASK, Action.SPAM)
LOOKS_BACK = timedelta(weeks=4)
MOST_ENTRIES = 2000
ENOUGH = 10
SHARE = 0.9  # of comments that were answered in this time
HOURS_UNTIL_DAYS = 36


@dataclass(frozen=True)
class Wait:
    """A time that nine of ten comments kept to: ``hours``, or ``days`` where these would be many."""

    hours: int = 0
    days: int = 0


def usual_wait(site_id: int) -> Wait | None:
    """How long it usually takes in a community; None where nobody can tell. Two queries."""
    newest = LedgerHead.objects.filter(ledger=Decision._meta.label).values_list("number", flat=True).first() or 0
    entries = Decision.objects.filter(
        number__gt=newest - MOST_ENTRIES,
        site_id=site_id,
        actor=Decision.Actor.MODERATOR,
        action__in=ANSWERS,
        from_state__in=QUEUED,
        recorded_at__gt=timezone.now() - LOOKS_BACK,
        queued_at__isnull=False,
    )
    spans = sorted(each.recorded_at - each.queued_at for each in entries if each.queued_at)
    return in_words(spans[ceil(len(spans) * SHARE) - 1]) if len(spans) >= ENOUGH else None


def in_words(span: timedelta) -> Wait:
    """A span, rounded up to whole hours or days."""
    hours = max(1, ceil(span / timedelta(hours=1)))
    return Wait(hours=hours) if hours <= HOURS_UNTIL_DAYS else Wait(days=ceil(hours / 24))
