"""Regular jobs of the portal: reminders, purges, mail. Apps register theirs; ``manage.py worker`` runs what is due.

Jobs take leases on their rows, so that any number of workers may run. A job that fails is tried again when it is next
due, and keeps no other from running.
"""

import logging
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from portal.models import JobRun

logger = logging.getLogger(__name__)
LONGEST_RUN = timedelta(minutes=30)  # a job that was killed is free again after this


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


def run_due() -> Iterator[tuple[Job, str]]:
    """Runs whatever is due, and tells of each what it did."""
    for job in JOBS.values():
        if lease := _take(job):
            yield job, _run(job, lease)


def _take(job: Job) -> Any:
    """A lease on the job, if it is due and nobody runs it."""
    now = timezone.now()
    JobRun.objects.get_or_create(name=job.name, defaults={"due_at": now})
    free = models.Q(leased_until=None) | models.Q(leased_until__lt=now)
    lease = now + LONGEST_RUN + timedelta(microseconds=uuid.uuid4().int % 1_000_000)
    taken = JobRun.objects.filter(free, name=job.name, due_at__lte=now).update(leased_until=lease, started_at=now)
    return lease if taken else None


def _run(job: Job, lease: Any) -> str:
    has_failed = False
    try:
        outcome = str(job.run() or "")
    except Exception as error:  # noqa: BLE001 - one job must not stop the others; its words may hold an address
        has_failed, outcome = True, type(error).__name__
        logger.error("The job “%s” failed: %s", job.name, outcome)
    now = timezone.now()
    with transaction.atomic():
        JobRun.objects.filter(name=job.name, leased_until=lease).update(
            due_at=now + job.every, leased_until=None, finished_at=now, has_failed=has_failed, outcome=outcome[:200]
        )
    return outcome
