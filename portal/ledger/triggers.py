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

_POSTGRESQL_FUNCTIONS = {  # by name, as PostgreSQL keeps their text
    "portal_ledger_refuse": "BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END",
    "portal_ledger_advance": f"""BEGIN
  IF TG_OP = 'UPDATE' AND {_STEP} THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% only ever moves on by one', TG_TABLE_NAME;
END""",
}
_ROWS, _WHOLE = 27, 34  # in pg_trigger.tgtype: before update or delete of each row; before truncate of the whole table


def install(connection: BaseDatabaseWrapper) -> None:
    """Puts the triggers on every ledger that has a table, where they are missing, altered or switched off."""
    names = missing(connection)
    if not names:
        return
    statements = _statements(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name, body in _POSTGRESQL_FUNCTIONS.items():
                cursor.execute(
                    f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body${body}$body$"
                )
        for name in names:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{_on(connection, name)}")
            for statement in statements[name]:
                cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of triggers that should be there and are not, that do something else, or that are switched off."""
    there = _there_on_postgresql(connection) if connection.vendor == "postgresql" else _there_on_sqlite(connection)
    wanted = _statements(connection)
    return [name for name, sql in wanted.items() if name not in there or there[name] not in (None, sql[0])]


def _there_on_sqlite(connection: BaseDatabaseWrapper) -> dict[str, str | None]:
    """The SQL of each trigger by its name, as it was written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())


def _there_on_postgresql(connection: BaseDatabaseWrapper) -> dict[str, str | None]:
    """The names of those triggers that do what they should. PostgreSQL keeps no text of theirs to compare."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgrelid::regclass::text, tgtype, proname, prosrc FROM pg_trigger"
            " JOIN pg_proc ON pg_proc.oid = tgfoid"
            " WHERE tgenabled = 'A' AND tgqual IS NULL AND cardinality(tgattr) = 0"
        )
        there = set(cursor.fetchall())
    good: dict[str, str | None] = {}
    for table, unique in _tables(connection):
        function = _function(unique)
        for name, kind in ((f"ledger_{table}_rows", _ROWS), (f"ledger_{table}_whole", _WHOLE)):
            if (name, table, kind, function, _POSTGRESQL_FUNCTIONS[function]) in there:
                good[name] = None
    return good


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
    tables: list[tuple[str, tuple[str, ...]]] = [(model._meta.db_table, UNIQUE) for model in ledgers()]
    tables.append((LedgerHead._meta.db_table, UNIQUE_IN_HEADS))
    return [(table, unique) for table, unique in tables if table in there]


def _statements(connection: BaseDatabaseWrapper) -> dict[str, list[str]]:
    """The SQL that makes each trigger, by the trigger's name."""
    write = _for_postgresql if connection.vendor == "postgresql" else _for_sqlite
    statements: dict[str, list[str]] = {}
    for table, unique in _tables(connection):
        statements |= write(table, unique)
    return statements


def _function(unique: tuple[str, ...]) -> str:
    return "portal_ledger_advance" if unique is UNIQUE_IN_HEADS else "portal_ledger_refuse"


def _for_postgresql(table: str, unique: tuple[str, ...]) -> dict[str, list[str]]:
    function = _function(unique)
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
