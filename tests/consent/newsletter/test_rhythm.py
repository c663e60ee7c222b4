"""A newsletter may go out by itself: made a day ahead, only where something is new, never against its promise."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from consent.models import NewsletterIssue, Purpose
from consent.newsletter.rhythm import compose_by_rhythm, next_day
from consent.newsletter.sending import cancel

Rhythm = Purpose.Rhythm
TUESDAY = date(2026, 12, 1)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rhythm", "last", "today", "day"),
    [
        (Rhythm.WEEKLY, None, date(2026, 11, 26), TUESDAY),
        (Rhythm.WEEKLY, None, TUESDAY, TUESDAY),
        (Rhythm.WEEKLY, date(2026, 11, 26), date(2026, 11, 27), date(2026, 12, 8)),
        (Rhythm.FORTNIGHTLY, date(2026, 11, 24), date(2026, 11, 25), date(2026, 12, 8)),
        (Rhythm.MONTHLY, TUESDAY, date(2026, 12, 2), date(2027, 1, 5)),
        (Rhythm.MONTHLY, None, date(2026, 11, 25), TUESDAY),
    ],
)
def test_next_day_follows_the_rhythm(rhythm, last, today, day):
    assert next_day(weekday=1, rhythm=rhythm, last=last, today=today) == day


@pytest.fixture
def at(monkeypatch):
    """``at(moment)``: lets it be another time."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def weekly(purpose, write_article):
    write_article("New")
    purpose.rhythm = Rhythm.WEEKLY
    purpose.save()
    return purpose


def a_tuesday_at_seven_utc():
    """In the week after next: later than anything that the tests write."""
    today = timezone.now().date()
    return datetime.combine(today + timedelta(days=(1 - today.weekday()) % 7 + 7), datetime.min.time(), UTC).replace(
        hour=7
    )


def test_newsletter_goes_out_by_itself_only_if_somebody_said_so(purpose, write_article):
    write_article("New")
    assert compose_by_rhythm() == "0 issues made"


def test_issue_is_made_a_day_ahead_once_and_not_again_when_an_editor_cancels_it(weekly, at):
    tuesday = a_tuesday_at_seven_utc()
    at(tuesday - timedelta(days=2))
    compose_by_rhythm()
    assert not NewsletterIssue.objects.exists()
    at(tuesday - timedelta(hours=20))
    compose_by_rhythm()
    issue = NewsletterIssue.objects.get()
    assert issue.state == "planned"
    assert issue.send_at.weekday() == 1
    assert issue.made_by is None
    compose_by_rhythm()
    cancel(issue)
    compose_by_rhythm()
    assert NewsletterIssue.objects.count() == 1


def test_nothing_is_made_where_nothing_is_new_or_the_promise_would_break(weekly, at):
    tuesday = a_tuesday_at_seven_utc()
    for days in (14, 7):
        moment = tuesday - timedelta(days=days)
        NewsletterIssue.objects.create(
            purpose=weekly, state="sent", since=LONG_AGO, until=LONG_AGO, send_at=moment, started_at=moment
        )
    at(tuesday - timedelta(hours=20))
    assert compose_by_rhythm() == "0 issues made"  # twice a month was promised
    NewsletterIssue.objects.all().delete()
    weekly.topic.get_children().delete()
    assert compose_by_rhythm() == "0 issues made"
