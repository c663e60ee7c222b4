"""Figures of the portal itself: the worker, the regular jobs, backups, connections."""

from django.db import connection
from django.utils import timezone

from portal.backup.taking import RUN
from portal.jobs import JOBS
from portal.metrics.measuring import measures
from portal.models import JobRun
from portal.worker import HEARTBEAT


@measures("portal_worker_heartbeat_age_seconds", "Since a worker gave a sign of life.")
def heartbeat() -> float | None:
    """Nothing if none ever did."""
    return _ages().get(HEARTBEAT)


@measures("portal_backup_age_seconds", "Since the newest backup was made.")
def backup() -> float | None:
    """Nothing if none was."""
    return _ages().get(RUN)


@measures("portal_job_age_seconds", "Since each regular job last ended.", label="job")
def jobs() -> dict[str, float]:
    """Those that ever ended."""
    return {name: age for name, age in _ages().items() if name in JOBS}


@measures("portal_job_interval_seconds", "How long each regular job rests between two runs.", label="job")
def intervals() -> dict[str, float]:
    """By which an alert knows whether an age is too much."""
    return {name: job.every.total_seconds() for name, job in JOBS.items()}


@measures("portal_job_failed", "Whether the last run of each regular job failed.", label="job")
def failures() -> dict[str, float]:
    """1 or 0."""
    runs = JobRun.objects.filter(name__in=JOBS).exclude(finished_at=None)
    return {name: float(failed) for name, failed in runs.values_list("name", "has_failed")}


@measures("portal_database_connections", "Connections to the database, from everywhere.")
def connections() -> float | None:
    """PostgreSQL's, as the portal's account may see them."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT numbackends FROM pg_stat_database WHERE datname = current_database()")
        return float(cursor.fetchone()[0])


def _ages() -> dict[str, float]:
    now = timezone.now()
    ended = JobRun.objects.exclude(finished_at=None).values_list("name", "finished_at")
    return {name: (now - at).total_seconds() for name, at in ended if at}
