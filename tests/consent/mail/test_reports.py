"""Bounces and complaints, in the shapes in which providers post them: verified, carried out once, all or nothing."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import include, path
from django.utils import timezone

import consent.urls  # noqa: F401 - says how often each address may be posted to
from consent import journal
from consent.addresses import parse_address
from consent.mail import reports
from consent.mail.hooks import hooks
from consent.models import Consent, ConsentEntry, Contact, MailEvent, OutgoingMail, Suppression
from consent.rules.correcting import correct
from consent.rules.erasing import erase
from consent.rules.suppressing import is_suppressed, lift
from tests.consent.rights.pages import a_correction_link
from tests.consent.test_flow import whole_database
from tests.consenting import ANNA, a_contact, a_request
from tests.portal.test_start import start

SECRET = "hook:0123456789-0123456789"
SIGNING_KEY = "signing-key-0123456789"
NEW = "anna.new@example.net"
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
    OutgoingMail.objects.update(state=OutgoingMail.State.SENT, provider_id=NAME, settled_at=timezone.now())
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
        "BouncedAt": f"{timezone.now():%Y-%m-%dT%H:%M:%S.%f}0Z",
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
            "timestamp": timezone.now().timestamp(),
            "id": "G9Bn5sl1TC6nu79C8C0bwg",
            "reason": "generic",
            "recipient": ANNA,
            "message": {"headers": {"message-id": NAME, "to": ANNA, "subject": "New articles"}},
            "delivery-status": {"code": 550, "message": "5.1.1 no such user", "description": "", "attempt-no": 1},
            **values,
        },
    }


def move(contact, site, to):
    """Gives somebody a new address, as the link in the mail to it does. A mail that was sent stays theirs."""
    assert correct(a_correction_link(site, contact, to))


def withdrawals():
    return ConsentEntry.objects.filter(action="withdrawn", method="report").count()


@pytest.mark.parametrize(
    ("report", "reason"),
    [(bounce, Suppression.Reason.BOUNCE), (complaint, Suppression.Reason.COMPLAINT)],
)
def test_bounce_and_complaint_end_all_mail_to_the_address_and_count_once(sent, settings, tmp_path, report, reason):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    payload = report()
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
        {"Type": "SoftBounce", "Details": "smtp;452 4.2.2 mailbox full"},
        {"Type": "Transient"},
        {"Details": "smtp;550 5.7.1 blocked by policy"},
        {"Details": "smtp;552 5.2.2 Mailbox full"},
        {"Details": "smtp;452 4.2.2 over quota"},
        {"Details": "smtp;552 5.3.4 message too big"},
        {"Details": "smtp;554 5.6.0 content refused"},
        {"Details": "smtp;550 5.2.1 mailbox disabled for now"},
        {"Details": "smtp;550 5.4.1 recipient's domain is not routed"},
        {"Details": "Status: 4.4.7\r\nDiagnostic-Code: smtp;delivery time expired"},
        {"Details": "smtp;553 5.1.8 bad sender's address"},
        {"Type": "BadEmailAddress", "Details": "smtp;552 5.2.3 message length exceeds the limit"},
    ],
)
def test_bounce_that_may_pass_is_only_counted(sent, payload):
    assert post(bounce(**payload)) == 200
    assert MailEvent.objects.get().kind == "soft-bounce"
    assert not Suppression.objects.exists()
    assert Consent.objects.active().exists()


@pytest.mark.parametrize(
    "payload",
    [
        {"Details": "smtp;550 no such user here"},  # no code of three numbers: the provider knows its kinds
        {"Details": ""},
        {"Details": "smtp;550 5.1.10 recipient not found"},
        {"Details": "Status: 5.1.2\r\nDiagnostic-Code: smtp;550 no such host 10.5.2.2"},
        {"Type": "BadEmailAddress", "Details": ""},
    ],
)
def test_bounce_of_a_mailbox_that_is_not_there_ends_all_mail(sent, payload):
    assert post(bounce(**payload)) == 200
    assert Suppression.objects.get().reason == "bounce"
    assert not Consent.objects.active().exists()


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
    def fail(address, reason, *, at):
        raise RuntimeError(str(address))

    with monkeypatch.context() as patched:
        patched.setattr(reports, "stop_writing", fail)
        assert post(bounce()) == 500
    assert not MailEvent.objects.exists()
    assert post(bounce()) == 200
    assert withdrawals() == 1


@pytest.mark.parametrize("report", [bounce, complaint])
def test_report_on_the_address_that_somebody_had_before_leaves_the_new_one_alone(sent, community, report):
    move(sent.contact, community, NEW)
    assert post(report()) == 200
    assert is_suppressed(parse_address(ANNA))
    assert not is_suppressed(parse_address(NEW))
    assert Consent.objects.active().get().contact == sent.contact
    assert post(report(ID=2, Email=NEW.upper())) == 200
    assert is_suppressed(parse_address(NEW))
    assert not Consent.objects.active().exists()


@pytest.mark.parametrize("report", [bounce, complaint])
def test_report_without_an_address_says_nothing_of_one_that_is_newer_than_the_mail(sent, community, report):
    move(sent.contact, community, NEW)
    assert post(report(Email="")) == 200
    assert MailEvent.objects.get().mail == sent
    assert not Suppression.objects.exists()
    assert Consent.objects.active().exists()
    OutgoingMail.objects.filter(pk=sent.pk).update(settled_at=timezone.now())
    assert post(report(ID=2, Email="")) == 200
    assert is_suppressed(parse_address(NEW))


def test_report_on_an_old_address_leaves_alone_whoever_has_it_now(sent, community):
    move(sent.contact, community, NEW)
    berta = a_contact(community, "berta@example.org")
    move(berta, community, ANNA)
    assert post(complaint()) == 200
    assert not Suppression.objects.exists()
    assert Consent.objects.active().count() == 2


@pytest.mark.parametrize("report", [bounce, complaint])
def test_report_that_comes_again_after_an_erasure_counts_no_second_time(sent, community, report):
    payload = report()
    assert post(payload) == 200
    erase(parse_address(ANNA), method="link")
    lift(parse_address(ANNA))
    assert MailEvent.objects.get().mail is None
    a_contact(community)
    assert post(payload) == 200
    assert post(payload | {"MessageID": "another"}) == 200
    assert not is_suppressed(parse_address(ANNA))
    assert Consent.objects.active().exists()


@pytest.mark.parametrize(("name", "number"), [(NAME, 2), ("another", 3)])
def test_what_was_agreed_to_after_a_report_stays(sent, community, name, number):
    an_hour_ago = f"{timezone.now() - timedelta(hours=1):%Y-%m-%dT%H:%M:%S}Z"
    late = {"MessageID": name, "ID": number, "BouncedAt": an_hour_ago}
    assert post(bounce(**late)) == 200
    assert Consent.objects.active().exists()
    two_hours_ago = timezone.now() - timedelta(hours=2)
    Contact.objects.update(created_at=two_hours_ago, confirmed_at=two_hours_ago)
    Consent.objects.update(given_at=two_hours_ago)
    a_contact(community, ANNA, "migraine-news")
    assert post(complaint(**late | {"ID": 10 + number})) == 200
    assert not Suppression.objects.exists()
    assert Consent.objects.active().get().purpose.code == "migraine-news"
    assert post(bounce(MessageID=name, ID=20 + number)) == 200
    assert is_suppressed(parse_address(ANNA))
    assert not Consent.objects.active().exists()


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
