"""A migrated SQLite database, kept between runs: most of a short run would otherwise go into migrations.

The kept file is named by what made it: the text of every migration of ours and the locked versions of everything
else. A run that finds none makes one. PostgreSQL is always migrated from nothing.
"""

import hashlib
import os
import sqlite3
from pathlib import Path

from django.db import connection

PROJECT = Path(__file__).parent.parent


def kept_database() -> Path:
    """Where the migrated database for the migrations of today is kept."""
    digest = hashlib.sha256()
    for path in sorted([*PROJECT.glob("*/migrations/*.py"), PROJECT / "requirements-dev.txt", Path(__file__)]):
        digest.update(path.read_bytes())
    return PROJECT / ".cache" / f"migrated-{digest.hexdigest()[:16]}.sqlite3"


def begin_with_kept_database() -> sqlite3.Connection | None:
    """Fills Django's in-memory test database from the kept one, if there is one. Hold on to what it returns."""
    kept = kept_database()
    name = connection.creation._get_test_db_name()
    if not kept.exists() or "mode=memory" not in name:
        return None
    memory = sqlite3.connect(name, uri=True)
    with sqlite3.connect(kept) as source:
        source.backup(memory)
    return memory


def keep_database() -> None:
    """Keeps the database that was just migrated, for the runs to come."""
    kept = kept_database()
    if kept.exists():
        return
    kept.parent.mkdir(exist_ok=True)
    for older in kept.parent.glob("migrated-*.sqlite3"):
        older.unlink(missing_ok=True)
    unfinished = kept.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(unfinished) as target:
        connection.connection.backup(target)
    unfinished.replace(kept)
