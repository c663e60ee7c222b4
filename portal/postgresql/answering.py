"""Whether the database server answers at all.

One that hangs takes everything and says nothing: TCP sees nothing wrong, ``statement_timeout`` is kept by the server
itself, and every thread of the web server would wait with it. So whoever waits for long knocks at the door: a new
connection that is not greeted in time means that nobody is there (docs/faults.md). Then all who wait give up, and for
some seconds nobody begins to wait: requests fail at once, in words, and threads are free for pages that are kept.
"""

import logging
import threading
import time
from collections.abc import Callable, Generator
from typing import Any

import psycopg

logger = logging.getLogger(__name__)
KNOCKS_AFTER = 3.0  # seconds of waiting, and again after each such time
GREETED_WITHIN = 2  # seconds; libpq takes no less
STAYS_AWAY = 2.0  # seconds until somebody knocks again where nobody answered


class NoAnswerError(psycopg.OperationalError):
    """The database server does not answer."""

    def __init__(self) -> None:
        super().__init__("the database server does not answer")


class Door:
    """The door of one server. ``knock`` raises ``psycopg.Error`` if nobody is there."""

    def __init__(self, knock: Callable[[], None]) -> None:
        self._knock = knock
        self._lock = threading.Lock()
        self._knocked_at = float("-inf")
        self.is_shut = False

    def demand(self) -> bool:
        """Raises ``NoAnswerError`` where nobody answered of late. True: somebody does again, since just now."""
        if not self.is_shut:
            return False
        if time.monotonic() < self._knocked_at + STAYS_AWAY or not self._lock.acquire(blocking=False):
            raise NoAnswerError
        try:
            self._try()
        finally:
            self._lock.release()
        if self.is_shut:
            raise NoAnswerError
        return True

    def is_answered(self) -> bool:
        """Knocks, unless somebody else does at this moment: then their answer counts."""
        asked_at = time.monotonic()
        with self._lock:
            if self._knocked_at < asked_at:
                self._try()
            return not self.is_shut

    def _try(self) -> None:
        was_shut, reason = self.is_shut, ""
        try:
            self._knock()
            self.is_shut = False
        except psycopg.Error as error:
            self.is_shut, reason = not _is_crowded(error), type(error).__name__
        self._knocked_at = time.monotonic()
        if self.is_shut != was_shut:
            logger.warning("The database server %s.", f"does not answer ({reason})" if reason else "answers again")


def _is_crowded(error: psycopg.Error) -> bool:
    """Whether the server refuses because it has very many connections: it lives."""
    return any(words in str(error) for words in ("too many", "connection slots"))


class PatientConnection(psycopg.Connection[Any]):
    """A connection that gives up where nobody answers. What it had begun is undone by the server."""

    door: Door | None = None

    def wait(self, gen: Any, *args: Any, **kwargs: Any) -> Any:
        """Waits for an answer as psycopg does, which looks at ``gen`` ten times a second. Raises ``NoAnswerError``."""
        if self.door is None:
            return super().wait(gen, *args, **kwargs)
        if self.door.is_shut:
            self._give_up()
        return super().wait(self._watched(gen, self.door), *args, **kwargs)

    def _watched(self, gen: Generator[Any, Any, Any], door: Door) -> Generator[Any, Any, Any]:
        knocks_at = time.monotonic() + KNOCKS_AFTER
        try:
            state = next(gen)
            while True:
                ready = yield state
                if not ready:
                    if door.is_shut or (time.monotonic() > knocks_at and not door.is_answered()):
                        self._give_up()
                    if time.monotonic() > knocks_at:
                        knocks_at = time.monotonic() + KNOCKS_AFTER
                state = gen.send(ready)
        except StopIteration as end:
            return end.value

    def _give_up(self) -> None:
        self.pgconn.finish()
        raise NoAnswerError
