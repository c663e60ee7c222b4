"""Moderators don't collide: each takes a few comments at a time, which nobody else is given for ten minutes. Working
renews that. Whoever skips a comment is not given it again; others are.

``claimed_by`` with ``claimed_until`` is a claim; ``claimed_by`` alone says who skipped it.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from comments.models import Comment
from comments.models.comment import CommentQuerySet
from comments.rules.deciding import LEASE
from comments.rules.places import LARGEST_ID
from comments.rules.queue import Lane, in_order, lane_of
from portal.models import User

AT_A_TIME = 5


@transaction.atomic
def claim(
    user: User, n: int = AT_A_TIME, *, lanes: Sequence[Lane] = tuple(Lane), site_id: int | None = None
) -> list[int]:
    """Fills up what ``user`` holds to ``n`` comments, the most urgent first, and renews it. Returns the ids of all."""
    renew(user)
    missing = n - mine(user).count()
    for lane in lanes:
        for part in in_order(lane_of(lane, site_id), lane):
            if missing > 0:
                missing -= _take(user, part.filter(_free_for(user)), missing)
    return list(mine(user).values_list("pk", flat=True))


def _take(user: User, found: CommentQuerySet, number: int) -> int:
    """Takes up to ``number`` of ``found``. On PostgreSQL rows that somebody is just taking are passed over; SQLite has
    one writer at a time. Both look again while they write.
    """
    if connection.features.has_select_for_update_skip_locked:
        found = found.select_for_update(skip_locked=True, of=("self",), no_key=True)
    pks = [comment.pk for comment in found.only("pk")[:number]]
    still_free = Comment.objects.filter(_free_for(user), pk__in=pks)
    return still_free.update(claimed_by=user, claimed_until=timezone.now() + LEASE)


def _free_for(user: User) -> Q:
    """Held by nobody now, and not skipped by ``user``."""
    skipped = Q(claimed_by=user, claimed_until=None)
    return (Q(claimed_until=None) | Q(claimed_until__lte=timezone.now())) & ~skipped


def mine(user: User) -> CommentQuerySet:
    """What ``user`` holds now, in the order in which it was taken."""
    return Comment.objects.filter(claimed_by=user, claimed_until__gt=timezone.now()).order_by(
        "priority", "queued_at", "pk"
    )


def renew(user: User) -> None:
    """Ten more minutes for everything that ``user`` holds. One query."""
    now = timezone.now()
    held = Comment.objects.filter(claimed_by=user, claimed_until__gt=now)
    held.update(claimed_until=now + LEASE)


def skip(user: User, comment_id: int) -> None:
    """Gives one comment back for others to decide."""
    Comment.objects.filter(pk=min(comment_id, LARGEST_ID)).filter(Q(claimed_by=user) | Q(claimed_until=None)).update(
        claimed_by=user, claimed_until=None
    )


def release(user: User) -> None:
    """Gives everything back, and forgets what was skipped."""
    Comment.objects.filter(claimed_by=user).update(claimed_by=None, claimed_until=None)


def others_at_work(user: User) -> list[tuple[User, int]]:
    """Who else holds comments now, and for how many minutes at most. Two queries at most."""
    now = timezone.now()
    until: dict[int, datetime] = {}
    for user_id, end in Comment.objects.filter(claimed_until__gt=now).values_list("claimed_by", "claimed_until"):
        if user_id not in (None, user.pk):
            until[user_id] = max(end, until.get(user_id, end))
    people = User.objects.filter(pk__in=until) if until else []
    return [(each, max(1, round((until[each.pk] - now).total_seconds() / 60))) for each in people]
