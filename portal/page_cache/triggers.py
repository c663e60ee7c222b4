"""Has the database note every change of what public pages are made of: three triggers for each watched table."""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from portal.models import ContentChange
from portal.page_cache.tables import Watched, watched

_CHANGES = ContentChange._meta.db_table
_EVENTS = ("insert", "update", "delete")
_FUNCTION = "portal_note_change"
_BODY = f"""DECLARE rest text := '';
BEGIN
  IF TG_ARGV[1] <> '' THEN rest := COALESCE(to_jsonb(COALESCE(NEW, OLD)) ->> TG_ARGV[1], '0'); END IF;
  INSERT INTO {_CHANGES} (tag, xact, made_at)
  VALUES (TG_ARGV[0] || rest, pg_current_xact_id()::text::bigint, now());
  RETURN NULL;
END"""  # noqa: S608 - names of tables come from our models


def install(connection: BaseDatabaseWrapper) -> None:
    """Puts the triggers anew on every watched table that is there."""
    there = set(connection.introspection.table_names())
    if _CHANGES not in there:
        return
    with connection.cursor() as cursor:
        for statement in _statements(connection, there):
            cursor.execute(statement)


def _statements(connection: BaseDatabaseWrapper, there: set[str]) -> Iterator[str]:
    is_postgresql = connection.vendor == "postgresql"
    if is_postgresql:
        yield f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $body${_BODY}$body$"
    for each in watched():
        if each.table in there:
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
