"""Programs are slowed down, people are asked to press the button again, and nobody is dropped."""

from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import signing
from django.utils import timezone

from consent.capture import challenge
from consent.capture.admission import AT_ALL, FREELY
from consent.models import RateCount, Request
from consent.rules.limits import take
from tests.consent.capture.sending import KINDS, fields, post

START = datetime(2026, 11, 25, 12, 0, 0, tzinfo=timezone.get_current_timezone())
NETWORK = "127.0.0.1"
OTHER = {"REMOTE_ADDR": "192.0.2.7"}


@pytest.fixture
def clock(monkeypatch):
    """``clock(seconds)``: lets time go by."""
    now = [START]
    monkeypatch.setattr(timezone, "now", lambda: now[0])

    def pass_by(seconds):
        now[0] += timedelta(seconds=seconds)

    return pass_by


def challenge_in(response, kind):
    if kind == "json":
        return response.json()["challenge"]
    return BeautifulSoup(response.content, "html.parser").select_one("[name=challenge]")["value"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_trap_asks_to_press_the_button_again_and_lets_through(client, offer, clock, kind):
    filled = fields(offer, website="filled in by a password manager", purpose=["myeloma-news"])
    asked = post(client, filled, kind)
    assert asked.status_code == 422
    assert not Request.objects.exists()
    clock(3)
    again = post(client, {**filled, "challenge": challenge_in(asked, kind)}, kind)
    assert again.status_code == (200 if kind == "json" else 303)
    assert Request.objects.count() == 1


def test_the_page_that_asks_keeps_everything_in_its_fields_and_empties_the_trap(client, offer):
    filled = fields(offer, website="x", purpose=["myeloma-news"], discreet="1")
    page = BeautifulSoup(post(client, filled).content, "html.parser")
    assert page.select_one("[name=email]")["value"] == filled["email"]
    assert [box["value"] for box in page.select("[name=purpose][checked]")] == ["myeloma-news"]
    assert page.select_one("[name=discreet]").has_attr("checked")
    assert not page.select_one("[name=website]").get("value")


def test_a_busy_network_is_asked_and_another_is_not(client, offer, clock):
    for number in range(FREELY.most):
        assert post(client, fields(offer, email=f"anna{number}@example.org")).status_code == 303
    asked = post(client, fields(offer))
    assert asked.status_code == 422
    assert post(client, fields(offer), **OTHER).status_code == 303
    clock(3)
    assert post(client, fields(offer, challenge=challenge_in(asked, "form"))).status_code == 303


def test_far_too_many_are_told_when_to_come_back(client, offer, clock):
    clock(600)
    for _time in range(AT_ALL.most):
        take(AT_ALL, NETWORK)
    response = post(client, fields(offer))
    assert (response.status_code, response["Retry-After"]) == (429, str(3000))
    assert BeautifulSoup(response.content, "html.parser").select_one("[name=email]")["value"] == "anna@example.org"
    clock(3000)
    assert post(client, fields(offer)).status_code == 303


@pytest.mark.parametrize(
    ("seconds", "is_taken"), [(0, False), (1, False), (2, True), (7200, True), (7201, False)], ids=str
)
def test_a_challenge_works_from_two_seconds_to_two_hours(db, clock, seconds, is_taken):
    text = challenge.issue(NETWORK)
    clock(seconds)
    assert challenge.redeem(text, NETWORK) is is_taken


def test_a_challenge_works_once(db, clock):
    text = challenge.issue(NETWORK)
    clock(3)
    assert challenge.redeem(text, NETWORK)
    assert not challenge.redeem(text, NETWORK)
    clock(3600)
    assert not challenge.redeem(text, NETWORK)


def test_a_challenge_works_for_its_own_network_unchanged(db, clock):
    text = challenge.issue(NETWORK)
    clock(3)
    forged = signing.dumps(["nonce", 0, "key"], salt="another")
    for other in ("", "x", text[:-1], text + "x", forged):
        assert not challenge.redeem(other, NETWORK)
    assert not challenge.redeem(text, "192.0.2.7")
    assert challenge.redeem(text, NETWORK)


def test_a_challenge_that_was_used_asks_again_and_loses_nothing(client, offer, clock):
    filled = fields(offer, website="x")
    asked = post(client, filled)
    clock(3)
    used = {**filled, "challenge": challenge_in(asked, "form")}
    assert post(client, used).status_code == 303
    once_more = post(client, used)
    assert once_more.status_code == 422
    assert challenge_in(once_more, "form") != used["challenge"]


def test_no_network_and_no_address_is_kept_in_what_is_counted(client, offer):
    post(client, fields(offer, website="x"), **OTHER)
    assert RateCount.objects.exclude(action__startswith="post ").count() == 2
    kept = repr(list(RateCount.objects.values()))
    assert "192.0.2" not in kept
    assert "anna" not in kept
