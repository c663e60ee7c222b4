"""The worker's loop: it does what is due, rests when there is nothing, outlives a database that goes away, and ends."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import timezone

from portal import jobs, worker
from portal.environment import PROJECT_DIR
from portal.models import JobRun
from portal.worker import DUTIES, NeedsRestError, Worker, duty, is_alive

committing = pytest.mark.django_db(transaction=True)  # a worker closes its connections


@pytest.fixture
def duties(monkeypatch):
    """The duties, none to begin with; no jobs."""
    monkeypatch.setattr(worker, "DUTIES", {})
    monkeypatch.setattr(jobs, "JOBS", {})
    monkeypatch.setattr(worker, "IDLE", 0.01)
    return worker.DUTIES


@committing
def test_once_ends_when_there_is_nothing_left(duties):
    left = [True, True, False]
    duties["mail"] = lambda should_stop: left.pop(0)
    call_command("worker", "--once")
    assert left == []


@committing
def test_worker_gives_a_sign_of_life_until_it_stops(duties):
    assert not is_alive()
    seen = []
    duties["mail"] = lambda should_stop: seen.append(is_alive())
    Worker().run(seconds=0)
    Worker().look()
    assert seen == [True]
    assert is_alive()
    JobRun.objects.update(finished_at=timezone.now() - timedelta(minutes=2))
    assert not is_alive()
    Worker().run(seconds=0)
    assert JobRun.objects.get().outcome == "stopped"
    assert not is_alive()


@committing
def test_nothing_is_begun_before_the_database_was_looked_at_once(duties):
    begun, answers = [], [OperationalError, None]

    def look_at_database():
        if answer := answers.pop(0):
            raise answer

    duties["mail"] = lambda should_stop: begun.append("mail")
    worker = Worker(before=look_at_database)
    worker.look()
    assert begun == []
    worker.look()
    worker.look()
    assert (begun, answers) == (["mail", "mail"], [])


@committing
def test_worker_waits_for_a_database_that_is_away_and_goes_on(duties, caplog):
    answers = [OperationalError("connection to anna@example.org lost"), True]

    def work(should_stop):
        if isinstance(answer := answers.pop(0), Exception):
            raise answer
        return answer

    duties["mail"] = work
    one = Worker()
    assert one.look() is False
    assert one.look() is True
    assert "The database is away (OperationalError)." in caplog.text
    assert "anna" not in caplog.text


@committing
def test_duty_that_needs_a_rest_gets_longer_and_longer_ones_and_keeps_no_other_from_work(duties, monkeypatch):
    clock = [1000.0]
    monkeypatch.setattr(worker.time, "monotonic", lambda: clock[0])
    tried, others = [], []

    def tired(should_stop):
        tried.append(clock[0])
        raise NeedsRestError

    duties.update(mail=tired, other=lambda should_stop: others.append(1))
    one = Worker()
    for _second in range(40):
        one.look()
        clock[0] += 1
    assert tried == [1000, 1005, 1015, 1035]
    assert len(others) == 40


@committing
def test_failing_duty_is_told_by_the_kind_of_its_error_and_stops_no_other(duties, caplog):
    def fail(should_stop):
        raise RuntimeError("anna@example.org")

    duties.update(bad=fail, good=lambda should_stop: True)
    assert Worker().look() is True
    assert "RuntimeError" in caplog.text
    assert "anna" not in caplog.text


def test_sending_mail_is_a_duty_and_no_two_share_a_name():
    assert "mail" in DUTIES
    with pytest.raises(ValueError, match="Two duties are named mail"):
        duty("mail")(lambda should_stop: False)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_worker_process_ends_cleanly_when_it_is_told_to(tmp_path, number):
    variables = {**os.environ, "DATA_DIR": str(tmp_path), "DATABASE_URL": "", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "manage.py", "worker"],
        cwd=PROJECT_DIR,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        for line in process.stdout:  # there is no table yet: it waits for the database
            assert "The database is away" in line
            break
        begun = time.monotonic()
        process.send_signal(number)
        process.wait(timeout=10)
    finally:
        process.kill()
    assert process.returncode == 0
    assert time.monotonic() - begun < 10
    assert "Traceback" not in process.stdout.read()


def test_the_command_tells_by_its_exit_code_whether_a_worker_lives(db):
    with pytest.raises(CommandError, match="No worker gave a sign of life"):
        call_command("worker", "--is-alive")
    Worker()._beat("running")
    call_command("worker", "--is-alive")
    Worker()._beat("stopped")
    with pytest.raises(CommandError, match="No worker gave a sign of life"):
        call_command("worker", "--is-alive")
