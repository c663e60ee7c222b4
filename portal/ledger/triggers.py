"""Triggers with which the database refuses to change a ledger, whoever asks.

SQLite has no TRUNCATE, and ``INSERT OR REPLACE`` passes by its triggers for deletion: so one looks at insertions too.
It loses triggers when a migration makes a table anew, so they are put back after every migration. PostgreSQL needs one
for TRUNCATE, and fires ours even for sessions that play the part of a replica (``ENABLE ALWAYS``).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.base.base import BaseDatabaseWrapper

from portal.ledger.tables import ledgers
from portal.models.ledger import LedgerHead

UNIQUE = ("id", "number", "previous_hash", "entry_hash")
UNIQUE_IN_HEADS = ("id", "ledger")
_STEP = "NEW.number = OLD.number + 1 AND NEW.ledger = OLD.ledger AND NEW.id = OLD.id"

_POSTGRESQL_FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION portal_ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE OR REPLACE FUNCTION portal_ledger_advance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND {_STEP} THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% only ever moves on by one', TG_TABLE_NAME;
END $$;
"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Puts the triggers on every ledger that has a table, where they are missing or switched off."""
    names = missing(connection)
    if not names:
        return
    statements = _statements(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL_FUNCTIONS)
        for name in names:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{_on(connection, name)}")
            for statement in statements[name]:
                cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of triggers that should be there and are not, or are switched off."""
    if connection.vendor == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'ledger_%%' AND tgenabled = 'A'"
    else:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ledger_%%'"
    wanted = _statements(connection)
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {row[0] for row in cursor.fetchall()}
    return [name for name in wanted if name not in there]


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Takes the triggers off meanwhile. For databases that are made to be emptied: those of tests."""
    with connection.cursor() as cursor:
        for name in _statements(connection):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{_on(connection, name)}")
    try:
        yield
    finally:
        install(connection)


def _tables(connection: BaseDatabaseWrapper) -> list[tuple[str, tuple[str, ...]]]:
    """Tables of ledgers that are there, the table of heads last, each with its unique columns."""
    there = set(connection.introspection.table_names())
    tables = [(model._meta.db_table, UNIQUE) for model in ledgers()]
    tables.append((LedgerHead._meta.db_table, UNIQUE_IN_HEADS))
    return [(table, unique) for table, unique in tables if table in there]


def _statements(connection: BaseDatabaseWrapper) -> dict[str, list[str]]:
    """The SQL that makes each trigger, by the trigger's name."""
    write = _for_postgresql if connection.vendor == "postgresql" else _for_sqlite
    statements: dict[str, list[str]] = {}
    for table, unique in _tables(connection):
        statements |= write(table, unique)
    return statements


def _for_postgresql(table: str, unique: tuple[str, ...]) -> dict[str, list[str]]:
    function = "portal_ledger_advance" if unique is UNIQUE_IN_HEADS else "portal_ledger_refuse"
    rows, whole = f"ledger_{table}_rows", f"ledger_{table}_whole"
    return {
        rows: [
            f"CREATE TRIGGER {rows} BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {function}()",
            f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {rows}",
        ],
        whole: [
            f"CREATE TRIGGER {whole} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {function}()",
            f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {whole}",
        ],
    }


def _for_sqlite(table: str, unique: tuple[str, ...]) -> dict[str, list[str]]:
    refusal = f"SELECT RAISE(ABORT, '{table} is append-only')"
    step = f" WHEN NOT ({_STEP})" if unique is UNIQUE_IN_HEADS else ""
    taken = " OR ".join(f"{column} = NEW.{column}" for column in unique)
    conditions = {  # names of tables and columns come from our models
        "update": f"BEFORE UPDATE ON {table} FOR EACH ROW{step}",
        "delete": f"BEFORE DELETE ON {table} FOR EACH ROW",
        "replace": f"BEFORE INSERT ON {table} FOR EACH ROW WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken})",  # noqa: S608
    }
    return {
        f"ledger_{table}_{event}": [f"CREATE TRIGGER ledger_{table}_{event} {condition} BEGIN {refusal}; END"]
        for event, condition in conditions.items()
    }


def _on(connection: BaseDatabaseWrapper, name: str) -> str:
    """PostgreSQL wants to hear the table when a trigger is dropped."""
    if connection.vendor != "postgresql":
        return ""
    return f" ON {name.removeprefix('ledger_').rpartition('_')[0]}"
