"""What leaves when an error is reported: the error and where it was, and nothing of the person whose request it met."""

import json
import logging

import pytest
import sentry_sdk
from django.test import Client
from django.urls import path
from sentry_sdk.transport import Transport

from portal.error_reports import begin

ADDRESS, TOKEN = "anna@example.org", "mAtching-t0ken-of-a-link"


class Collecting(Transport):
    """Keeps what would be sent."""

    sent: list = []

    def capture_envelope(self, envelope):
        self.sent += [item.payload.json for item in envelope.items]


@pytest.fixture
def sent(settings):
    """Reports that would have left."""
    Collecting.sent = []
    settings.SENTRY_DSN = "https://key@errors.example.org/1"
    assert begin(transport=Collecting)
    yield Collecting.sent
    sentry_sdk.init(dsn="")


def test_nothing_is_reported_unless_asked_for(settings):
    settings.SENTRY_DSN = ""
    assert begin() is False


def breaks(request, token):
    """A view that meets an error."""
    name = f"secret of {ADDRESS}"
    raise ValueError(f"no row for {name}\nDETAIL: Failing row contains (Anna, my illness)")


urlpatterns = [path("links/<str:token>/", breaks, name="links")]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_an_error_in_a_view_is_reported_without_the_person(sent):
    client = Client(raise_request_exception=False, headers={"user-agent": "the browser of anna"})
    client.cookies["sessionid"] = "session-of-anna"
    assert client.post(f"/links/{TOKEN}/?who=anna", {"email": ADDRESS}).status_code == 500
    report = next(each for each in sent if each.get("exception"))
    error, text = report["exception"]["values"][0], json.dumps(sent)
    assert (error["type"], error["value"]) == ("ValueError", "no row for secret of [address]")
    assert report["transaction"] == "/links/{token}/"
    for word in (ADDRESS, TOKEN, "my illness", "the browser of anna", "session-of-anna", "who=anna"):
        assert word not in text
    assert "vars" not in error["stacktrace"]["frames"][-1]


def test_what_stood_in_a_request_is_left_out(sent):
    event = {
        "message": f"Mail to {ADDRESS} failed",
        "request": {"method": "POST", "url": f"https://x/c/{TOKEN}/", "cookies": {"a": "b"}, "data": ADDRESS},
        "user": {"ip_address": "192.0.2.7"},
        "transaction": f"/c/{TOKEN}/",
        "extra": {"request": "<Request>"},
        "breadcrumbs": {"values": [{"message": ADDRESS}]},
        "tags": {"who": ADDRESS},
    }
    sentry_sdk.capture_event(event)
    (report,) = sent
    text = json.dumps(report)
    for word in (ADDRESS, TOKEN, "192.0.2.7", "cookies", "<Request>"):
        assert word not in text
    assert report["request"] == {"method": "POST"}
    assert report["message"] == "Mail to [address] failed"


def test_an_error_in_the_log_is_reported_masked(sent):
    logging.getLogger("portal.worker").error("The letter to %s failed", ADDRESS)
    (report,) = sent
    assert ADDRESS not in json.dumps(report)
    assert "The letter to" in json.dumps(report)
