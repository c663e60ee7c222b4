"""Figures of moderation and of people in danger. They name nobody."""

from datetime import datetime

from django.db.models import Min
from django.utils import timezone

from comments.models import Comment, CrisisCase
from comments.models.comment import State
from comments.rules.queue import Lane, lane_of
from portal.metrics.measuring import measures

MOST = 10_000  # beyond this nobody needs to know how many


@measures("portal_moderation_waiting", "Comments that wait for a moderator, by lane.", label="lane")
def waiting() -> dict[str, float]:
    """At most 10,000 a lane."""
    return {str(lane): float(lane_of(lane).order_by().values("pk")[:MOST].count()) for lane in Lane}


@measures("portal_moderation_oldest_seconds", "How long the comment that waits longest has waited.")
def oldest() -> float:
    """0 if none waits."""
    states = [State.PENDING, State.ESCALATED]
    return _since(Comment.objects.filter(state__in=states).aggregate(first=Min("queued_at"))["first"])


@measures("portal_crisis_cases", "Open cases of people in danger, by whether somebody has looked.", label="state")
def cases() -> dict[str, float]:
    """Unseen, and seen but not closed."""
    open_ = CrisisCase.objects.filter(signed_off_at=None)
    unseen = open_.filter(seen_at=None).count()
    return {"unseen": float(unseen), "seen": float(open_.count() - unseen)}


@measures("portal_crisis_oldest_seconds", "How long the oldest case that nobody has looked at is open.")
def oldest_case() -> float:
    """0 if there is none."""
    return _since(CrisisCase.objects.filter(seen_at=None).aggregate(first=Min("opened_at"))["first"])


def _since(first: datetime | None) -> float:
    return (timezone.now() - first).total_seconds() if first else 0.0
