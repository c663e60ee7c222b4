"""Regular jobs of the portal: reminders, purges. Apps register theirs; ``manage.py worker`` runs what is due.

Jobs take leases on their rows, so that any number of workers may run. A lease is renewed as long as the job runs. A job
that fails is tried again when it is next due, and keeps no other from running.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from portal.models import JobRun

logger = logging.getLogger(__name__)
LEASE = timedelta(minutes=1)  # a job whose worker was killed is free again after this
RENEWALS = 4  # in the time of a lease: three may fail
LONGEST_RUN = timedelta(hours=6)  # then a job that still runs counts as lost


@dataclass(frozen=True)
class Job:
    """A job, what it does in words, and how long it rests after a run. ``run`` may return a line on what it did."""

    name: str
    description: Any
    every: timedelta
    run: Callable[[], str | None]


JOBS: dict[str, Job] = {}


def register(name: str, description: Any, *, every: timedelta) -> Callable[[Callable[[], str | None]], Callable]:
    """Registers the function below as a job. Raises ``ValueError`` for a name that is taken."""

    def add(run):
        if name in JOBS:
            raise ValueError(f"Two jobs are named {name}.")
        JOBS[name] = Job(name, description, every, run)
        return run

    return add


def run_due(should_stop: Callable[[], bool] = lambda: False) -> Iterator[tuple[Job, str]]:
    """Runs whatever is due, and tells of each what it did. Begins no other once ``should_stop`` says so."""
    runs = {run.name: run for run in JobRun.objects.filter(name__in=JOBS)}
    for name, job in JOBS.items():
        is_resting = name in runs and runs[name].due_at > timezone.now()
        if not is_resting and not should_stop() and (lease := _take(job)):
            yield job, _run(job, lease)


def hasten(name: str) -> None:
    """Has the job run at the next look of a worker, which comes within seconds. One that runs now is left alone."""
    JobRun.objects.filter(name=name, leased_until=None).update(due_at=timezone.now())


def _take(job: Job) -> datetime | None:
    """A lease on the job, if it is due and nobody runs it.

    The end of a lease names it: it lies after now, that of the one before lay before now, so no two are alike. Of two
    workers that update the row at once, the second finds it no longer free.
    """
    now = timezone.now()
    JobRun.objects.get_or_create(name=job.name, defaults={"due_at": now})
    free = models.Q(leased_until=None) | models.Q(leased_until__lt=now)
    lease = now + LEASE
    taken = JobRun.objects.filter(free, name=job.name, due_at__lte=now).update(leased_until=lease, started_at=now)
    return lease if taken else None


def _run(job: Job, lease: datetime) -> str:
    has_failed = False
    with _Renewing(job, lease) as renewing:
        try:
            outcome = str(job.run() or "")
        except Exception as error:  # noqa: BLE001 - one job must not stop the others; its words may hold an address
            has_failed, outcome = True, type(error).__name__
            logger.error("The job “%s” failed: %s", job.name, outcome)
    now = timezone.now()
    with transaction.atomic():
        JobRun.objects.filter(name=job.name, leased_until=renewing.lease).update(
            due_at=now + job.every, leased_until=None, finished_at=now, has_failed=has_failed, outcome=outcome[:200]
        )
    return outcome


class _Renewing:
    """Keeps the lease on a job while it runs, however long that takes, up to ``LONGEST_RUN``."""

    def __init__(self, job: Job, lease: datetime) -> None:
        self.job, self.lease = job, lease
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._renew, name=f"lease of {job.name}", daemon=True)

    def __enter__(self) -> "_Renewing":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _renew(self) -> None:
        ends = timezone.now() + LONGEST_RUN
        while not self._is_over.wait(LEASE.total_seconds() / RENEWALS) and timezone.now() < ends:
            lease = timezone.now() + LEASE
            try:
                if not JobRun.objects.filter(name=self.job.name, leased_until=self.lease).update(leased_until=lease):
                    return  # somebody else has it
                self.lease = lease
            except Exception as error:  # noqa: BLE001 - the job runs on; the next renewal may succeed
                logger.warning("The lease on “%s” was not renewed (%s).", self.job.name, type(error).__name__)
            finally:
                connection.close()  # each thread has one of its own
