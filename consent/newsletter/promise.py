"""“Up to twice a month” is part of what people agreed to, and is kept to (GDPR, article 5 (1) (a) and (b)).

A month goes from a day to the same day of the next month, or to its last. Every issue that began to go out counts.
"""

import calendar
from collections.abc import Iterable
from datetime import date, timedelta

from django.utils import timezone

from consent.models import NewsletterIssue, Purpose, TextVersion
from portal.models import CommunitySettings

LONGEST_MONTH = timedelta(days=32)  # with room for time zones


def a_month_before(day: date) -> date:
    """The same day of the month before, or the last of that month."""
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def first_day_after(begun: Iterable[date], *, most: int, day: date) -> date | None:
    """The first day from ``day`` on, on which another issue keeps the promise of ``most`` a month; None for never."""
    days = sorted(begun)
    if most < 1:
        return None
    while len([each for each in days if each > a_month_before(day)]) >= most:
        day += timedelta(days=1)
    return day


def days_begun(purpose: Purpose, day: date, *, apart_from: NewsletterIssue | None = None) -> list[date]:
    """On which days issues of ``purpose`` began in about the month before ``day``, as its community counts days."""
    zone = CommunitySettings.for_site(purpose.site).zone
    issues = purpose.issues.begun_since(timezone.now() - LONGEST_MONTH)
    issues = issues.exclude(pk=apart_from.pk) if apart_from else issues
    begun = [timezone.localdate(moment, zone) for moment in issues.values_list("started_at", flat=True)]
    return [each for each in begun if each <= day]


def promises(purpose: Purpose) -> dict[tuple[str, int], int]:
    """How many mails a month each version of the words promises, by language and version. One query."""
    texts = TextVersion.objects.filter(site_id=purpose.site_id, kind=TextVersion.Kind.PURPOSE, code=purpose.code)
    rows = texts.values_list("language", "version", "content")
    return {
        (language, version): content.get("most_a_month", purpose.most_a_month) for language, version, content in rows
    }
