"""Bounces and complaints, in the shapes in which providers post them: verified, carried out once, all or nothing."""

import base64
import hashlib
import hmac
import json

import pytest
from django.test import Client
from django.urls import include, path

import consent.urls  # noqa: F401 - says how often each address may be posted to
from consent import journal
from consent.addresses import parse_address
from consent.mail import reports
from consent.mail.hooks import hooks
from consent.models import Consent, ConsentEntry, MailEvent, OutgoingMail, Suppression
from consent.rules.suppressing import is_suppressed
from tests.consent.test_flow import whole_database
from tests.consenting import ANNA, a_request
from tests.portal.test_start import start

SECRET = "hook:0123456789-0123456789"
SIGNING_KEY = "signing-key-0123456789"
NAME = "883953f4-6105-42a2-a16a-77a8eac79483"
urlpatterns = [path("", include(hooks("postmark"))), path("", include(hooks("mailgun")))]


@pytest.fixture(autouse=True)
def provider(settings):
    """Both providers report here."""
    settings.ROOT_URLCONF = __name__
    settings.ANYMAIL = {
        "WEBHOOK_SECRET": SECRET,
        "POSTMARK_SERVER_TOKEN": "t",
        "MAILGUN_API_KEY": "k",
        "MAILGUN_WEBHOOK_SIGNING_KEY": SIGNING_KEY,
    }


@pytest.fixture
def sent(mail):
    """A mail that the provider took."""
    OutgoingMail.objects.update(state=OutgoingMail.State.SENT, provider_id=NAME)
    return mail


def post(payload, *, provider="postmark", secret=SECRET, client=None):
    """The status with which a report is answered."""
    headers = {"Authorization": "Basic " + base64.b64encode(secret.encode()).decode()} if secret else {}
    client = client or Client(raise_request_exception=False, headers={"host": "testserver"})
    address = f"/hooks/mail/{provider}/tracking/"
    return client.post(address, json.dumps(payload), content_type="application/json", headers=headers).status_code


def bounce(**values):
    """Postmark's report of a bounce."""
    return {
        "RecordType": "Bounce",
        "ID": 4323372036854775807,
        "Type": "HardBounce",
        "TypeCode": 1,
        "Name": "Hard bounce",
        "MessageID": NAME,
        "ServerID": 23,
        "MessageStream": "outbound",
        "Description": "The server was unable to deliver your message (ex: unknown user, mailbox not found).",
        "Details": f"smtp;550 5.1.1 The email account that you tried to reach does not exist. {ANNA}",
        "Email": ANNA,
        "From": "portal@localhost",
        "BouncedAt": "2026-11-05T16:33:54.9070259Z",
        "Inactive": True,
        "CanActivate": True,
        "Subject": "New articles",
        "Metadata": {},
        **values,
    }


def complaint(**values):
    """Postmark's report of a complaint."""
    return bounce(RecordType="SpamComplaint", Type="SpamComplaint", TypeCode=512, Name="Spam complaint", **values)


def mailgun(event="failed", severity="permanent", token="a" * 50, **values):
    """Mailgun's report, signed."""
    signature = hmac.new(SIGNING_KEY.encode(), f"1521472262{token}".encode(), hashlib.sha256).hexdigest()
    return {
        "signature": {"timestamp": "1521472262", "token": token, "signature": signature},
        "event-data": {
            "event": event,
            "severity": severity,
            "timestamp": 1521472262.908181,
            "id": "G9Bn5sl1TC6nu79C8C0bwg",
            "reason": "generic",
            "recipient": ANNA,
            "message": {"headers": {"message-id": NAME, "to": ANNA, "subject": "New articles"}},
            "delivery-status": {"code": 550, "message": "5.1.1 no such user", "description": "", "attempt-no": 1},
            **values,
        },
    }


def withdrawals():
    return ConsentEntry.objects.filter(action="withdrawn", method="report").count()


@pytest.mark.parametrize(
    ("payload", "reason"),
    [(bounce(), Suppression.Reason.BOUNCE), (complaint(), Suppression.Reason.COMPLAINT)],
)
def test_bounce_and_complaint_end_all_mail_to_the_address_and_count_once(sent, settings, tmp_path, payload, reason):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    assert [post(payload) for _time in range(3)] == [200, 200, 200]
    assert Suppression.objects.get().reason == reason
    assert not Consent.objects.active().exists()
    assert withdrawals() == 1
    assert MailEvent.objects.get().mail == sent
    assert [entry["event"] for entry in journal.entries()] == ["withdrawal", "suppression"]
    assert ANNA not in whole_database()


@pytest.mark.parametrize(
    "payload",
    [
        bounce(Type="SoftBounce", Details="smtp;452 4.2.2 mailbox full"),
        bounce(Type="Transient"),
        bounce(Details="smtp;550 5.7.1 blocked by policy"),
    ],
)
def test_bounce_that_may_pass_is_only_counted(sent, payload):
    assert post(payload) == 200
    assert MailEvent.objects.get().kind == "soft-bounce"
    assert not Suppression.objects.exists()
    assert Consent.objects.active().exists()


def test_delivery_leaves_nothing(sent):
    assert post({"RecordType": "Delivery", "MessageID": NAME, "Recipient": ANNA}) == 200
    assert not MailEvent.objects.exists()


def test_mail_is_found_by_its_recipient_where_its_name_is_unknown(sent):
    assert post(bounce(MessageID="another", Email="ANNA@example.org")) == 200
    assert is_suppressed(parse_address(ANNA))
    assert MailEvent.objects.get().mail is None


def test_address_that_waits_for_its_owner_is_known_too(community):
    a_request(community, "berta@example.org")
    assert post(bounce(Email="berta@example.org")) == 200
    assert is_suppressed(parse_address("berta@example.org"))


@pytest.mark.parametrize("recipient", ["nobody@example.org", "no address", "", None])
def test_report_of_somebody_unknown_is_answered_alike_and_leaves_nothing(sent, recipient):
    assert post(bounce(MessageID="another", Email=recipient)) == 200
    assert not MailEvent.objects.exists()
    assert not Suppression.objects.exists()


@pytest.mark.parametrize("secret", ["", "hook:wrong", "other:0123456789-0123456789"])
def test_report_without_the_agreed_password_is_refused(sent, secret):
    assert post(bounce(), secret=secret) == 400
    assert post(mailgun(), provider="mailgun", secret=secret) == 400
    assert not MailEvent.objects.exists()


def test_mailguns_report_needs_its_signature_too_and_counts_once(sent):
    forged = mailgun()
    forged["signature"]["signature"] = "0" * 64
    assert post(forged, provider="mailgun") == 400
    assert not MailEvent.objects.exists()
    OutgoingMail.objects.update(provider_id=f"<{NAME}>")
    assert [post(mailgun(), provider="mailgun") for _time in range(2)] == [200, 200]
    assert MailEvent.objects.get().kind == "hard-bounce"
    assert withdrawals() == 1


def test_mailguns_temporary_failure_is_counted_and_its_complaint_carried_out(sent):
    post(mailgun(severity="temporary", token="b" * 50), provider="mailgun")
    assert Consent.objects.active().exists()
    post(mailgun(event="complained", token="c" * 50), provider="mailgun")
    assert [event.kind for event in MailEvent.objects.order_by("pk")] == ["soft-bounce", "complaint"]
    assert not Consent.objects.active().exists()


def test_report_and_its_effect_are_kept_both_or_neither(sent, monkeypatch):
    def fail(address, reason):
        raise RuntimeError(str(address))

    with monkeypatch.context() as patched:
        patched.setattr(reports, "stop_writing", fail)
        assert post(bounce()) == 500
    assert not MailEvent.objects.exists()
    assert post(bounce()) == 200
    assert withdrawals() == 1


def test_get_changes_nothing(sent, client):
    assert client.get("/hooks/mail/postmark/tracking/").status_code == 405
    assert not MailEvent.objects.exists()


LOOKS = """
import django
django.setup()
from django.conf import settings
from django.urls import resolve
print(settings.EMAIL_BACKEND, resolve("/hooks/mail/postmark/tracking/").url_name)
"""


@pytest.mark.any_database
def test_address_for_reports_is_there_with_a_provider_alone(tmp_path):
    values = {"MAIL_PROVIDER": "postmark", "MAIL_PROVIDER_KEY": "token-0123456789", "MAIL_WEBHOOK_SECRET": SECRET}
    settings = {"DJANGO_SETTINGS_MODULE": "portal.settings.base"}
    with_provider = start(["-c", LOOKS], tmp_path, **values, **settings)
    assert with_provider.stdout.split() == ["anymail.backends.postmark.EmailBackend", "mail_hook"]
    without = start(["-c", LOOKS], tmp_path, **settings)
    assert without.stdout.split() == ["portal.smtp.EmailBackend", "None"]
    refused = start(["manage.py", "check"], tmp_path, **values | {"MAIL_WEBHOOK_SECRET": ""})
    assert refused.stderr == "MAIL_PROVIDER=postmark needs MAIL_WEBHOOK_SECRET. See docs/mail.md.\n"
