"""People confirm, refuse and are erased while the worker writes to them: nobody waits for somebody who waits for them.

The first of the two is stopped halfway until the other one waits for a lock (or has ended without), and then goes on.
"""

import threading
import time
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from consent.addresses import parse_address
from consent.jobs import purge_requests
from consent.mail import letters, settling
from consent.mail.answers import Answer
from consent.mail.answers import Outcome as Told
from consent.mail.delivering import deliver_due
from consent.mail.letter import WRITERS
from consent.models import (
    Consent,
    Contact,
    NewsletterIssue,
    OutgoingMail,
    Purpose,
    Request,
    Suppression,
    Token,
)
from consent.newsletter.audience import Audience
from consent.newsletter.queueing import queue_batch
from consent.register.erasers import erase_requests
from consent.rules import correcting, erasing, returned, telling
from consent.rules.asking import ask
from consent.rules.confirming import Outcome, confirm, refuse
from consent.rules.correcting import correct
from consent.rules.erasing import erase
from consent.rules.returned import stop_writing
from consent.rules.telling import tell_of_changes
from consent.versions.offers import Kind
from tests.consent.rights.pages import access_offer
from tests.consenting import ANNA, a_contact, a_request, publish_words
from tests.mailing import a_mail, now, write_sample, writer
from tests.racing import at_once, failures

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]
ADDRESS = parse_address(ANNA)
State = OutgoingMail.State


class Halfway:
    """A place at which one task stops until another, which begins only then, waits for a lock or has ended."""

    def __init__(self):
        self.reached, self.ended = threading.Event(), threading.Event()

    def stop(self):
        if self.reached.is_set():
            return
        self.reached.set()
        until = time.monotonic() + 20
        while not self.ended.is_set() and not somebody_waits() and time.monotonic() < until:
            time.sleep(0.01)

    def before(self, function):
        def stopped(*args, **kwargs):
            self.stop()
            return function(*args, **kwargs)

        return stopped

    def after(self, task):
        def begun():
            assert self.reached.wait(timeout=20)
            try:
                return task()
            finally:
                self.ended.set()

        return begun


def somebody_waits():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return cursor.fetchone()[0] > 0


def while_writing(kind, act):
    """What the worker and ``act`` answer, which begins when the worker has a letter of this kind in hand."""
    halfway = Halfway()
    with writer(halfway.before(WRITERS[kind]), kind):
        answers = at_once(deliver_due, halfway.after(act))
    assert not failures(answers)
    return answers


@contextmanager
def stopped_before(monkeypatch, module, name):
    halfway = Halfway()
    with monkeypatch.context() as patched:
        patched.setattr(module, name, halfway.before(getattr(module, name)))
        yield halfway


def a_link_and_its_letter(community):
    """Somebody has the link of a letter, which is written once more: nobody knows whether it was sent."""
    request = a_request(community)
    return Token.issue(Token.Kind.CONFIRM, request=request), request.mails.get()


def a_correction(community, contact, new):
    """Somebody asked to be written to at another address."""
    offer, kind = access_offer(community), Request.Kind.CORRECTION
    return ask(
        site=community,
        address=new,
        offer=offer,
        chosen=offer.boxes,
        seen=offer.digest,
        kind=kind,
        corrects=contact,
    )


def test_whoever_confirms_while_their_letter_is_written_again_is_confirmed(community):
    link, _mail = a_link_and_its_letter(community)
    _delivered, confirmation = while_writing("confirm", lambda: confirm(link))
    assert confirmation.outcome == Outcome.CONFIRMED
    assert Contact.objects.count() == 1
    assert not Request.objects.exists()


def test_whoever_refuses_while_their_letter_is_written_again_is_left_alone(community):
    link, _mail = a_link_and_its_letter(community)
    _delivered, refusal = while_writing("confirm", lambda: refuse(link))
    assert refusal.outcome == Outcome.REFUSED
    assert not Request.objects.exists()


@pytest.mark.parametrize("kind", ["confirm", "receipt"])
def test_whoever_is_erased_while_a_letter_to_them_is_written_is_erased(community, kind):
    a_request(community) if kind == "confirm" else a_contact(community)
    while_writing(kind, lambda: erase(ADDRESS, method="link"))
    assert not OutgoingMail.objects.exists()
    assert not Contact.objects.exists()
    assert not Request.objects.exists()
    assert not Token.objects.exists()


def test_request_that_expires_while_its_letter_is_written_goes_with_the_next_purge(community, monkeypatch):
    _link, mail = a_link_and_its_letter(community)
    Request.objects.update(expires_at=timezone.now() + timedelta(seconds=1))

    def purge():
        time.sleep(1)
        purge_requests()

    with stopped_before(monkeypatch, letters.confirm, "is_suppressed") as halfway:
        assert not failures(at_once(deliver_due, halfway.after(purge)))
    assert now(mail).state == State.SENT
    purge_requests()
    assert not Request.objects.exists()
    assert not Token.objects.exists()


def test_whoever_moves_to_an_address_that_is_known_while_a_letter_is_written_takes_their_mail_along(community):
    old, new = a_contact(community), a_contact(community, "anna.new@example.org", "leukaemia-news")
    request = a_correction(community, old, new.address)
    OutgoingMail.objects.all().delete()
    link = Token.issue(Token.Kind.CORRECT, request=request)
    mail = a_mail(community, old)

    def write(mail):
        Token.issue(Token.Kind.PREFERENCES, contact=mail.contact)
        return write_sample(mail)

    with writer(write):
        _delivered, is_corrected = while_writing("sample", lambda: correct(link))
    assert is_corrected
    assert now(mail).contact == new


def test_whoever_is_erased_while_their_expired_request_for_a_new_address_is_purged_is_erased(community, monkeypatch):
    contact, new = a_contact(community), parse_address("anna.new@example.org")
    a_correction(community, contact, new)
    Request.objects.update(expires_at=timezone.now())
    halfway, erasers = Halfway(), erasing.erasers()
    stopped = [halfway.before(each) if each is erase_requests else each for each in erasers]
    monkeypatch.setattr(erasing, "erasers", lambda: stopped)
    assert not failures(at_once(lambda: erase(ADDRESS, method="link"), halfway.after(purge_requests)))
    assert not Request.objects.exists()
    assert not Contact.objects.exists()


def test_whoever_moves_to_an_address_that_is_known_while_a_newsletter_is_queued_gets_it(community, monkeypatch):
    new, old = a_contact(community, "anna.new@example.org"), a_contact(community)
    link = Token.issue(Token.Kind.CORRECT, request=a_correction(community, old, new.address))
    held, halfway = correcting.held_contacts, Halfway()

    def stop_before_the_new_one(*addresses):
        if new.address in addresses:
            halfway.stop()
        return held(*addresses)

    monkeypatch.setattr(correcting, "held_contacts", stop_before_the_new_one)
    monkeypatch.setattr(Audience, "has", lambda *_: True)
    today = timezone.now()
    issue = NewsletterIssue.objects.create(purpose=Purpose.objects.get(), state="sending", since=today, until=today)
    monkeypatch.setattr(Audience, "consents", lambda _: Consent.objects.order_by("pk"))
    answers = at_once(lambda: correct(link), halfway.after(lambda: queue_batch(issue.pk)))
    assert answers == [True, True]
    assert {each.contact_id for each in OutgoingMail.objects.filter(kind="newsletter")} == {new.pk}


def test_lost_mail_that_somebody_else_has_is_neither_waited_for_nor_sent_a_third_time(community):
    mail = a_mail(community, a_contact(community))
    OutgoingMail.objects.exclude(pk=mail.pk).delete()
    lost = {"state": State.SENDING, "lease": mail.pk, "leased_until": timezone.now() - timedelta(seconds=1)}
    OutgoingMail.objects.update(handovers=2, **lost)
    with writer(), transaction.atomic():
        OutgoingMail.objects.select_for_update().get(pk=mail.pk)
        assert [answer.mails for answer in at_once(deliver_due)] == [0]
    assert now(mail).state == State.SENDING
    deliver_due()
    assert now(mail).state == State.UNCERTAIN


def test_mailbox_that_is_not_there_and_is_confirmed_at_that_moment_is_written_to_no_more(community, monkeypatch):
    contact = a_contact(community)
    link, _mail = a_link_and_its_letter(community)
    with stopped_before(monkeypatch, returned, "suppress") as halfway:
        stop = lambda: stop_writing(contact.address, Suppression.Reason.BOUNCE)  # noqa: E731
        answers = at_once(stop, halfway.after(lambda: confirm(link)))
    assert not failures(answers)
    assert answers[1].outcome == Outcome.GONE


def test_mail_that_came_back_from_somebody_who_is_erased_at_that_moment_is_erased(community, monkeypatch):
    contact = a_contact(community)
    mail = contact.mails.get()
    OutgoingMail.objects.update(state=State.SENDING, lease=mail.pk, handovers=1)
    mail = now(mail)
    with stopped_before(monkeypatch, settling, "stop_writing") as halfway:
        settle = lambda: settling.settle(mail, Answer(Told.NO_MAILBOX, "smtp-550"), ADDRESS)  # noqa: E731
        answers = at_once(settle, halfway.after(lambda: erase(ADDRESS, method="link")))
    assert not failures(answers)
    assert not OutgoingMail.objects.exists()
    assert Suppression.objects.exists()


def test_whoever_is_erased_while_being_told_of_a_change_is_erased(community, monkeypatch):
    a_contact(community)
    publish_words(community, Kind.PRIVACY, words="We share it.")
    with stopped_before(monkeypatch, telling, "enqueue") as halfway:
        answers = at_once(tell_of_changes, halfway.after(lambda: erase(ADDRESS, method="link")))
    assert not failures(answers)
    assert not OutgoingMail.objects.exists()
    assert not Contact.objects.exists()
