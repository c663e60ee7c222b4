"""One mail from the outbox to the server: asked about at the last moment, handed over once, settled by the answer."""

import logging
import smtplib
from contextlib import suppress as suppress_error
from datetime import timedelta

import pytest
from django.core import mail as django_mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import OperationalError
from django.utils import timezone

from consent.mail import delivering, leasing, settling
from consent.mail.delivering import deliver_due
from consent.mail.letter import Letter
from consent.models import Consent, ConsentEntry, OutgoingMail, Suppression, Token
from consent.rules.erasing import erase
from consent.rules.suppressing import suppress
from consent.rules.withdrawing import withdraw_all
from tests.consenting import ANNA
from tests.mailing import a_mail, now, write_sample, writer

State = OutgoingMail.State


class FailingBackend(EmailBackend):
    """Fails with what stands in ``failures``, one after the other, then sends."""

    failures: list = []
    opens = 0

    def open(self):
        type(self).opens += 1

    def send_messages(self, messages):
        if self.failures and (error := self.failures.pop(0)):
            raise error
        return super().send_messages(messages)


@pytest.fixture
def failing(settings):
    """``failing(error, ...)``: the server answers with these."""

    def prepare(*errors):
        settings.EMAIL_BACKEND = f"{__name__}.FailingBackend"
        FailingBackend.failures, FailingBackend.opens = list(errors), 0

    return prepare


def refused(code, words=""):
    return smtplib.SMTPRecipientsRefused({ANNA: (code, f"{words} {ANNA}".encode())})


def lose_worker(mail):
    """A worker took the mail and was killed; its lease has run out."""
    OutgoingMail.objects.filter(pk=mail.pk).update(
        state=State.SENDING, lease=mail.pk, leased_until=timezone.now() - timedelta(seconds=1)
    )


def make_due(mail):
    OutgoingMail.objects.filter(pk=mail.pk).update(due_at=timezone.now())


def test_what_is_due_is_sent_once_and_what_is_not_waits(community, contact, mail):
    later = a_mail(community, contact, "later", due_at=timezone.now() + timedelta(hours=1))
    assert deliver_due().mails == 1
    assert deliver_due().mails == 0
    assert [message.to for message in django_mail.outbox] == [[ANNA]]
    sent = now(mail)
    assert (sent.state, sent.handovers, sent.lease, sent.reason) == (State.SENT, 1, None, "")
    assert sent.settled_at
    assert now(later).state == State.WAITING


def test_the_most_urgent_goes_first(community, contact, mail):
    urgent = a_mail(community, contact, "urgent", priority=1)
    deliver_due()
    assert [message.extra_headers["Message-ID"] for message in django_mail.outbox] == [
        urgent.message_id,
        mail.message_id,
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda contact: withdraw_all(contact, method=ConsentEntry.Method.LINK), "withdrawn"),
        (lambda contact: suppress(contact.address, Suppression.Reason.ASKED), "suppressed"),
        (lambda contact: contact.delete(), "gone"),
    ],
)
def test_mail_that_is_no_longer_wanted_is_dropped_with_its_reason(contact, mail, change, reason):
    change(contact)
    deliver_due()
    assert django_mail.outbox == []
    assert (now(mail).state, now(mail).reason, now(mail).handovers) == (State.DROPPED, reason, 0)


def test_suppressed_address_is_refused_whatever_the_letter_says_and_leaves_no_link(contact, mail):
    def write(mail):
        Token.issue(Token.Kind.PREFERENCES, contact=mail.contact)
        return Letter(to=contact.address, subject="Hello", text="Hello")

    suppress(contact.address, Suppression.Reason.NOT_ME)
    before = Token.objects.count()
    with writer(write):
        deliver_due()
    assert now(mail).state == State.DROPPED
    assert Token.objects.count() == before


def test_erased_person_gets_nothing(contact, mail):
    erase(contact.address, method=ConsentEntry.Method.LINK)
    assert deliver_due().mails == 0
    assert django_mail.outbox == []


def test_server_that_says_later_is_asked_again_after_growing_pauses_and_in_the_end_no_more(mail, failing):
    for attempt in range(1, settling.MOST_ATTEMPTS + 1):
        failing(refused(451, "4.3.0"))
        make_due(mail)
        begun = timezone.now()
        deliver_due()
        tried = now(mail)
        assert (tried.attempts, tried.handovers, tried.reason) == (attempt, 0, "smtp-451-4.3.0")
        if attempt < settling.MOST_ATTEMPTS:
            assert tried.state == State.WAITING
            pause = settling.PAUSES[attempt - 1]
            assert pause * 0.79 < tried.due_at - begun < pause * 1.21 + timedelta(seconds=5)
    assert tried.state == State.FAILED
    assert django_mail.outbox == []


def test_mail_that_was_refused_for_now_is_sent_later(mail, failing):
    failing(refused(451))
    deliver_due()
    assert deliver_due().mails == 0
    make_due(mail)
    deliver_due()
    assert now(mail).state == State.SENT
    assert len(django_mail.outbox) == 1


def test_mailbox_that_does_not_exist_is_never_written_to_again(contact, mail, failing):
    failing(refused(550, "5.1.1 unknown"))
    deliver_due()
    assert (now(mail).state, now(mail).reason) == (State.FAILED, "smtp-550-5.1.1")
    assert Suppression.objects.get().reason == Suppression.Reason.BOUNCE
    assert not Consent.objects.active().exists()
    assert ConsentEntry.objects.filter(action="withdrawn", method="report").count() == 1


def test_server_that_refuses_a_mail_on_principle_suppresses_nobody(mail, failing):
    failing(refused(550, "5.7.1 policy"))
    deliver_due()
    assert (now(mail).state, now(mail).reason) == (State.FAILED, "smtp-550-5.7.1")
    assert not Suppression.objects.exists()
    assert Consent.objects.active().exists()


def test_answer_that_never_came_is_tried_once_more_and_then_left_alone(mail, failing):
    failing(TimeoutError())
    assert deliver_due().is_server_away
    assert (now(mail).state, now(mail).handovers) == (State.WAITING, 1)
    make_due(mail)
    failing(smtplib.SMTPServerDisconnected())
    deliver_due()
    assert (now(mail).state, now(mail).handovers, now(mail).reason) == (State.UNCERTAIN, 2, "no-answer")
    assert deliver_due().mails == 0


def test_worker_lost_before_the_handover_costs_nothing_and_after_it_one_more_try(mail):
    lose_worker(mail)
    deliver_due()
    assert (now(mail).state, now(mail).handovers) == (State.SENT, 1)
    OutgoingMail.objects.update(handovers=1)
    lose_worker(mail)
    deliver_due()
    assert (now(mail).state, now(mail).handovers) == (State.SENT, 2)
    assert len({message.extra_headers["Message-ID"] for message in django_mail.outbox}) == 1
    lose_worker(mail)
    assert deliver_due().mails == 0
    assert (now(mail).state, now(mail).reason) == (State.UNCERTAIN, "worker-lost")


def test_mail_that_another_worker_holds_is_left_to_it(mail):
    OutgoingMail.objects.update(state=State.SENDING, lease=mail.pk, leased_until=timezone.now() + timedelta(minutes=5))
    assert deliver_due().mails == 0
    assert django_mail.outbox == []


def test_server_that_is_away_costs_no_attempt_and_nothing_is_written(community, contact, mail, settings):
    a_mail(community, contact, "second")
    settings.EMAIL_BACKEND = "portal.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert deliver_due().is_server_away
    for waiting in OutgoingMail.objects.all():
        assert (waiting.state, waiting.attempts, waiting.handovers) == (State.WAITING, 0, 0)
        assert (waiting.reason, waiting.lease) == ("server-away", None)
    OutgoingMail.objects.filter(pk=mail.pk).update(due_at=timezone.now() - timedelta(days=6))
    deliver_due()
    assert sorted(OutgoingMail.objects.values_list("state", flat=True)) == [State.FAILED, State.WAITING]


def test_refused_sender_ends_the_batch_and_is_told_loudly(community, contact, mail, failing, caplog):
    a_mail(community, contact, "second", priority=9)
    failing(smtplib.SMTPSenderRefused(550, b"5.7.1 who are you", "portal@localhost"))
    assert deliver_due().is_server_away
    assert sorted(OutgoingMail.objects.values_list("attempts", flat=True)) == [0, 1]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "@" not in caplog.text


def test_letter_that_can_not_be_written_stops_no_other_and_no_log_holds_its_address(community, contact, mail, caplog):
    def fail_once(mail):
        if mail.idempotency_key == "sample:1":
            raise RuntimeError(f"can't write to {ANNA}")
        return write_sample(mail)

    second = a_mail(community, contact, "second")
    with writer(fail_once):
        deliver_due()
    assert now(second).state == State.SENT
    assert (now(mail).state, now(mail).reason, now(mail).attempts) == (State.WAITING, "error-RuntimeError", 1)
    assert now(mail).handovers == 0
    assert "RuntimeError" in caplog.text
    assert ANNA not in caplog.text


def test_letter_of_an_unknown_kind_fails_by_itself(community, contact):
    mail = a_mail(community, contact)
    deliver_due()
    assert (now(mail).state, now(mail).reason) == (State.WAITING, "error-KeyError")


def test_mail_that_was_given_to_another_contact_at_this_moment_is_due_again_at_once(mail, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(leasing, "held_reader", lambda _mail: None)  # the contact that it went to is gone
        deliver_due()
    assert django_mail.outbox == []
    assert (now(mail).state, now(mail).lease, now(mail).handovers) == (State.WAITING, None, 0)
    deliver_due()
    assert now(mail).state == State.SENT


def test_stop_is_heeded_after_the_mail_in_hand(community, contact, mail):
    second = a_mail(community, contact, "second")
    answers = iter([False, True])
    assert deliver_due(lambda: next(answers)).mails == 1
    assert [now(one).state for one in (mail, second)] == [State.SENT, State.WAITING]
    assert now(second).lease is None


def test_answer_that_can_not_be_written_down_costs_one_duplicate_at_most(community, contact, mail, monkeypatch):
    def fail(*_what):
        raise OperationalError("database is locked")

    second = a_mail(community, contact, "second")
    with monkeypatch.context() as patched:
        patched.setattr(delivering, "PAUSES_FOR_DATABASE", ())
        patched.setattr(delivering, "settle", fail)
        with pytest.raises(OperationalError):
            deliver_due()
        assert (now(mail).state, now(mail).handovers) == (State.SENDING, 1)
        assert (now(second).state, now(second).handovers) == (State.WAITING, 0)  # the others are free at once
        OutgoingMail.objects.filter(pk=second.pk).delete()
        assert deliver_due().mails == 0  # until its lease has run out
        for _time in range(4):
            OutgoingMail.objects.filter(state=State.SENDING).update(leased_until=timezone.now() - timedelta(seconds=1))
            with suppress_error(OperationalError):
                deliver_due()
    assert len(django_mail.outbox) == 2
    assert len({message.extra_headers["Message-ID"] for message in django_mail.outbox}) == 1
    assert (now(mail).state, now(mail).reason) == (State.UNCERTAIN, "worker-lost")


def test_acceptance_counts_although_the_lease_was_lost(contact, mail, settings):
    settings.EMAIL_BACKEND = f"{__name__}.SlowBackend"
    SlowBackend.mail = mail
    deliver_due()
    assert now(mail).state == State.SENT
    assert now(mail).lease is None


class SlowBackend(EmailBackend):
    """So slow that meanwhile another worker takes the mail."""

    def send_messages(self, messages):
        OutgoingMail.objects.filter(pk=self.mail.pk).update(lease=self.mail.site.root_page.translation_key)
        return super().send_messages(messages)


def test_name_of_the_provider_is_kept(mail, settings):
    settings.EMAIL_BACKEND = "anymail.backends.test.EmailBackend"
    deliver_due()
    assert now(mail).state == State.SENT
    assert now(mail).provider_id
