"""The order in which moderators see comments: where somebody may be in danger; escalated; reported, by priority; and
then whatever waits, the longest first. A published comment is in the queue as long as a report of it is open.

Each lane reads an index of its own from one place on (a keyset), so that neither the number of comments nor how far one
has leafed through makes it slower.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Q

from comments.models import Comment, CrisisCase, Report
from comments.models.comment import CommentQuerySet, State

MOST_COUNTED = 100  # beyond this, a count says "more than"


class Lane(StrEnum):
    """A part of the queue, in the order of the whole."""

    DANGER = "danger"
    ESCALATED = "escalated"
    REPORTED = "reported"
    WAITING = "waiting"


@dataclass(frozen=True)
class Place:
    """Where in a lane a comment stands."""

    lane: Lane
    priority: int
    queued_at: datetime | None
    pk: int


def lane_of(lane: Lane, site_id: int | None = None) -> CommentQuerySet:
    """The comments of one lane, in no order. One that a lane before has too is in both."""
    found = Comment.objects.filter(_belongs(lane))
    return found if site_id is None else found.filter(conversation__site=site_id)


def _belongs(lane: Lane) -> Q:
    if lane == Lane.DANGER:  # an author who has not confirmed yet may be in danger all the same
        cases = CrisisCase.objects.filter(handled_at=None)
        states = [State.UNCONFIRMED, State.ESCALATED, State.PENDING]
        return Q(state__in=states, pk__in=cases.order_by().values("comment"))
    if lane == Lane.ESCALATED:
        return Q(state=State.ESCALATED)
    if lane == Lane.REPORTED:
        reports = Report.objects.filter(outcome=Report.Outcome.OPEN)
        return Q(state__in=[State.PUBLISHED, State.PENDING], pk__in=reports.values("comment"))
    return Q(state=State.PENDING)


def is_in_queue(comment: Comment) -> bool:
    """Whether a comment waits for a moderator. At most two queries."""
    return comment.state in (State.PENDING, State.ESCALATED) or any(
        lane_of(lane).filter(pk=comment.pk).exists() for lane in (Lane.DANGER, Lane.REPORTED)
    )


def in_order(found: CommentQuerySet, lane: Lane, after: Place | None = None) -> list[CommentQuerySet]:
    """A lane as querysets to be read one after the other, from ``after`` on. Slice them before you read them."""
    if lane in (Lane.DANGER, Lane.REPORTED):  # as many as there are cases or reports: few
        ordered = found.order_by("priority", "pk")
        later = Q(priority__gt=after.priority) | Q(priority=after.priority, pk__gt=after.pk) if after else Q()
        return [ordered.filter(later)]
    ordered = found.order_by("priority", "queued_at", "pk")
    if after is None or after.queued_at is None:
        return [ordered]
    same = Q(queued_at__gt=after.queued_at) | Q(queued_at=after.queued_at, pk__gt=after.pk)
    beside = ordered.filter(same, priority=after.priority, queued_at__gte=after.queued_at)
    return [beside, ordered.filter(priority__gt=after.priority)]


def from_place(
    number: int, *, lanes: Sequence[Lane] = tuple(Lane), site_id: int | None = None, after: Place | None = None
) -> list[tuple[Place, int]]:
    """The next ``number`` comments by place and id. One query a lane, or two where ``after`` stands in it."""
    found: dict[int, Place] = {}
    for place in _places(number, lanes, site_id, after):
        found.setdefault(place.pk, place)
        if len(found) >= number:
            break
    return [(place, pk) for pk, place in found.items()]


def _places(number: int, lanes: Sequence[Lane], site_id: int | None, after: Place | None) -> Iterator[Place]:
    order = list(Lane)
    for lane in lanes:
        if after and order.index(lane) < order.index(after.lane):
            continue
        here = after if after and after.lane == lane else None
        for part in in_order(lane_of(lane, site_id), lane, here):
            rows = part.values_list("priority", "queued_at", "pk")[:number]
            yield from (Place(lane, *row) for row in rows)


def how_many(lane: Lane, site_id: int | None = None) -> int:
    """How many are in a lane: never counted beyond ``MOST_COUNTED``. One query."""
    return lane_of(lane, site_id).order_by().values("pk")[:MOST_COUNTED].count()
