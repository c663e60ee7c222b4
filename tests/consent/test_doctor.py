"""What the doctor says of keys, the journal, the outbox and policies: of something sound and of something broken."""

import secrets
from datetime import timedelta

import pytest
from django.utils import timezone

from consent import doctor
from consent.models import InForce, KeyCheck, OutgoingMail, TextVersion
from portal.doctor.examination import Level, Wish
from tests.consenting import a_contact, a_purpose, an_offer

FINE, NOTE, WARNING, PROBLEM = Level
OTHER = "YW5vdGhlci1rZXktZm9yLXRlc3RzLTAxMjM0NTY3ODk"
State = OutgoingMail.State


def levels(look):
    """How bad it is: the levels, each once."""
    found = [finding.level for finding in look(Wish())]
    return [level for level in Level if level in found]


def test_keys_match_the_data_or_do_not(community, settings):
    a_contact(community)
    assert levels(doctor.keys_match_the_data) == [FINE]
    own = settings.CONSENT_KEYS
    settings.CONSENT_KEYS = [OTHER, *own]
    assert "a rotation is not finished" in next(doctor.keys_match_the_data(Wish())).sentence
    settings.CONSENT_KEYS = [OTHER]
    assert "lacks the key" in next(doctor.keys_match_the_data(Wish())).sentence
    settings.CONSENT_KEYS = own
    KeyCheck.objects.update(fingerprint="0" * 64)
    assert "is not the one" in next(doctor.keys_match_the_data(Wish())).sentence


def test_the_journal_can_be_written_and_lies_elsewhere(settings, tmp_path, monkeypatch):
    settings.DEMO, settings.ERASURE_JOURNAL = False, tmp_path / "elsewhere" / "erasures.jsonl"
    settings.MAINTENANCE_FILE = tmp_path / "maintenance"
    assert levels(doctor.the_journal_can_be_written) == [FINE]
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    assert levels(doctor.the_journal_can_be_written) == [FINE, WARNING]
    settings.ERASURE_JOURNAL.write_text('{"half')
    assert "Line 1" in next(doctor.the_journal_can_be_written(Wish())).sentence
    monkeypatch.setattr(doctor.os, "access", lambda path, mode: False)
    assert levels(doctor.the_journal_can_be_written) == [PROBLEM]


def test_mail_that_is_stuck_failed_or_uncertain(community):
    contact = a_contact(community)
    OutgoingMail.objects.all().delete()
    assert levels(doctor.mail_leaves) == [FINE]

    def put(number, **values):
        OutgoingMail.objects.bulk_create([
            OutgoingMail(kind="confirm", site=community, language="en", contact=contact, **values,
                         idempotency_key=secrets.token_hex(8))
            for _each in range(number)
        ])  # fmt: skip

    put(1, state=State.WAITING)
    put(3, state=State.FAILED)
    assert levels(doctor.mail_leaves) == [FINE]
    put(1, state=State.UNCERTAIN)
    put(30, state=State.FAILED, reason="smtp-554")
    put(2, state=State.WAITING, due_at=timezone.now() - timedelta(hours=1))
    assert levels(doctor.mail_leaves) == [NOTE, WARNING, PROBLEM]
    assert "2 mails wait longer than 15 minutes" in next(doctor.mail_leaves(Wish())).sentence


def test_a_community_that_asks_for_addresses_has_a_privacy_policy(community):
    assert levels(doctor.policies_are_in_force) == []
    a_purpose(community)
    assert levels(doctor.policies_are_in_force) == [PROBLEM]
    an_offer(community)
    assert levels(doctor.policies_are_in_force) == [FINE]
    InForce.objects.filter(kind=TextVersion.Kind.PRIVACY).delete()
    assert levels(doctor.policies_are_in_force) == [PROBLEM]


@pytest.mark.django_db
def test_gauges_of_the_outbox_count_what_waits(community):
    from consent import gauges

    contact = a_contact(community)
    OutgoingMail.objects.all().delete()
    assert gauges.mails() == {"waiting": 0.0, "sending": 0.0, "failed": 0.0, "uncertain": 0.0}
    assert gauges.oldest() == 0.0
    due = timezone.now() - timedelta(minutes=10)
    OutgoingMail.objects.create(kind="confirm", site=community, language="en", contact=contact, due_at=due)
    assert gauges.mails()["waiting"] == 1.0
    assert 590 < gauges.oldest() < 700
