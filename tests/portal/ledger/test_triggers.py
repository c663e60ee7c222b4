"""The database refuses to change a ledger, whoever asks and whatever the way; it only lets entries be added."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.core.management.sql import emit_post_migrate_signal
from django.db import DatabaseError, connection, models, transaction

from articles.models import Contribution
from portal.ledger import triggers
from portal.ledger.tables import ledgers
from portal.models.ledger import LedgerError, LedgerHead
from tests.portal.ledger.conftest import contribute

TABLE = "articles_contribution"
REFUSED = "append-only|only ever moves on by one"
COLUMNS = "number, recorded_at, previous_hash, entry_hash, page_id, revision_id, username, name, body_digest"
TAKEN = {  # what a new row would share with one that is there
    "id": f"(id, {COLUMNS}) SELECT id, 99, recorded_at, 'x', 'y'",
    "number": f"({COLUMNS}) SELECT number, recorded_at, 'x', 'y'",
    "entry_hash": f"({COLUMNS}) SELECT 99, recorded_at, 'x', entry_hash",
    "previous_hash": f"({COLUMNS}) SELECT 99, recorded_at, previous_hash, 'y'",
}
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")


def insertion(taken, way=""):
    """SQL that adds a row which shares something with the one that is there."""
    return f"INSERT {way} INTO {TABLE} {TAKEN[taken]}, 1, 1, '', '', '' FROM {TABLE}"


def rows():
    return [list(model.objects.order_by("pk").values_list()) for model in (Contribution, LedgerHead)]


def refused(sql):
    """Whether the database refuses a statement, and the rows are what they were."""
    before = rows()
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    return rows() == before


@pytest.mark.parametrize("ledger", [*ledgers(), LedgerHead], ids=lambda model: model.__name__)
def test_every_ledger_is_protected(db, ledger):
    names = [name for name in triggers._statements(connection) if f"_{ledger._meta.db_table}_" in name]
    assert len(names) == (3 if connection.vendor == "sqlite" else 2)
    assert triggers.missing(connection) == []


@pytest.mark.parametrize(
    "sql",
    [
        f"UPDATE {TABLE} SET username = 'berta'",
        f"UPDATE {TABLE} SET username = username WHERE number = 5",
        f"DELETE FROM {TABLE}",
        f"DELETE FROM {TABLE} WHERE number = 5",
        "UPDATE portal_ledgerhead SET number = number - 1",
        "UPDATE portal_ledgerhead SET number = number + 2",
        "UPDATE portal_ledgerhead SET entry_hash = 'x'",
        "UPDATE portal_ledgerhead SET number = number + 1, ledger = 'another'",
        "UPDATE portal_ledgerhead SET number = number + 1, id = id + 1",
        "DELETE FROM portal_ledgerhead",
    ],
)
def test_update_and_delete_are_refused(entries, sql):
    assert refused(sql)


def test_models_and_querysets_are_refused(entries):
    entries[0].username = "berta"
    for forbidden in (entries[0].save, entries[0].delete):
        with pytest.raises(LedgerError):
            forbidden()
    rows = Contribution.objects.filter(number=1)
    for forbidden in (
        lambda: rows.update(username="berta"),
        rows.delete,
        lambda: rows._raw_delete("default"),
        lambda: Contribution.objects.bulk_update(entries, ["username"]),
        lambda: models.Model.save_base(entries[0]),
        lambda: Contribution.objects.bulk_create(
            entries[:1], update_conflicts=True, unique_fields=["number"], update_fields=["username"]
        ),
    ):
        with pytest.raises((DatabaseError, LedgerError)), transaction.atomic():
            forbidden()
    assert Contribution.objects.get(number=1).username == "anna"


def test_entries_are_added_by_append_alone(entries):
    made = {"page_id": 1, "revision_id": 9, "number": 6, "recorded_at": entries[0].recorded_at, "previous_hash": "x"}
    for add in (Contribution.objects.create, lambda **values: Contribution(**values).save()):
        with pytest.raises(LedgerError, match="append"):
            add(**made)
    assert contribute(6).number == 6


@on_sqlite
@pytest.mark.parametrize("taken", TAKEN)
@pytest.mark.parametrize("way", ["OR REPLACE", "OR IGNORE", "OR FAIL"])
def test_sqlite_replaces_no_entry(db, taken, way):
    contribute(1)
    assert refused(insertion(taken, way))


@on_sqlite
@pytest.mark.parametrize("values", ["99, ledger, 0, 'x'", "id, 'another', 0, 'x'"])
def test_sqlite_replaces_no_head(entries, values):
    columns = "(id, ledger, number, entry_hash)"
    assert refused(f"REPLACE INTO portal_ledgerhead {columns} SELECT {values} FROM portal_ledgerhead")


@on_sqlite
def test_sqlite_puts_no_entry_in_the_place_of_another(entries):
    assert refused(f"UPDATE OR REPLACE {TABLE} SET number = 1 WHERE number = 2")


@pytest.mark.parametrize("taken", TAKEN)
def test_an_upsert_changes_no_entry(db, taken):
    contribute(1)
    assert refused(f"{insertion(taken)} WHERE true ON CONFLICT ({taken}) DO UPDATE SET username = 'berta'")


@on_postgresql
@pytest.mark.parametrize("table", [TABLE, "portal_ledgerhead", f"{TABLE}, portal_ledgerhead"])
@pytest.mark.parametrize("role", ["origin", "replica", "local"])
def test_postgresql_refuses_truncate_and_sessions_that_play_a_replica(entries, table, role):
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL session_replication_role = {role}")
        assert refused(f"TRUNCATE {table}")
        assert refused(f"TRUNCATE {table} CASCADE")
        for name in table.split(", "):
            assert refused(f"DELETE FROM {name}")
            assert refused(f"UPDATE {name} SET entry_hash = 'x'")


@on_postgresql
def test_postgresql_merges_nothing_into_an_entry(entries):
    assert refused(f"MERGE INTO {TABLE} t USING {TABLE} s ON t.id = s.id WHEN MATCHED THEN DELETE")


def test_emptying_the_database_is_refused(entries):
    with pytest.raises(Exception, match=f"{REFUSED}|couldn't be flushed"), transaction.atomic():
        call_command("flush", interactive=False, verbosity=0)
    assert Contribution.objects.count() == 5


@pytest.mark.django_db(transaction=True)
def test_a_migration_that_makes_a_table_anew_leaves_it_protected():
    contribute(1)
    field = Contribution._meta.get_field("name")
    longer = models.CharField("name", max_length=256, blank=True)
    longer.set_attributes_from_name("name")
    for old, new in ((field, longer), (longer, field)):
        with connection.schema_editor() as editor:
            editor.alter_field(Contribution, old, new)
        if connection.vendor == "sqlite":
            assert triggers.missing(connection) != []
        emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
        assert triggers.missing(connection) == []
        assert refused(f"UPDATE {TABLE} SET username = 'berta'")


@pytest.fixture
def without_one(db):
    """A database in which somebody dropped a trigger. Yields its name."""
    name = next(iter(triggers._statements(connection)))
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{triggers._on(connection, name)}")
    return name


def test_a_trigger_that_is_gone_is_an_error_of_the_check(without_one):
    with pytest.raises(SystemCheckError, match=f"would let its ledgers be changed: {without_one} missing"):
        call_command("check", databases=["default"])
    triggers.install(connection)
    call_command("check", databases=["default"])


def test_migrating_puts_a_trigger_back_that_is_gone(without_one):
    call_command("migrate", verbosity=0, skip_checks=False)
    assert triggers.missing(connection) == []


def test_looking_at_the_plan_of_migrations_changes_nothing(without_one, capsys):
    with pytest.raises(SystemCheckError):
        call_command("migrate", verbosity=0, plan=True, skip_checks=False)
    assert triggers.missing(connection) == [without_one]


@on_sqlite
def test_a_trigger_of_the_same_name_that_refuses_nothing_is_found_and_mended_on_sqlite(without_one):
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TRIGGER {without_one} BEFORE UPDATE ON {TABLE} BEGIN SELECT 1; END")
    assert triggers.missing(connection) == [without_one]
    triggers.install(connection)
    assert triggers.missing(connection) == []


@on_postgresql
@pytest.mark.parametrize(
    "sql",
    [
        f"ALTER TABLE {TABLE} DISABLE TRIGGER ALL",
        f"ALTER TABLE {TABLE} ENABLE TRIGGER ledger_{TABLE}_rows",
        f"""
        DROP TRIGGER ledger_{TABLE}_rows ON {TABLE};
        CREATE TRIGGER ledger_{TABLE}_rows BEFORE DELETE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION portal_ledger_refuse();
        ALTER TABLE {TABLE} ENABLE ALWAYS TRIGGER ledger_{TABLE}_rows
        """,
        "CREATE OR REPLACE FUNCTION portal_ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    ],
)
def test_triggers_that_are_switched_off_or_refuse_nothing_are_found_and_mended_on_postgresql(entries, sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
    assert triggers.missing(connection) != []
    triggers.install(connection)
    assert triggers.missing(connection) == []
    assert refused(f"UPDATE {TABLE} SET username = 'berta'")
