"""Counts hold for every process, and a mailbox gets little mail however many ask in its name."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from consent.addresses import parse_address
from consent.jobs import purge_requests
from consent.models import RateCount
from consent.rules.limits import Limit, first_time, may_confirm, take

START = datetime(2026, 11, 25, 23, 59, tzinfo=timezone.get_current_timezone())
ANNA = parse_address("anna@example.org")
HOURLY = Limit("test", 3, timedelta(hours=1))


@pytest.fixture
def at(monkeypatch):
    """``at(days=1)``: how late it is, after the start."""

    def turn(**later):
        monkeypatch.setattr(timezone, "now", lambda: START + timedelta(**later))

    turn()
    return turn


def test_a_limit_holds_for_its_span_and_its_value(db, at):
    assert [take(HOURLY, "a") for _time in range(5)] == [True, True, True, False, False]
    assert take(HOURLY, "b")
    at(minutes=1)
    assert take(HOURLY, "a")


def test_the_wait_ends_with_the_span(at):
    assert HOURLY.wait == 60
    at(seconds=59, milliseconds=900)
    assert HOURLY.wait == 1


def test_a_mailbox_gets_one_mail_in_a_day_and_three_in_a_month(db, at):
    assert may_confirm(ANNA)
    assert not may_confirm(ANNA)
    at(minutes=2)  # another day in the calendar
    assert not may_confirm(ANNA)
    at(hours=24)
    assert may_confirm(ANNA)
    at(days=2)
    assert may_confirm(ANNA)
    at(days=20)
    assert not may_confirm(ANNA)
    at(days=30)
    assert may_confirm(ANNA)
    assert not may_confirm(ANNA)


def test_what_was_refused_does_not_put_off_the_next_mail(db, at):
    assert may_confirm(ANNA)
    for hour in range(1, 24):
        at(hours=hour)
        assert not may_confirm(ANNA)
    at(hours=24)
    assert may_confirm(ANNA)


def test_a_family_of_addresses_is_one_mailbox(db):
    assert may_confirm(parse_address("a.nna@gmail.com"))
    assert not may_confirm(parse_address("Anna+health@googlemail.com"))
    assert may_confirm(ANNA)
    assert not may_confirm(parse_address("ANNA+2@example.org"))
    assert may_confirm(parse_address("a.nna@example.org"))


def test_counts_survive_a_change_of_keys(db, settings):
    assert may_confirm(ANNA)
    settings.CONSENT_KEYS = ["bmV3LWtleS1mb3ItdGVzdHMtMDEyMzQ1Njc4OWFiY2Q", *settings.CONSENT_KEYS]
    assert not may_confirm(ANNA)


def test_nothing_of_a_mailbox_is_kept_and_counts_go_away(db, at):
    may_confirm(ANNA)
    assert "anna" not in repr(list(RateCount.objects.values()))
    at(days=31)
    purge_requests()
    assert not RateCount.objects.exists()


def test_first_time_is_true_once(db, at):
    times = {"since": START, "until": START + timedelta(hours=2)}
    assert first_time("x", "a", **times)
    assert not first_time("x", "a", **times)
    assert first_time("x", "b", **times)
