"""Decisions are counted by kind, by rule, on appeal and by the hour; what was undone is not."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from comments.knowing.counts import by_kind, by_rule, sanctions, volume
from comments.models import Sanction
from tests.comments.knowing.conftest import NOON, Action, a_span, decided
from tests.conversing import a_commenter

pytestmark = pytest.mark.django_db


def test_a_rule_is_counted_with_what_became_of_it_on_appeal():
    for number, action in enumerate((Action.REJECT, Action.REJECT, Action.REMOVE, Action.ASK, Action.UPHOLD)):
        decided(action, rule_code="kind", comment_id=number)
    decided(Action.OVERTURN, rule_code="kind")
    decided(Action.REJECT, rule_code="kind", site=2)
    decided(Action.APPROVE)
    row, other = by_rule(a_span(1, 2))
    assert (row.rejected, row.removed, row.asked, row.cited) == (2, 1, 1, 4)
    assert (row.heard, row.overturned, row.share) == (2, 1, 50)
    assert (other.site, other.cited, other.share) == (2, 1, None)


def test_what_was_undone_counts_nowhere():
    wrong = decided(Action.REJECT, rule_code="kind")
    decided(Action.UNDO, undoes=wrong.number, at=NOON + timedelta(seconds=5), from_state="rejected")
    assert by_rule(a_span()) == by_kind(a_span()) == []


def test_hours_and_days_are_those_of_the_clock_there():
    decided(Action.CONFIRM)
    decided(Action.APPROVE, at=NOON + timedelta(hours=11, minutes=30))
    hours, days = volume(a_span(zone=ZoneInfo("Europe/Berlin")))
    assert [(row.place, row.received, row.decided) for row in hours if row.received or row.decided] == [
        (0, 0, 1),
        (13, 1, 0),
    ]
    assert [(row.place, row.received, row.decided) for row in days if row.received or row.decided] == [
        (3, 1, 0),
        (4, 0, 1),
    ]


def test_sanctions_are_counted_by_kind(article):
    by = a_commenter(article)
    for lifted_at in (None, NOON):
        Sanction.objects.create(
            site=by.site, commenter=by, subject="x", kind="banned", reason="x", begins_at=NOON, lifted_at=lifted_at
        )
    assert [row[1:] for row in sanctions(a_span(by.site_id))] == [(0, 0), (0, 0), (2, 1)]
