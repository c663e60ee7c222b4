"""Letters to staff are kept until they have left: an hour without a mail server costs none, and doubles none."""

import logging
import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from portal import staff_outbox
from portal.backup.concerns import CONCERNS
from portal.doctor.examination import Wish
from portal.doctor.work import letters_to_staff_leave
from portal.jobs import JOBS
from portal.models import StaffLetter, User
from portal.staff_outbox import EVERY, JOB, Written, send, send_waiting
from tests.portal.test_staff_mail import Hanging, hangs  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


class Server(EmailBackend):
    """A mail server that is away as long as the test says so, and knows no mailbox of ``refused``."""

    is_away, refused, was_asked = False, (), 0

    def open(self):
        Server.was_asked += 1
        if Server.is_away:
            raise ConnectionRefusedError("nobody at 10.0.0.9")

    def send_messages(self, messages):
        if set(Server.refused) & set(messages[0].to):
            raise OSError(f"no such mailbox: {messages[0].to}")
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def committed(request, monkeypatch):
    """What is to follow a commit follows at once, but in tests that look at commits themselves."""
    if not {"django_capture_on_commit_callbacks"} & set(request.fixturenames):
        monkeypatch.setattr("portal.after_commit.transaction.on_commit", on_commit_at_once)


def on_commit_at_once(act):
    if len(connection.savepoint_ids) == 0:  # in no transaction of the test's own
        act()


@pytest.fixture(autouse=True)
def server(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Server"
    Server.is_away, Server.refused, Server.was_asked = False, (), 0
    return Server


@pytest.fixture
def clock(monkeypatch):
    """``clock(minutes=5)`` lets time pass."""
    real, passed = timezone.now, [timedelta()]
    monkeypatch.setattr(timezone, "now", lambda: real() + passed[0])

    def pass_time(**length):
        passed[0] += timedelta(**length)

    return pass_time


@pytest.fixture
def ruth():
    return User.objects.create_user("ruth", email="ruth@example.org")


def letters(user, count=1):
    return [Written(user, "review_waiting", f"Text {number}", "Please look.\n") for number in range(count)]


def test_what_leaves_at_once_is_not_kept(ruth):
    send(letters(ruth, 2))
    assert [(one.to, one.subject) for one in mail.outbox] == [(["ruth@example.org"], f"Text {n}") for n in range(2)]
    assert not StaffLetter.objects.exists()


def test_an_hour_without_a_mail_server_loses_and_doubles_nothing(ruth, server, clock, caplog):
    server.is_away = True
    with caplog.at_level(logging.ERROR):
        send(letters(ruth, 3))
        for _look in range(12):
            clock(minutes=5)
            assert send_waiting() == "0 sent, 3 waiting"
    assert "@" not in caplog.text
    server.is_away = False
    clock(minutes=30)
    assert send_waiting() == "3 sent, 0 waiting"
    assert [one.subject for one in mail.outbox] == ["Text 0", "Text 1", "Text 2"]
    clock(minutes=30)
    assert send_waiting() == ""
    assert len(mail.outbox) == 3


def test_a_letter_goes_to_the_address_that_the_account_has_by_then(ruth, server, clock):
    server.is_away = True
    send(letters(ruth))
    User.objects.update(email="ruth@new.example.org")
    server.is_away = False
    clock(minutes=6)
    send_waiting()
    assert mail.outbox[0].to == ["ruth@new.example.org"]


@pytest.mark.parametrize("change", [{"is_active": False}, {"email": ""}])
def test_nobody_is_written_to_who_is_gone(ruth, server, clock, change):
    server.is_away = True
    send(letters(ruth))
    User.objects.update(**change)
    server.is_away = False
    clock(minutes=6)
    send_waiting()
    User.objects.filter(pk=ruth.pk).update(**change)
    send(letters(User.objects.get()))
    assert not mail.outbox


def test_letters_go_with_the_account(ruth, server):
    server.is_away = True
    send(letters(ruth))
    ruth.delete()
    assert not StaffLetter.objects.exists()


def test_a_mailbox_that_refuses_keeps_no_other_letter_back(ruth, server, clock, monkeypatch):
    monkeypatch.setattr(staff_outbox, "AT_ONCE", 2)
    others = [User.objects.create_user(f"u{n}", email=f"u{n}@example.org") for n in range(3)]
    server.is_away, server.refused = True, ("ruth@example.org",)
    send([*letters(ruth, 2), *(letter for user in others for letter in letters(user))])
    server.is_away = False
    clock(minutes=6)
    assert send_waiting() == "3 sent, 2 waiting", "a whole connection of refusals is no server that is away"
    assert sorted(one.to[0] for one in mail.outbox) == [user.email for user in others]


def test_a_server_that_is_away_is_asked_once_a_run(ruth, server, clock, monkeypatch):
    monkeypatch.setattr(staff_outbox, "AT_ONCE", 2)
    server.is_away = True
    send(letters(ruth, 7))
    server.was_asked = 0
    clock(minutes=6)
    send_waiting()
    assert server.was_asked == 1


def test_it_is_asked_ever_more_rarely(ruth, server, clock):
    server.is_away = True
    send(letters(ruth))
    server.was_asked = 0
    for _look in range(24 * 12):
        clock(minutes=5)
        send_waiting()
    assert 10 < server.was_asked < 40


def test_what_found_no_way_for_days_is_given_up_and_the_log_says_so(ruth, server, clock, caplog):
    server.is_away = True
    send(letters(ruth))
    clock(days=5, minutes=1)
    with caplog.at_level(logging.ERROR):
        send_waiting()
    assert f"The letter “review_waiting” to account {ruth.pk} found no way and is given up." in caplog.text
    assert not StaffLetter.objects.exists()


def test_a_server_that_hangs_is_waited_for_two_seconds_and_the_letter_is_kept(ruth, hangs, monkeypatch):  # noqa: F811
    monkeypatch.setattr(staff_outbox, "SOON", 0.1)
    monkeypatch.setattr(staff_outbox, "_has_left_late", lambda _letter: None)  # after the test, from a thread
    send(letters(ruth))
    assert StaffLetter.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_what_leaves_after_all_is_forgotten(ruth, hangs, monkeypatch):  # noqa: F811
    monkeypatch.setattr(staff_outbox, "SOON", 0.1)
    send(letters(ruth))
    assert StaffLetter.objects.count() == 1
    Hanging.over.set()
    for thread in threading.enumerate():
        if thread.name == "letters to staff":
            thread.join(10)
    assert not StaffLetter.objects.exists()


def test_letters_go_with_what_they_tell_or_not_at_all(ruth, django_capture_on_commit_callbacks):
    @transaction.atomic
    def fail():
        send(letters(ruth))
        assert StaffLetter.objects.count() == 1
        raise ZeroDivisionError

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
        fail()
    assert (StaffLetter.objects.count(), len(mail.outbox)) == (0, 0)


def test_they_are_kept_before_anything_is_tried(ruth):
    """So a process that is killed in between loses none."""
    with transaction.atomic():
        send(letters(ruth, 2))
        assert (StaffLetter.objects.count(), len(mail.outbox)) == (2, 0)


def refuse(*_args, **_values):
    raise OperationalError("database is locked by ruth@example.org")


@pytest.mark.parametrize("broken", [(StaffLetter.objects, "create"), (staff_outbox, "hand_over")])
def test_whatever_goes_wrong_undoes_nothing_and_logs_no_address(
    ruth, monkeypatch, caplog, broken, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(*broken, refuse)
    with caplog.at_level(logging.ERROR), django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        User.objects.update(first_name="Changed")
        send(letters(ruth))
    assert User.objects.get().first_name == "Changed"
    assert "OperationalError" in caplog.text
    assert "@" not in caplog.text


def test_one_that_cant_be_written_undoes_nothing_either(ruth, caplog):
    def written():
        yield from letters(ruth)
        raise KeyError("ruth@example.org")

    with caplog.at_level(logging.ERROR):
        send(written())
    assert not StaffLetter.objects.exists()
    assert "@" not in caplog.text


def test_what_no_database_takes_is_left_out(ruth):
    send([Written(ruth, "x", "A\0 subject\nof two lines", "Words\0.")])
    assert (mail.outbox[0].subject, mail.outbox[0].body) == ("A subject of two lines", "Words.")


def test_each_is_forgotten_as_soon_as_it_left(ruth, server, clock, monkeypatch):
    """So a worker that is killed in the middle of many doubles one at most."""
    server.is_away = True
    send(letters(ruth, 3))
    server.is_away = False
    clock(minutes=6)
    there = []
    has_left = staff_outbox._has_left
    monkeypatch.setattr(staff_outbox, "_has_left", lambda letter: (has_left(letter), there.append(letters_there())))
    send_waiting()
    assert there == [2, 1, 0]


def letters_there():
    return StaffLetter.objects.count()


def test_after_a_restore_one_is_told_of_those_that_leave_once_more(ruth, server, tmp_path):
    told = CONCERNS["letters to staff"].afterwards
    assert list(told(tmp_path)) == []
    server.is_away = True
    send(letters(ruth, 2))
    (sentence,) = told(tmp_path)
    assert sentence.startswith("2 letters to staff were waiting")


def test_it_is_a_regular_job():
    assert JOBS[JOB].every == EVERY


def test_doctor_tells_of_letters_that_wait(ruth, server, clock):
    assert [finding.sentence for finding in letters_to_staff_leave(Wish())] == ["No letter to staff waits."]
    server.is_away = True
    send(letters(ruth, 2))
    clock(minutes=20)
    (finding,) = letters_to_staff_leave(Wish())
    assert finding.sentence.startswith("Letters to staff wait, 2 in all and the oldest since ")
