"""An address is kept for 30 days after its owner took back everything, and not a day longer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consent import journal
from consent.jobs import KEEPS_REPORTS, forget_contacts, purge_records
from consent.models import Consent, ConsentEntry, Contact, MailEvent, OutgoingMail, Token
from consent.register.personal_data import DECLARED
from consent.rules.retaining import KEEPS_WITHOUT_CONSENT, forget_withdrawn
from portal.models import JobRun
from tests.consent.test_flow import whole_database
from tests.consenting import ANNA, a_contact, a_request


@pytest.fixture
def contact(community, settings, tmp_path):
    """Somebody who agreed to two things."""
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    return a_contact(community, ANNA, "myeloma-news", "aml-news")


def withdraw(consents, days):
    consents.update(withdrawn_at=timezone.now() - timedelta(days=days))


def test_contact_who_took_back_everything_is_deleted_after_30_days(community, contact):
    first, second = contact.consents.all()
    withdraw(Consent.objects.filter(pk=first.pk), days=90)
    assert forget_withdrawn() == 0  # one consent still stands
    withdraw(Consent.objects.filter(pk=second.pk), days=29)
    assert forget_withdrawn() == 0
    withdraw(Consent.objects.filter(pk=second.pk), days=31)
    Token.issue(Token.Kind.PREFERENCES, contact=contact)
    assert forget_contacts() == "1 addresses erased"
    assert not Contact.objects.exists()
    assert not Token.objects.filter(kind="preferences").exists()
    assert not OutgoingMail.objects.filter(contact=contact.pk).exists()
    assert ANNA not in whole_database()
    last = ConsentEntry.objects.last()
    assert (last.action, last.method, last.subject) == ("erased", "retention", contact.subject)
    assert [entry["event"] for entry in journal.entries()] == ["erasure"]


def told(contact, model):
    """The times at which rows of a model are said to go."""
    exporter = DECLARED[f"consent.{model}"].exporter
    return [row["deleted_on"] for row in exporter(contact.address, [Contact.objects.get(pk=contact.pk)])]


def test_owner_is_told_the_day_on_which_they_are_deleted(contact):
    first, second = contact.consents.all()
    withdraw(Consent.objects.filter(pk=first.pk), days=90)
    assert told(contact, "Contact") == [None]  # one consent still stands
    assert told(contact, "Consent") == [None, None]
    withdraw(Consent.objects.filter(pk=second.pk), days=29)
    day = Consent.objects.get(pk=second.pk).withdrawn_at + KEEPS_WITHOUT_CONSENT
    assert told(contact, "Contact") == [day]
    assert told(contact, "Consent") == [day, day]
    contact.consents.all().delete()
    assert told(contact, "Contact") == [contact.confirmed_at + KEEPS_WITHOUT_CONSENT]


def test_owner_is_told_the_day_on_which_a_report_on_their_mail_is_deleted(contact):
    report = MailEvent.objects.create(event_id="1", kind="soft-bounce", mail=OutgoingMail.objects.first())
    assert told(contact, "MailEvent") == [report.received_at + KEEPS_REPORTS]


def test_pause_is_no_withdrawal(contact):
    contact.consents.update(paused_until=timezone.now() + timedelta(days=1))
    Consent.objects.update(given_at=timezone.now() - timedelta(days=400))
    assert forget_withdrawn() == 0


def test_contact_whose_purposes_are_gone_is_kept_no_longer_than_others(contact):
    contact.consents.all().delete()
    assert forget_withdrawn() == 0
    Contact.objects.update(confirmed_at=timezone.now() - KEEPS_WITHOUT_CONSENT)
    assert forget_withdrawn() == 1


def test_request_that_waits_is_left_alone(community, contact):
    """Somebody who took back everything may ask anew."""
    withdraw(contact.consents, days=31)
    request = a_request(community)
    forget_withdrawn()
    request.refresh_from_db()
    assert str(request.address) == ANNA
    assert Contact.objects.exists()


def test_journal_that_can_not_be_written_keeps_the_contact(contact, settings):
    withdraw(contact.consents, days=31)
    settings.ERASURE_JOURNAL = "/proc/erasures.jsonl"
    with pytest.raises(journal.JournalError):
        forget_withdrawn()
    assert Contact.objects.count() == 1


def test_old_reports_and_jobs_that_are_no_more_go(db):
    now = timezone.now()
    for days in (89, 91):
        MailEvent.objects.create(event_id=str(days), kind="soft-bounce", received_at=now - timedelta(days=days))
    old = now - timedelta(days=31)
    for name in ("gone", "worker", "purge_records"):
        JobRun.objects.create(name=name, due_at=old, finished_at=old)
    JobRun.objects.create(name="gone-lately", due_at=now, finished_at=now)
    assert purge_records() == "1 reports and 1 jobs deleted"
    assert list(MailEvent.objects.values_list("event_id", flat=True)) == ["89"]
    assert set(JobRun.objects.values_list("name", flat=True)) == {"worker", "purge_records", "gone-lately"}
