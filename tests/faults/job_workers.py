"""A process that begins a process for each regular job and kills it: begins with ``python -c``.

It has everything imported, so that a child costs nothing but its work.
"""

import os
import random
import signal
import sys
import time
from datetime import timedelta

from django.db import connection, connections
from django.utils import timezone

from comments.rules import answering
from portal import jobs
from portal.models import JobRun


def kill_each(seed: int, rounds: int) -> None:
    """Kills a worker in each job: at moments that nobody chose, and once between its work and its note of it."""
    random.seed(seed)
    answering.SETTLED_AFTER = timedelta(0)
    for name in list(jobs.JOBS):
        for _round in range(rounds):
            _killed(name, after=random.uniform(0, 0.08))
            _held_for_at_most_a_minute(name)
        _killed(name, after=None)
        _held_for_at_most_a_minute(name)


def _killed(name: str, *, after: float | None) -> None:
    """A child that takes the job and is killed ``after`` seconds, or kills itself once the work is done."""
    JobRun.objects.filter(name=name).update(leased_until=None, due_at=timezone.now())
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()  # a child must not speak on the parent's connections
    job = jobs.JOBS[name]
    child = os.fork()
    if child == 0:
        if after is None:
            jobs.JOBS[name] = jobs.Job(
                name, "", job.every, lambda: (job.run(), os.kill(os.getpid(), signal.SIGKILL))[0]
            )
        if lease := jobs._take(jobs.JOBS[name]):
            jobs._run(jobs.JOBS[name], lease)
        os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _held_for_at_most_a_minute(name: str) -> None:
    until = JobRun.objects.filter(name=name).values_list("leased_until", flat=True).first()
    assert until is None or until - timezone.now() <= timedelta(minutes=1), name


def finish() -> None:
    """As if a minute had passed: one worker does all jobs. Tells which failed."""
    answering.SETTLED_AFTER = timedelta(0)
    for name in jobs.JOBS:
        JobRun.objects.get_or_create(name=name, defaults={"due_at": timezone.now()})
    ago = timezone.now() - timedelta(seconds=1)
    JobRun.objects.filter(name__in=jobs.JOBS).update(due_at=ago)
    JobRun.objects.exclude(leased_until=None).update(leased_until=ago)
    ran = [job.name for job, _outcome in jobs.run_due()]
    assert sorted(ran) == sorted(jobs.JOBS)
    failed = JobRun.objects.filter(has_failed=True).values_list("name", "outcome")
    sys.stdout.write(f"failed: {list(failed)}\n")
