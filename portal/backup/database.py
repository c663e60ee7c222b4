"""A consistent copy of the database while the portal runs, and its way back, each in one transaction: a restore that
fails leaves the database as it was.

SQLite: its own backup interface, in one step under a read lock. PostgreSQL: ``pg_dump`` in the custom format, from a
snapshot in which rows are counted as well; back by ``pg_restore`` as SQL through ``psql``, after everything in the
schema was dropped, all in one transaction.
"""

import contextlib
import gzip
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from django.db import DatabaseError, connection, transaction

from portal.backup.errors import BackupError, RestoreError
from portal.backup.postgresql import dump, load

NAMES = {"sqlite": "database.sqlite3.gz", "postgresql": "database.pgdump"}
CHUNK = 1 << 20
FURTHER = 1_000_000  # by which the number of changes moves on, so that no process takes new changes for old ones
CHANGES = "portal_contentchange"

Heads = dict[str, tuple[int, str]]  # number and hash of the newest entry of each ledger
Ask = Callable[[str], list[tuple]]


class Contents(NamedTuple):
    """What is in a database: rows of each table, migrations by app, heads of ledgers."""

    rows: dict[str, int]
    migrations: dict[str, list[str]]
    heads: Heads


def copy(folder: Path) -> tuple[Path, Contents]:
    """Writes a copy of the database into ``folder``, and tells what is in just this copy. Raises ``BackupError``."""
    target = folder / NAMES[connection.vendor]
    try:
        return target, _copy_postgresql(target) if connection.vendor == "postgresql" else _copy_sqlite(target)
    except (DatabaseError, sqlite3.Error) as error:
        raise BackupError(f"The database can't be copied: {str(error).strip()}.") from None


def contents() -> Contents | None:
    """What is in the database now. None where there are no tables yet. Raises ``DatabaseError``."""
    found = _contents(_ask)
    return found if found.rows else None


def is_in_use(found: Contents) -> bool:
    """Whether somebody has worked with this database: it has accounts, entries in ledgers, or pages of its own."""
    written = any(number for number, _digits in found.heads.values())
    return written or bool(found.rows.get("portal_user") or found.rows.get("portal_homepage"))


def replace_by(copy_of_it: Path) -> str:
    """Puts a copy in the place of the database, whole or not at all. Returns a sentence if something was kept.

    Raises ``RestoreError``; then the database is as it was.
    """
    if connection.vendor == "postgresql":
        load(connection, copy_of_it)
        return ""
    return _replace_sqlite(copy_of_it)


def _copy_postgresql(target: Path) -> Contents:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SELECT pg_export_snapshot()")
        dump(connection, target, snapshot=cursor.fetchone()[0])
        return _contents(_ask)


def _copy_sqlite(target: Path) -> Contents:
    plain = target.with_suffix("")
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(plain)) as file:
        connection.connection.backup(file)
        file.execute("PRAGMA journal_mode=DELETE")
        if (said := file.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise BackupError(f"The database is damaged: {said}. Run manage.py doctor.")
        found = _contents(lambda sql: file.execute(sql).fetchall())
    with plain.open("rb") as source, gzip.open(target, "wb", compresslevel=6) as packed:
        shutil.copyfileobj(source, packed, CHUNK)
    plain.unlink()
    return found


def _replace_sqlite(packed: Path) -> str:
    plain = packed.with_suffix("")
    with gzip.open(packed, "rb") as source, plain.open("wb") as target:
        shutil.copyfileobj(source, target, CHUNK)
    place = Path(connection.settings_dict["NAME"])
    connection.close()
    with contextlib.closing(sqlite3.connect(plain)) as source:
        if (said := source.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
            raise RestoreError(f"The copy of the database in the archive is damaged: {said}. Nothing was touched.")
        _move_changes_on(source, place)
        try:
            with contextlib.closing(sqlite3.connect(place, timeout=30)) as target:
                source.backup(target)
                target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.OperationalError as error:
            raise RestoreError(f"Something still uses the database ({error}). Nothing was touched.") from None
        except sqlite3.DatabaseError:  # it can't be opened, so no process uses it
            return _set_aside(plain, place)
    return ""


def _move_changes_on(source: sqlite3.Connection, place: Path) -> None:
    """Processes that run read changes by their number, so the numbers must not begin again at an earlier one."""
    newest = 0
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(place)) as there:
        row = there.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [CHANGES]).fetchone()  # noqa: S608
        newest = row[0] if row else 0
    source.execute("DELETE FROM sqlite_sequence WHERE name = ?", [CHANGES])
    source.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [CHANGES, newest + FURTHER])
    source.commit()


def _set_aside(plain: Path, place: Path) -> str:
    aside = place.with_name(f"{place.name}.damaged-{int(time.time())}")
    place.rename(aside)
    for ending in ("-wal", "-shm"):
        place.with_name(place.name + ending).unlink(missing_ok=True)
    shutil.copyfile(plain, place)
    return f"The damaged database was put aside as {aside}: delete it, since what was erased may still stand in it."


def _ask(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def _contents(ask: Ask) -> Contents:
    tables = _tables(ask)
    rows = {table: ask(f'SELECT count(*) FROM "{table}"')[0][0] for table in tables}  # noqa: S608 - names as told
    migrations: dict[str, list[str]] = {}
    if "django_migrations" in rows:
        for app, name in ask("SELECT app, name FROM django_migrations ORDER BY app, name"):
            migrations.setdefault(app, []).append(name)
    heads: Heads = {}
    if "portal_ledgerhead" in rows:
        heads = {
            ledger: (number, digits)
            for ledger, number, digits in ask(
                "SELECT ledger, number, entry_hash FROM portal_ledgerhead ORDER BY ledger"
            )
        }
    return Contents(rows, migrations, heads)


def _tables(ask: Ask) -> list[str]:
    if connection.vendor == "postgresql":
        return [
            name
            for (name,) in ask("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
        ]
    # The shadow tables of full-text search have no count of their own.
    return [
        name
        for (name,) in ask(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
        )
    ]
