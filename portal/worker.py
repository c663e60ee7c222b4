"""The process beside the web server: regular jobs, and duties that are never done, such as sending mail.

Apps register duties with ``duty``. Everything that a worker does is bound to leases, so that any number may run and
each may be killed at any moment.
"""

import logging
import signal
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import InterfaceError, OperationalError, close_old_connections, connections
from django.utils import timezone

from portal.jobs import run_due
from portal.models import JobRun

logger = logging.getLogger(__name__)

HEARTBEAT = "worker"  # name of the row
BEATS_EVERY = 20  # seconds; ``is_alive`` waits for three
IDLE = 1.0  # seconds between two looks for work
LOOKS_FOR_JOBS_EVERY = 5  # seconds
LONGEST_REST = 300.0  # seconds, where whatever a duty needs is away


class NeedsRestError(Exception):
    """A duty can do nothing now: its mail server is away, for example."""


Duty = Callable[[Callable[[], bool]], bool]  # is told when to stop; returns whether there was work
DUTIES: dict[str, Duty] = {}


def duty(name: str) -> Callable[[Duty], Duty]:
    """Registers the function below. Raises ``ValueError`` for a name that is taken."""

    def add(run: Duty) -> Duty:
        if name in DUTIES:
            raise ValueError(f"Two duties are named {name}.")
        DUTIES[name] = run
        return run

    return add


def is_alive() -> bool:
    """Whether a worker gave a sign of life within the last minute."""
    since = timezone.now() - timedelta(seconds=3 * BEATS_EVERY)
    return JobRun.objects.filter(name=HEARTBEAT, finished_at__gte=since).exclude(outcome="stopped").exists()


class Worker:
    """One worker. ``stop`` may be called at any moment: what is in hand is finished, nothing else is begun."""

    def __init__(self, *, before: Callable[[], None] | None = None) -> None:
        self._before = before  # asked once, before anything is done; what it raises ends the worker
        self._stop = threading.Event()
        self._last_beat = self._last_jobs = float("-inf")
        self._rests: dict[str, tuple[float, float]] = {}  # until when, and for how long

    def stop(self, *_signal: Any) -> None:
        """Ends after the work in hand. Asked twice by signal, the process ends at once."""
        self._stop.set()
        if _signal:
            signal.signal(_signal[0], signal.SIG_DFL)

    def run(self, *, once: bool = False, seconds: float | None = None) -> None:
        """Works until it is stopped; ``once``: until nothing is due; ``seconds``: for that long."""
        ends = time.monotonic() + seconds if seconds is not None else float("inf")
        while not self._stop.is_set() and time.monotonic() < ends:
            had_work = self.look(jobs=once)
            if once and not had_work:
                break
            if not had_work:
                self._stop.wait(min(IDLE, max(0.0, ends - time.monotonic())))
        self._beat("stopped")

    def look(self, *, jobs: bool = False) -> bool:
        """Does what is due. Whether there was anything. A database that is away is waited for."""
        close_old_connections()
        try:
            if self._before:
                self._before()
                self._before = None
            self._beat("running")
            had_jobs = self._run_jobs(now=jobs)
            had_work = [self._do(name, run) for name, run in DUTIES.items() if not self._stop.is_set()]
            return had_jobs or any(had_work)
        except (OperationalError, InterfaceError) as error:
            logger.warning("The database is away (%s).", type(error).__name__)
            connections.close_all()
            self._stop.wait(IDLE)
            return False

    def _run_jobs(self, *, now: bool) -> bool:
        if not now and time.monotonic() - self._last_jobs < LOOKS_FOR_JOBS_EVERY:
            return False
        self._last_jobs = time.monotonic()
        done = False
        for job, outcome in run_due(self._stop.is_set):
            done = True
            logger.info("%s: %s", job.name, outcome or "done")
            self._beat("running")
        return done

    def _do(self, name: str, run: Duty) -> bool:
        until, rest = self._rests.get(name, (0.0, 0.0))
        if time.monotonic() < until:
            return False
        try:
            had_work = run(self._stop.is_set)
        except NeedsRestError:
            rest = min(LONGEST_REST, rest * 2 or 5.0)
            self._rests[name] = (time.monotonic() + rest, rest)
            return False
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:  # noqa: BLE001 - the other duties go on; its words may hold an address
            logger.error("The duty “%s” failed: %s", name, type(error).__name__)
            self._rests[name] = (time.monotonic() + 5.0, 5.0)
            return False
        self._rests.pop(name, None)
        return had_work

    def _beat(self, outcome: str) -> None:
        if outcome == "running" and time.monotonic() - self._last_beat < BEATS_EVERY:
            return
        now = timezone.now()
        try:
            JobRun.objects.update_or_create(
                name=HEARTBEAT,
                defaults={"finished_at": now, "outcome": outcome},
                create_defaults={"due_at": now, "started_at": now, "finished_at": now, "outcome": outcome},
            )
        except (OperationalError, InterfaceError):
            if outcome != "stopped":
                raise
        self._last_beat = time.monotonic()
