"""A letter through a provider's interface: the same letter, with nothing that tells when it was opened."""

import json

import pytest
import requests

from consent.mail.delivering import deliver_due
from consent.models import OutgoingMail
from portal.mail import provider_settings
from tests.mailing import UNSUBSCRIBE, now

State = OutgoingMail.State
ANSWERS = {
    "postmark": {"To": "anna@example.org", "MessageID": "0a129aee", "ErrorCode": 0, "Message": "OK"},
    "mailgun": {"id": "<0a129aee>", "message": "Queued. Thank you."},
}


@pytest.fixture
def provider(settings, monkeypatch):
    """``provider("postmark", status=200)``: answers so, and gives what it was asked."""
    asked = []

    def answer(status, values):
        def request(session, **parameters):
            asked.append(parameters)
            response = requests.Response()
            response.status_code, response._content, response.reason = status, json.dumps(values).encode(), "Reason"
            return response

        monkeypatch.setattr(requests.Session, "request", request)

    def prepare(name, status=200, values=None):
        settings.EMAIL_BACKEND = f"anymail.backends.{name}.EmailBackend"
        settings.ANYMAIL = provider_settings(
            name, key="key-0123456789", url="", signing_key="", webhook_secret="hook:0123456789-0123456789"
        )
        answer(status, ANSWERS[name] if values is None else values)
        return asked

    return prepare


def test_postmark_gets_the_letter_and_counts_no_openings(mail, provider):
    asked = provider("postmark")
    deliver_due()
    sent = json.loads(asked[0]["data"])
    headers = {header["Name"]: header["Value"] for header in sent["Headers"]}
    assert headers["List-Unsubscribe"] == UNSUBSCRIBE
    assert headers["Message-ID"] == mail.message_id
    assert (sent["TrackOpens"], sent["TrackLinks"]) == (False, "None")
    assert sent["TextBody"].startswith("Grüße – ¿qué tal?")
    assert (now(mail).state, now(mail).provider_id) == (State.SENT, "0a129aee")


def test_mailgun_gets_the_letter_and_counts_no_openings(mail, provider):
    asked = provider("mailgun")
    deliver_due()
    sent = asked[0]["data"]
    assert (sent["o:tracking-opens"], sent["o:tracking-clicks"]) == ("no", "no")
    assert sent["h:List-Unsubscribe"] == UNSUBSCRIBE
    assert (now(mail).state, now(mail).provider_id) == (State.SENT, "<0a129aee>")


@pytest.mark.parametrize(
    ("status", "state", "reason"),
    [
        (500, State.WAITING, "http-500"),
        (429, State.WAITING, "http-429"),
        (401, State.WAITING, "http-401"),
        (413, State.FAILED, "http-413"),
    ],
)
def test_provider_that_refuses_is_understood(mail, provider, caplog, status, state, reason):
    provider("mailgun", status, {"message": "no: anna@example.org"})
    deliver_due()
    assert (now(mail).state, now(mail).reason, now(mail).handovers) == (state, reason, 0)
    assert "anna" not in caplog.text
