"""The database: whether it answers, is new enough, has every migration and trigger, and room for connections."""

import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor

from portal.doctor.examination import Finding, Wish, examines, fine, note, problem, warning
from portal.ledger import triggers as ledger_triggers
from portal.page_cache import triggers as change_triggers

AREA = "Database"
OLDEST_POSTGRESQL, OLDEST_SQLITE = 14, (3, 37)
MIGRATE = "Run manage.py migrate."
CROWDED = 0.8  # of all connections


@examines("database", AREA)
def it_answers(_wish: Wish) -> Iterator[Finding]:
    """Reachable, and new enough."""
    try:
        connection.ensure_connection()
        version = _version()
    except (DatabaseError, InterfaceError, OSError) as error:
        yield problem(
            f"The database does not answer: {str(error).strip().splitlines()[0]}.",
            "Start it, or correct DATABASE_URL. Nothing that needs the database was examined.",
        )
        return
    shown = ".".join(map(str, version))
    is_postgresql = connection.vendor == "postgresql"
    if version < ((OLDEST_POSTGRESQL,) if is_postgresql else OLDEST_SQLITE):
        yield problem(f"{connection.display_name} {shown} is too old.", "Upgrade the database before the portal.")
    else:
        yield fine(f"{connection.display_name} {shown} answers.")


@examines("migrations", AREA)
def it_has_every_migration(_wish: Wish) -> Iterator[Finding]:
    """Nothing that the code needs is missing."""
    try:
        executor = MigrationExecutor(connection)
    except (DatabaseError, InterfaceError, OSError):
        return  # told above
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        yield problem(f"{len(plan)} migrations are missing, the first is {plan[0][0]}.", MIGRATE)
    else:
        yield fine("Every migration is applied.")


@examines("triggers", AREA, needs_database=True)
def triggers_are_there(_wish: Wish) -> Iterator[Finding]:
    """Ledgers can't be changed, and changes of pages are noted."""
    if names := ledger_triggers.missing(connection):
        yield problem(f"Ledgers could be changed: {', '.join(names)} missing.", f"{MIGRATE} Then verify_ledger.")
    elif not change_triggers.are_there(connection):
        yield problem("Changes of pages are not noted, so no page is kept and the portal is slow.", MIGRATE)
    else:
        yield fine("The triggers of ledgers and of kept pages are there.")


@examines("sqlite", AREA, needs_database=True)
def sqlite_is_set_up(_wish: Wish) -> Iterator[Finding]:
    """Write-ahead log; a file that is whole, and that other accounts of the machine can't read."""
    if connection.vendor != "sqlite":
        return
    mode, checked = _one("PRAGMA journal_mode"), _one("PRAGMA quick_check(1)")
    if checked != "ok":
        yield problem(f"The database is damaged: {checked}.", "Restore the newest backup: docs/backup.md.")
    if mode not in ("wal", "memory"):
        yield problem(
            f"SQLite's journal is “{mode}” in place of a write-ahead log: readers wait for writers.",
            "Put the database on a local disk: a network file system has no write-ahead log.",
        )
    place = Path(str(connection.settings_dict["NAME"]))
    if place.exists() and place.stat().st_mode & stat.S_IROTH:
        yield warning(f"Every account of this machine can read {place}.", f"Run chmod o-rwx {place}.")
    if checked == "ok" and mode in ("wal", "memory"):
        yield fine("SQLite's file is whole.")


@examines("connections", AREA, needs_database=True)
def there_is_room_for_connections(_wish: Wish) -> Iterator[Finding]:
    """The server allows what the pools of all processes may open."""
    if connection.vendor != "postgresql":
        return
    allowed = int(_one("SHOW max_connections")) - int(_one("SHOW superuser_reserved_connections"))
    used = int(_one("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"))
    yield from judge_connections(allowed=allowed, used=used, pool=_pool_size())


def judge_connections(*, allowed: int, used: int, pool: int) -> Iterator[Finding]:
    """What these numbers mean: connections that the server allows and has, and those that one process may open."""
    if pool and allowed // pool < 2:  # noqa: PLR2004 - a server process and a worker
        yield problem(
            f"One process may open {pool} connections and the server allows {allowed}: a second one may get none.",
            "Lower DATABASE_POOL_SIZE, or raise PostgreSQL's max_connections.",
        )
    elif used > allowed * CROWDED:
        yield warning(
            f"{used} of {allowed} connections are in use.",
            "Raise max_connections, or put PgBouncer in front and set DATABASE_POOL_SIZE=0.",
        )
    elif not pool:
        yield note(f"Connections are not pooled here; {used} of {allowed} are in use.")
    else:
        yield fine(f"{used} of {allowed} connections are in use; there is room for {allowed // pool} processes.")


def _pool_size() -> int:
    pool = settings.DATABASES["default"].get("OPTIONS", {}).get("pool") or {}
    return int(pool.get("max_size", 0))


def _version() -> tuple[int, ...]:
    if connection.vendor == "postgresql":
        number = int(_one("SHOW server_version_num"))
        return number // 10_000, number % 10_000
    return tuple(int(part) for part in _one("SELECT sqlite_version()").split("."))


def _one(sql: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return str(cursor.fetchone()[0])
