"""How the regular jobs fare: when each last ran, what it did, and whether it is late. Purges keep to the times that the
notices promise (GDPR, article 5 (1) (e)), so one that does not run is said in plain words.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext_lazy as _

from portal.jobs import JOBS, Job
from portal.models import JobRun

PATIENCE = timedelta(minutes=30)  # a busy worker may be late by as much


class Verdict(StrEnum):
    """How a job stands."""

    NEVER = "never"
    RUNNING = "running"
    FAILED = "failed"
    LATE = "late"
    FINE = "fine"


WORDS = {
    Verdict.NEVER: _("Never ran. Is “manage.py worker” running?"),
    Verdict.RUNNING: _("Runs now"),
    Verdict.FAILED: _("Failed"),
    Verdict.LATE: _("Late. Is “manage.py worker” running?"),
    Verdict.FINE: _("In order"),
}


class JobState(NamedTuple):
    """One job, its last run if there was one, and how it stands."""

    job: Job
    run: JobRun | None
    verdict: Verdict

    @property
    def words(self) -> str:
        """The verdict in words."""
        return str(WORDS[self.verdict])

    @property
    def is_bad(self) -> bool:
        """Whether somebody has to see to it."""
        return self.verdict not in (Verdict.FINE, Verdict.RUNNING)

    @property
    def rhythm(self) -> str:
        """How long it rests between two runs, in words."""
        now = timezone.now()
        return timesince(now - self.job.every, now)


def job_states() -> list[JobState]:
    """Every registered job. One query."""
    runs = {run.name: run for run in JobRun.objects.all()}
    now = timezone.now()
    return [
        JobState(job, runs.get(name), verdict(runs.get(name), every=job.every, now=now))
        for name, job in sorted(JOBS.items())
    ]


def verdict(run: JobRun | None, *, every: timedelta, now: datetime) -> Verdict:
    """How a job that should run every so often stands."""
    if run is not None and run.leased_until is not None and run.leased_until > now:
        return Verdict.RUNNING
    if run is None or run.finished_at is None:
        return Verdict.NEVER
    if run.has_failed:
        return Verdict.FAILED
    return Verdict.LATE if run.finished_at + every + max(every, PATIENCE) < now else Verdict.FINE
