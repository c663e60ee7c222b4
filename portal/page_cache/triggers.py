"""Has the database note every change of what public pages are made of: three triggers for each watched table."""

from collections.abc import Iterable, Iterator

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from portal.models import ContentChange
from portal.page_cache.tables import ALL, Watched, watched

_CHANGES = ContentChange._meta.db_table
_EVENTS = ("insert", "update", "delete")
_FUNCTION = "portal_note_change"
_BODY = f"""DECLARE rest text := '';
BEGIN
  IF TG_ARGV[1] <> '' THEN rest := COALESCE(to_jsonb(COALESCE(NEW, OLD)) ->> TG_ARGV[1], '0'); END IF;
  INSERT INTO {_CHANGES} (tag, xact, made_at)
  VALUES (TG_ARGV[0] || rest, pg_current_xact_id()::text::bigint, clock_timestamp());
  RETURN NULL;
END"""  # noqa: S608 - names of tables come from our models


def install(connection: BaseDatabaseWrapper) -> None:
    """Puts the triggers anew on every watched table that is whole: half-way through migrations, some are not."""
    tables = set(connection.introspection.table_names())
    if _CHANGES not in tables:
        return
    with connection.cursor() as cursor:
        whole = [each for each in watched() if each.table in tables and _has_columns(connection, cursor, each)]
        for statement in _statements(connection, whole):
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Takes every one of them off."""
    with connection.cursor() as cursor:
        for name, table in there(connection).items():
            cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


def note_everything(connection: BaseDatabaseWrapper) -> None:
    """Makes all pages anew."""
    if _CHANGES in connection.introspection.table_names():
        xact = "pg_current_xact_id()::text::bigint" if connection.vendor == "postgresql" else "0"
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {_CHANGES} (tag, xact) VALUES ('{ALL}', {xact})")  # noqa: S608 - constants


def are_there(connection: BaseDatabaseWrapper) -> bool:
    """Whether every watched table has its three. Without them, nothing may be kept. One query."""
    return there(connection).keys() >= {f"change_{each.table}_{event}" for each in watched() for event in _EVENTS}


def there(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The table of each of our triggers that is there and switched on, by the trigger's name."""
    if connection.vendor == "postgresql":
        found = "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    else:
        found = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
    with connection.cursor() as cursor:
        cursor.execute(found)
        return {name: table for name, table in cursor.fetchall() if name.startswith("change_")}


def _has_columns(connection: BaseDatabaseWrapper, cursor: CursorWrapper, each: Watched) -> bool:
    return set(each.columns) <= {
        found.name for found in connection.introspection.get_table_description(cursor, each.table)
    }


def _statements(connection: BaseDatabaseWrapper, tables: Iterable[Watched]) -> Iterator[str]:
    is_postgresql = connection.vendor == "postgresql"
    if is_postgresql:
        yield f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $body${_BODY}$body$"
    for each in tables:
        for event in _EVENTS:
            name = f"change_{each.table}_{event}"
            yield f"DROP TRIGGER IF EXISTS {name}" + (f" ON {each.table}" if is_postgresql else "")
            yield (_on_postgresql if is_postgresql else _on_sqlite)(name, each, event)


def _condition(each: Watched, event: str, differs: str) -> str:
    if event == "update":
        return "(" + " OR ".join(f'OLD."{column}" {differs} NEW."{column}"' for column in each.columns) + ")"
    return each.added if event == "insert" else each.removed


def _on_sqlite(name: str, each: Watched, event: str) -> str:
    tag = each.tag.format(row="OLD" if event == "delete" else "NEW")
    note = f"INSERT INTO {_CHANGES} (tag, xact, made_at) VALUES ({tag}, 0, CURRENT_TIMESTAMP)"  # noqa: S608
    return (
        f"CREATE TRIGGER {name} AFTER {event.upper()} ON {each.table} FOR EACH ROW "
        f"WHEN {_condition(each, event, 'IS NOT')} BEGIN {note}; END"
    )


def _on_postgresql(name: str, each: Watched, event: str) -> str:
    """The function gets the tag's first part and the column that ends it."""
    first, _plus, column = each.tag.partition(" || ")
    column = column.rpartition(".")[2].partition(",")[0]
    return (
        f"CREATE TRIGGER {name} AFTER {event.upper()} ON {each.table} FOR EACH ROW "
        f"WHEN ({_condition(each, event, 'IS DISTINCT FROM')}) EXECUTE FUNCTION {_FUNCTION}({first}, '{column}')"
    )
