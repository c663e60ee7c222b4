"""A worker that is killed at any instant loses no mail, and sends at most one twice, under the same Message-ID."""

import email
from email import policy

import pytest

from consent.models import OutgoingMail
from consent.rules.withdrawing import withdraw_all
from tests.faults.conftest import make_due, wait_until
from tests.faults.mail_server import DROP, HANG
from tests.mailing import UNSUBSCRIBE, a_mail, now

State = OutgoingMail.State
pytestmark = pytest.mark.django_db(transaction=True)  # of which each test takes a copy


def test_killed_while_it_writes_the_letter_nothing_is_lost_or_sent_twice(site, contact, server, workers):
    mail = a_mail(site, contact)
    workers.kill_at("writing")
    assert now(mail).handovers == 0
    workers.work()
    assert server.ids == [mail.message_id]
    assert now(mail).state == State.SENT


def test_killed_before_the_server_has_it_it_is_sent_later(site, contact, server, workers):
    mail = a_mail(site, contact)
    workers.kill_at("handing-over")
    assert (now(mail).state, now(mail).handovers) == (State.SENDING, 1)
    assert server.ids == []
    workers.work()
    assert server.ids == [mail.message_id]
    assert now(mail).state == State.SENT


def test_killed_after_the_server_accepted_it_is_sent_once_more_and_never_again(site, contact, server, workers):
    mail = a_mail(site, contact)
    workers.kill_at("settling")
    assert server.ids == [mail.message_id]
    workers.kill_at("settling")
    assert server.ids == [mail.message_id] * 2
    workers.work()
    assert server.ids == [mail.message_id] * 2
    assert (now(mail).state, now(mail).reason) == (State.UNCERTAIN, "worker-lost")


def test_two_workers_at_once_send_each_mail_once_and_reuse_their_connection(site, contact, server, workers):
    mails = [a_mail(site, contact, f"sample:{number}") for number in range(60)]
    server.seconds_a_mail = 0.02
    both = [workers.begin("--once") for _worker in range(2)]
    for process in both:
        assert process.wait(timeout=60) == 0
    assert sorted(server.ids) == sorted(mail.message_id for mail in mails)
    assert set(OutgoingMail.objects.values_list("state", "handovers")) == {(State.SENT, 1)}
    assert len({message.peer for message in server.received}) <= 5  # batches of 20


def test_what_the_server_receives_is_the_letter_byte_for_byte(site, contact, server, workers):
    a_mail(site, contact)
    workers.work()
    (received,) = server.received
    assert (received.sender, received.recipients) == ("portal@health.example.org", ["anna@example.org"])
    received.source.decode("ascii")
    assert max(map(len, received.source.split(b"\r\n"))) <= 78
    assert f"List-Unsubscribe: {UNSUBSCRIBE}".encode() in received.source.split(b"\r\n")
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click" in received.source.split(b"\r\n")
    message = email.message_from_bytes(received.source, policy=policy.default)
    assert message["From"].addresses[0].display_name == "Blood Cancer Community “News”"
    assert message.get_body(("plain",)).get_content().startswith("Grüße – ¿qué tal?")
    assert not message.defects


def test_server_that_refuses_for_now_gets_it_later(site, contact, server, workers):
    mail = a_mail(site, contact)
    server.next["RCPT"] = ["451 4.3.0 try again, anna@example.org"]
    workers.work()
    assert (now(mail).state, now(mail).reason, now(mail).attempts) == (State.WAITING, "smtp-451-4.3.0", 1)
    make_due()
    workers.work()
    assert server.ids == [mail.message_id]


def test_refusals_for_good_settle_each_mail_by_its_own(site, contact, server, workers):
    for number in range(3):
        a_mail(site, contact, f"sample:{number}", priority=number)
    server.next["DATA"] = ["554 5.7.1 no", "250 OK"]
    server.next["RCPT"] = ["250 OK", "250 OK", "550 5.1.1 no such user: anna@example.org"]
    workers.work()
    settled = OutgoingMail.objects.order_by("priority").values_list("state", "reason")
    assert list(settled) == [(State.FAILED, "smtp-554-5.7.1"), (State.SENT, ""), (State.FAILED, "smtp-550-5.1.1")]


def test_server_that_hangs_or_hangs_up_never_gets_it_a_third_time(site, contact, server, workers):
    mail = a_mail(site, contact)
    server.next["DATA"] = [HANG]
    workers.work()
    assert (now(mail).state, now(mail).handovers, now(mail).reason) == (State.WAITING, 1, "no-answer")
    make_due()
    server.next["DATA"] = [DROP]
    workers.work()
    assert (now(mail).state, now(mail).handovers) == (State.UNCERTAIN, 2)


def test_server_that_hangs_up_before_the_message_is_called_once_more(site, contact, server, workers):
    mail = a_mail(site, contact)
    server.next["MAIL"] = [DROP]
    workers.work()
    assert server.ids == [mail.message_id]
    assert now(mail).handovers == 1


def test_withdrawal_is_heeded_by_a_worker_that_is_sending(site, contact, server, workers):
    for number in range(200):
        a_mail(site, contact, f"sample:{number}")
    server.seconds_a_mail = 0.02
    process = workers.begin("--once")
    wait_until(lambda: len(server.received) >= 5)
    withdraw_all(contact, method="link")
    before = len(server.received)
    assert process.wait(timeout=60) == 0
    assert len(server.received) <= before + 1  # the one in hand
    assert set(OutgoingMail.objects.exclude(state=State.SENT).values_list("state", "reason")) == {
        (State.DROPPED, "withdrawn")
    }
