"""Something that must not run twice at once in an installation: the second one waits until the first is through.

On PostgreSQL a lock of the session (``pg_try_advisory_lock``), on SQLite one on a file beside the database. Both end
with whoever holds them, killed or not.
"""

import fcntl
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper

PAUSE = 0.5  # seconds between two looks: a statement that waited would be stopped (``DATABASE_TIMEOUT``)


@contextmanager
def alone(name: str, connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Runs what is inside while nobody else runs the same ``name`` on the database of ``connection``."""
    held = _in_session if connection.vendor == "postgresql" else _beside_file
    with held(name, connection):
        yield


@contextmanager
def _in_session(name: str, connection: BaseDatabaseWrapper) -> Iterator[None]:
    key = zlib.crc32(f"portal {name}".encode())
    while not _ask(connection, "pg_try_advisory_lock", key):
        time.sleep(PAUSE)
    try:
        yield
    finally:
        if connection.is_usable():  # else the lock is gone with the session
            _ask(connection, "pg_advisory_unlock", key)


def _ask(connection: BaseDatabaseWrapper, function: str, key: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [key])
        return bool(cursor.fetchone()[0])


@contextmanager
def _beside_file(name: str, connection: BaseDatabaseWrapper) -> Iterator[None]:
    database = str(connection.settings_dict["NAME"])
    if ":memory:" in database or "mode=memory" in database:
        yield
        return
    with Path(f"{database}.{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
