"""Letters to staff: a server that hangs holds up nobody, and one that fails keeps no other letter back."""

import logging
import threading
import time

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from portal import staff_mail
from portal.staff_mail import Letter, hand_over

LETTERS = [Letter(f"Letter {number}", f"{number}@staff.example.org", "Look", "Please.") for number in range(3)]


class Hanging(BaseEmailBackend):
    """Says nothing until the test is over."""

    over = threading.Event()

    def open(self):
        self.over.wait(10)

    def send_messages(self, messages):
        return len(messages)


@pytest.fixture
def hangs(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Hanging"
    Hanging.over.clear()
    yield
    Hanging.over.set()


def test_a_server_that_hangs_is_waited_for_no_longer_than_was_said(hangs):
    begun = time.monotonic()
    assert hand_over(LETTERS, patience=0.2) == []
    assert time.monotonic() - begun < 2


def test_what_leaves_later_is_told_once(hangs):
    later, all_left = [], threading.Event()

    def has_left(letter):
        later.append(letter)
        if len(later) == len(LETTERS):
            all_left.set()

    assert hand_over(LETTERS, patience=0.2, late=has_left) == []
    assert later == []
    Hanging.over.set()
    assert all_left.wait(10)
    assert later == LETTERS


def test_all_leave_where_the_server_takes_them():
    assert hand_over(LETTERS, patience=5) == LETTERS
    assert [letter.to for letter in mail.outbox] == [[letter.to] for letter in LETTERS]


def test_one_that_fails_keeps_no_other_back_and_no_address_is_logged(monkeypatch, caplog):
    send = staff_mail.send_mail

    def refuse_one(subject, text, to, **options):
        if to == [LETTERS[1].to]:
            raise OSError(f"no such mailbox: {to}")
        return send(subject, text, to, **options)

    monkeypatch.setattr(staff_mail, "send_mail", refuse_one)
    with caplog.at_level(logging.ERROR):
        assert hand_over(LETTERS) == [LETTERS[0], LETTERS[2]]
    assert "Letter 1 could not be sent: OSError" in caplog.text
    assert "@" not in caplog.text


def test_nobody_to_write_to_needs_no_server(hangs):
    assert hand_over([]) == []
