"""A newsletter may go out by itself, on one day of the week at nine in its community. Off unless somebody sets it.

The issue is made a day ahead and planned, so that an editor may look at it, change it or cancel it. Where nothing is
new, or where one more would break what readers were promised, there is none; the news wait for the next one.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from consent.models import NewsletterIssue, Purpose
from consent.newsletter.composing import ComposingRefusedError, compose
from consent.newsletter.promise import days_begun, first_day_after
from consent.newsletter.sending import SendingRefusedError, plan
from portal.models import CommunitySettings

AHEAD = timedelta(hours=24)
AT = time(9)
Rhythm = Purpose.Rhythm
DAYS_BETWEEN = {Rhythm.WEEKLY: 7, Rhythm.FORTNIGHTLY: 14, Rhythm.MONTHLY: 21}  # monthly: the first such day of a month


def compose_by_rhythm() -> str:
    """Makes and plans what is due within a day."""
    purposes = Purpose.objects.filter(kind=Purpose.Kind.NEWSLETTER, is_offered=True).exclude(rhythm=Rhythm.NONE)
    made = sum(_compose(purpose) is not None for purpose in purposes.select_related("site"))
    return f"{made} issues made"


def next_day(*, weekday: int, rhythm: str, last: date | None, today: date) -> date:
    """The next day in the rhythm, from ``today`` on; ``last``: when an issue last began."""
    day = today + timedelta(days=(weekday - today.weekday()) % 7)
    earliest = last + timedelta(days=DAYS_BETWEEN[Rhythm(rhythm)]) if last else day
    while day < earliest or (rhythm == Rhythm.MONTHLY and day.day > 7):
        day += timedelta(days=7)
    return day


def _compose(purpose: Purpose) -> NewsletterIssue | None:
    now, zone = timezone.now(), CommunitySettings.for_site(purpose.site).zone
    at = _next_moment(purpose, now, zone)
    day = timezone.localdate(at, zone)
    is_promised = first_day_after(days_begun(purpose, day), most=purpose.most_a_month, day=day) == day
    if at - now > AHEAD or not is_promised or purpose.issues.filter(send_at=at).exists():
        return None  # not yet, or one was made for that day: if somebody cancelled it, there is none
    try:
        with transaction.atomic():
            issue = compose(purpose)
            return plan(issue, at) if issue else None
    except (ComposingRefusedError, SendingRefusedError):
        return None  # the page of newsletters says why


def _next_moment(purpose: Purpose, now: datetime, zone: ZoneInfo) -> datetime:
    begun = purpose.issues.exclude(started_at=None).order_by("-started_at").values_list("started_at", flat=True).first()
    last, local = timezone.localdate(begun, zone) if begun else None, timezone.localtime(now, zone)
    today = local.date() if local.time() < AT else local.date() + timedelta(days=1)
    day = next_day(weekday=purpose.weekday, rhythm=purpose.rhythm, last=last, today=today)
    return datetime.combine(day, AT, zone)
