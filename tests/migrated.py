"""A migrated database, kept between runs: most of a short run would otherwise go into migrations.

What is kept, a file for SQLite or a database to copy on the server of PostgreSQL, is named by what made it: the text
of every migration of ours and the locked versions of everything else. A run that finds none makes one.
"""

import contextlib
import hashlib
import os
import sqlite3
from pathlib import Path

import psycopg
from django.db import connection

PROJECT = Path(__file__).parent.parent
_NAME = "portal_migrated_"


def kept_database() -> Path:
    """Where the migrated SQLite database for the migrations of today is kept."""
    return PROJECT / ".cache" / f"migrated-{_digest()}.sqlite3"


def kept_template() -> str:
    """The name of the migrated database on the server of PostgreSQL; of its own empty one where none is kept yet."""
    with _server() as server:
        found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_NAME + _digest()]).fetchone()
    return _NAME + _digest() if found else "template1"


@contextlib.contextmanager
def kept_database_in_use():
    """Has Django begin its test database with the kept one, if there is one."""
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = kept_template()
        yield
        return
    kept, name = kept_database(), connection.creation._get_test_db_name()
    with contextlib.ExitStack() as after:
        if kept.exists() and "mode=memory" in name:
            memory = after.enter_context(contextlib.closing(sqlite3.connect(name, uri=True)))
            with contextlib.closing(sqlite3.connect(kept)) as source:
                source.backup(memory)
        yield


def keep_database() -> None:
    """Keeps the test database, as it was just migrated, for what comes."""
    (_keep_on_server if connection.vendor == "postgresql" else _keep_file)()


def _digest() -> str:
    digest = hashlib.sha256()
    for path in sorted([*PROJECT.glob("*/migrations/*.py"), PROJECT / "requirements-dev.txt", Path(__file__)]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _keep_file() -> None:
    kept = kept_database()
    if kept.exists():
        return
    kept.parent.mkdir(exist_ok=True)
    for older in kept.parent.glob("migrated-*.sqlite3"):
        older.unlink(missing_ok=True)
    unfinished = kept.with_suffix(f".{os.getpid()}")
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(unfinished)) as target:
        connection.connection.backup(target)
    unfinished.replace(kept)


def _keep_on_server() -> None:
    if kept_template() != "template1":
        return
    connection.close()
    connection.close_pool()  # PostgreSQL copies a database that nobody is connected to
    others_do = psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation, psycopg.errors.ObjectInUse
    with _server() as server, contextlib.suppress(*others_do):
        for (older,) in server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [_NAME]):
            server.execute(f'DROP DATABASE IF EXISTS "{older}"')
        server.execute(f'CREATE DATABASE "{_NAME}{_digest()}" TEMPLATE "{connection.settings_dict["NAME"]}"')


def _server() -> psycopg.Connection:
    """A connection to the server of tests, which may make databases."""
    return psycopg.connect(f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/postgres", autocommit=True)
