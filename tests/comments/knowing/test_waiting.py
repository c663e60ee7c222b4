"""Waiting times are those of comments that a moderator decided on, by nearest rank, read for a bounded number."""

from datetime import timedelta

import pytest

from comments.knowing import waiting as module
from comments.knowing.durations import in_words
from comments.knowing.waiting import percentile, waiting
from tests.comments.knowing.conftest import NOON, Action, a_span, decided

pytestmark = pytest.mark.django_db


def test_median_and_percentiles_are_times_that_somebody_did_wait():
    assert [percentile(range(1, 101), share) for share in (50, 90, 95)] == [50, 90, 95]
    assert [percentile([7], share) for share in (50, 90, 95)] == [7, 7, 7]
    assert percentile([], 50) is None


def test_each_community_has_its_own_times():
    for number, minutes in enumerate((10, 20, 600)):
        decided(Action.APPROVE, waited=minutes, comment_id=number)
    decided(Action.REJECT, waited=60, site=2, rule_code="kind")
    found = waiting(a_span(1, 2, 3))
    assert (found[1].median, found[1].ninety) == (20 * 60, 600 * 60)
    assert found[1].bands == (1, 1, 0, 1, 0, 0, 0, 0)
    assert (found[2].decisions, found[2].median) == (1, 3600)
    assert (found[3].decisions, found[3].median) == (0, None)


def test_what_is_still_in_the_queue_or_was_decided_by_its_author_is_not_counted():
    decided(Action.ESCALATE, waited=5)
    decided(Action.CONFIRM, waited=5)
    decided(Action.REMOVE, waited=5)
    decided(Action.APPROVE, waited=30, from_state="escalated")
    assert (waiting(a_span())[1].decisions, waiting(a_span())[1].median) == (1, 1800)


def test_what_was_undone_is_not_counted_even_if_that_was_just_after_the_end():
    wrong = decided(Action.APPROVE, waited=5)
    decided(Action.UNDO, undoes=wrong.number, at=NOON + timedelta(seconds=20))
    assert waiting(a_span())[1].decisions == 0
    assert waiting(a_span(ends=NOON + timedelta(seconds=1)))[1].decisions == 0
    decided(Action.REJECT, waited=7)
    assert waiting(a_span())[1].median == 7 * 60


def test_of_very_many_decisions_every_second_or_third_is_read(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(module, "MOST", 10)
    for number in range(25):
        decided(Action.APPROVE, waited=number, comment_id=number)
    for number in range(4):
        decided(Action.APPROVE, waited=number, site=2, comment_id=100 + number)
    with django_assert_num_queries(2):
        found = waiting(a_span(1, 2))
    assert (found[1].decisions, found[1].read) == (25, 8)
    assert (found[2].decisions, found[2].read) == (4, 4)


def test_what_lies_outside_the_span_is_not_counted():
    decided(Action.APPROVE, at=NOON - timedelta(days=31))
    decided(Action.APPROVE, at=NOON + timedelta(days=30))
    assert waiting(a_span())[1].decisions == 0


def test_times_are_told_in_words():
    words = [in_words(seconds) for seconds in (None, 1, 90 * 60, 3 * 3600, 95 * 3600, 5 * 86400)]
    assert words == ["–", "1 min", "90 min", "3 h", "95 h", "5 days"]
