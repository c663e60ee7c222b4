"""Reads what changed, several times a second in a thread of its own, and tells which kept pages are out of date.

Changes are numbered as they come in here. A page remembers up to which number it knows of all changes, taken before it
was made: it is current as long as nothing that came in later names what it holds.
"""

import logging
import threading
import time
from collections import defaultdict

from django.db import DatabaseError, InterfaceError, connection
from wagtail.models import Site

from portal.models import ContentChange
from portal.page_cache import triggers
from portal.page_cache.tables import ALL

logger = logging.getLogger(__name__)
PAUSE = 0.3  # seconds between two looks
CHECKS_TRIGGERS = 5  # seconds between two looks whether changes are noted at all
LONGEST_GAP = 600  # seconds without a look, after which everything is forgotten: rows live for an hour
PATIENCE = 1.0  # seconds that a reader's request waits for a look
DOUBT = 3.0  # seconds after a look that failed, in which no reader's request waits for one
SETTLES = 3.0  # seconds after a change in which others may still put back what they read before it
_TABLE = ContentChange._meta.db_table
_NEWER = (  # on PostgreSQL, of one snapshot
    "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint,"  # noqa: S608 - constants
    f" ARRAY(SELECT id || ' ' || tag FROM {_TABLE} WHERE xact >= %s ORDER BY id)"
)


class NotNotedError(Exception):
    """The database does not note changes: a migration is under way, or failed (``manage.py migrate``)."""


class Following:
    """What changed, as far as this process knows."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._arrived = 0
        self._last: defaultdict[str, int] = defaultdict(int)
        self._seen: set[int] = set()
        self._mark = -1  # no look yet
        self._looked_at = 0.0
        self._thread: threading.Thread | None = None
        self._posted_at = float("-inf")
        self._checked_at = self._all_changed_at = float("-inf")
        self._began_at = 0.0
        self._doubtful_until = 0.0

    @property
    def arrived(self) -> int:
        """The number of the newest change."""
        return self._arrived

    def is_current(self, tags: frozenset[str], known: int) -> bool:
        """Whether nothing that ``tags`` name has changed since the change numbered ``known``."""
        last = self._last
        return last[ALL] <= known and all(last.get(tag, 0) <= known for tag in tags)

    def look(self) -> int:
        """Reads what is new, in this thread, and returns the number up to which changes are known now.

        Raises what the database raises, and ``NotNotedError``; then nothing may be kept, and everything is forgotten.
        """
        with self._lock:
            return self._look()

    def look_anew(self) -> int:
        """As ``look``, once more where this thread's connection broke meanwhile: the database was begun anew."""
        begun_at = time.monotonic()
        try:
            return self.look()
        except (DatabaseError, InterfaceError):
            connection.close()
            if time.monotonic() - begun_at > PATIENCE:  # it does not answer
                raise
        return self.look()

    def has_looked(self) -> bool:
        """Whether everything that was noted until now has been read, by this thread or by another. Never waits long."""
        now = time.monotonic()
        if now < self._doubtful_until:
            return False
        if not self._lock.acquire(timeout=PATIENCE):
            self._doubtful_until = time.monotonic() + DOUBT
            return False
        try:
            if self._began_at < now or self._looked_at < self._began_at:
                self._look()
            return True
        except (DatabaseError, InterfaceError, NotNotedError):
            self._doubtful_until = time.monotonic() + DOUBT
            connection.close()
            return False
        finally:
            self._lock.release()
            let_go()

    def _look(self) -> int:
        if time.monotonic() - self._looked_at > LONGEST_GAP and self._mark >= 0:
            self._note(ALL)
        self._began_at = time.monotonic()
        self._demand_triggers()
        rows, mark = self._read()
        for pk, tag in rows:
            if pk not in self._seen:
                self._seen.add(pk)
                self._note(tag)
        if len(self._seen) > 10_000:
            self._seen = {pk for pk, _tag in rows}
        if time.monotonic() < self._all_changed_at + SETTLES:
            # Wagtail keeps the addresses of sites, for an hour, and clears them in the process that changed one alone.
            Site.clear_site_root_paths_cache()
        self._mark, self._looked_at = mark, time.monotonic()
        return self._arrived

    def hurry(self) -> None:
        """Somebody may have changed something in this very process: whoever comes next should see it at once."""
        self._posted_at = time.monotonic()

    def catch_up(self) -> None:
        """Looks, in this thread, if something may have changed in this process since the last look."""
        if self._posted_at >= self._began_at:
            self.has_looked()

    def begin(self) -> None:
        """Begins to look by itself, once in each process."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._go_on, name="changes of public content", daemon=True)
            self._thread.start()

    def _demand_triggers(self) -> None:
        if time.monotonic() - self._checked_at < CHECKS_TRIGGERS:
            return
        if not triggers.are_there(connection):
            self._note(ALL)
            raise NotNotedError
        self._checked_at = time.monotonic()

    def _note(self, tag: str) -> None:
        self._arrived += 1
        self._last[tag] = self._arrived
        if tag == ALL:
            self._all_changed_at = time.monotonic()

    def _read(self) -> tuple[list[tuple[int, str]], int]:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                # What was written by a transaction that was not over at the last look may have become visible since.
                cursor.execute(_NEWER, [self._mark])
                mark, found = cursor.fetchone()
                return [(int(pk), tag) for pk, _space, tag in (row.partition(" ") for row in found)], mark
            cursor.execute(f"SELECT id, tag FROM {_TABLE} WHERE id > %s", [self._mark])  # noqa: S608
            rows = cursor.fetchall()
            return rows, max((pk for pk, _tag in rows), default=max(self._mark, 0))

    def _go_on(self) -> None:
        while True:
            time.sleep(PAUSE)
            try:
                self.look()
            except (DatabaseError, InterfaceError, NotNotedError) as error:
                # While the database is away nothing can change, and readers keep what is kept.
                logger.warning("Changes could not be read (%s).", type(error).__name__)
                connection.close()


def let_go() -> None:
    """Gives the connection back, where it is one of a pool: no request of Django's will follow that does."""
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()
