"""Regular jobs: each when it is due, by one worker alone, and none keeps another from running."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from portal import jobs
from portal.jobs import JOBS, Job, register, run_due
from portal.models import JobRun


@pytest.fixture
def job(monkeypatch):
    """``job(name, function)``: a job that runs every hour. No other is there."""
    monkeypatch.setattr(jobs, "JOBS", {})

    def add(name, run):
        jobs.JOBS[name] = Job(name, name, timedelta(hours=1), run)

    return add


def test_job_runs_when_it_is_due_and_rests_afterwards(db, job):
    job("count", lambda: "3 counted")
    assert [(done.name, outcome) for done, outcome in run_due()] == [("count", "3 counted")]
    assert list(run_due()) == []
    run = JobRun.objects.get()
    assert (run.outcome, run.has_failed, run.leased_until) == ("3 counted", False, None)
    assert timedelta(minutes=59) < run.due_at - timezone.now() <= timedelta(hours=1)


def test_failed_job_tells_the_kind_of_error_alone_and_stops_no_other(db, job, caplog):
    def fail():
        raise ValueError("anna@example.org")

    job("bad", fail)
    job("good", lambda: None)
    assert [(done.name, outcome) for done, outcome in run_due()] == [("bad", "ValueError"), ("good", "")]
    assert JobRun.objects.get(name="bad").has_failed
    assert "anna" not in caplog.text


def test_job_that_another_worker_runs_is_left_to_it_until_its_lease_runs_out(db, job):
    job("count", lambda: "done")
    now = timezone.now()
    JobRun.objects.create(name="count", due_at=now, leased_until=now + timedelta(minutes=1))
    assert list(run_due()) == []
    JobRun.objects.update(leased_until=now - timedelta(seconds=1))
    assert len(list(run_due())) == 1


def test_worker_that_lost_its_lease_does_not_settle_the_run_of_another(db, job):
    other = timezone.now() + timedelta(hours=5)
    job("count", lambda: JobRun.objects.update(leased_until=other))
    list(run_due())
    assert JobRun.objects.get().leased_until == other


def test_no_job_is_begun_once_the_worker_is_to_stop(db, job):
    job("count", lambda: "done")
    assert list(run_due(lambda: True)) == []
    assert not JobRun.objects.filter(finished_at__isnull=False).exists()


def test_two_jobs_never_share_a_name(job):
    register("count", "Counts", every=timedelta(days=1))(lambda: None)
    with pytest.raises(ValueError, match="Two jobs are named count"):
        register("count", "Counts too", every=timedelta(days=1))(lambda: None)


def test_the_portals_jobs_are_registered():
    assert {"purge_requests", "forget_withdrawn", "purge_records", "tend_reviews", "publish_scheduled"} <= set(JOBS)
    assert {"answer", "follow_ups", "purge_conversation"} <= set(JOBS)


in_threads = pytest.mark.django_db(transaction=True)


def at_once(*tasks):
    together = threading.Barrier(len(tasks))

    def run(task):
        together.wait(timeout=30)
        try:
            task()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)


@in_threads
@pytest.mark.skipif(connection.vendor != "postgresql", reason="threads share SQLite's database in memory")
def test_of_several_workers_one_runs_the_job(job):
    ran = []
    job("count", lambda: ran.append(1))
    at_once(*[lambda: list(run_due())] * 4)
    assert len(ran) == 1


@in_threads
def test_lease_of_a_long_job_is_renewed_while_it_runs(job, monkeypatch):
    monkeypatch.setattr(jobs, "LEASE", timedelta(seconds=0.6))
    seen = []

    def take_long():
        for _look in range(4):
            time.sleep(0.4)
            seen.append(JobRun.objects.get().leased_until > timezone.now())

    job("long", take_long)
    list(run_due())
    assert seen == [True] * 4
    assert JobRun.objects.get().leased_until is None
