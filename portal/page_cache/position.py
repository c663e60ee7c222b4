"""Where the database stands in its notes of changes, as words that any process and any machine may hold on to.

On PostgreSQL that is a snapshot, of which transactions were over (its documentation, 9.27.9): what a transaction
noted that was not over then is newer, whenever it began.
On SQLite it is the newest note, by its number and its time: after a restore another note has that number.

A position of another database, of an earlier life of this one, or one whose later notes were deleted, tells nothing.
"""

import re
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from portal.models import ContentChange

FORGOTTEN = "forgotten"  # the tag of a note that says up to where notes were deleted
_TABLE = ContentChange._meta.db_table
_TEXT = re.compile(r"(?P<database>[\w.:-]+) (?P<seconds>\d+(?:\.\d+)?) (?P<place>\d+(?::\d+:[\d,]*)?)")
# Which database this is: it changes with a restart, a restore, a fail-over, and where the table is made anew.
_DATABASE = f"""extract(epoch FROM pg_postmaster_start_time())::text
  || '.' || (SELECT oid FROM pg_database WHERE datname = current_database())
  || '.' || '{_TABLE}'::regclass::oid"""  # noqa: S608 - constants


@dataclass(frozen=True)
class Since:
    """What was noted since a position, and how many seconds ago that was."""

    tags: frozenset[str]
    seconds: float


def position() -> str:
    """Where the database stands now. Empty where that can't be told: nothing was noted yet."""
    if connection.vendor == "postgresql":
        now = "extract(epoch FROM clock_timestamp())::text"
        return " ".join(_one(f"SELECT {_DATABASE}, {now}, pg_current_snapshot()::text"))  # noqa: S608 - constants
    newest = _one(f"SELECT id, made_at FROM {_TABLE} ORDER BY id DESC LIMIT 1")  # noqa: S608 - a constant
    return f"{_name(newest[1])} {time.time()!r} {newest[0]}" if newest else ""


def since(text: str, among: Collection[str] | None = None) -> Since | None:
    """What was noted since the position ``text``; ``among``: of these tags alone. None where nobody can tell."""
    parts = _TEXT.fullmatch(text)
    if parts is None:
        return None
    on_postgresql = connection.vendor == "postgresql"
    if (":" in parts["place"]) is not on_postgresql:
        return None
    read = _since_snapshot if on_postgresql else _since_note
    found = read(parts["database"], parts["place"])
    if found is None:
        return None
    tags, now = found
    return Since(frozenset(tags if among is None else tags & set(among)), now - float(parts["seconds"]))


def _since_snapshot(database: str, snapshot: str) -> tuple[set[str], float] | None:
    oldest = int(snapshot.partition(":")[0])  # still running then, or begun later
    newer = "xact >= %s AND NOT pg_visible_in_snapshot(xact::text::xid8, %s::pg_snapshot)"
    found = _one(
        f"SELECT {_DATABASE}, extract(epoch FROM clock_timestamp())::float,"  # noqa: S608 - constants
        f" ARRAY(SELECT DISTINCT tag FROM {_TABLE} WHERE tag <> %s AND {newer}),"
        f" EXISTS (SELECT 1 FROM {_TABLE} WHERE tag = %s AND xact >= %s)",
        [FORGOTTEN, oldest, snapshot, FORGOTTEN, oldest],
    )
    name, now, tags, are_gone = found
    return None if name != database or are_gone else (set(tags), now)


def _since_note(name: str, number: str) -> tuple[set[str], float] | None:
    known = _one(f"SELECT made_at FROM {_TABLE} WHERE id = %s", [number])  # noqa: S608 - a constant
    gone = _one(f"SELECT 1 FROM {_TABLE} WHERE tag = %s AND xact > %s", [FORGOTTEN, number])  # noqa: S608
    if known is None or _name(known[0]) != name or gone:
        return None
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT tag FROM {_TABLE} WHERE id > %s AND tag <> %s", [number, FORGOTTEN])  # noqa: S608
        return {tag for (tag,) in cursor.fetchall()}, time.time()


def _name(made_at: object) -> str:
    return re.sub(r"\W", "-", str(made_at))


def _one(statement: str, values: Sequence[Any] = ()) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values) or None)
        return cursor.fetchone()
