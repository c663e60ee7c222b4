"""Indexes for tables in use, and a migrate command that waits for nobody for long."""

import pytest
from django.core.management.base import CommandError
from django.db import NotSupportedError, OperationalError, connection, migrations, models
from django.db.migrations.state import ProjectState

from portal.management.commands.migrate import impatient
from portal.migration_operations import AddIndexWhileInUse, RemoveIndexWhileInUse


def a_table():
    """The state with one model, and the model."""
    state = ProjectState()
    migrations.CreateModel(
        "Probe", [("id", models.AutoField(primary_key=True)), ("at", models.IntegerField())]
    ).state_forwards("probing", state)
    return state


def run(operation, before, *, backwards=False):
    """Runs an operation as a migration with ``atomic = False`` does. Returns the state after it."""
    after = before.clone()
    operation.state_forwards("probing", after)
    with connection.schema_editor(atomic=False) as editor:
        if backwards:
            operation.database_backwards("probing", editor, after, before)
        else:
            operation.database_forwards("probing", editor, before, after)
    return after


@pytest.fixture
def empty():
    """The state with the table, which is there, and has no index of ours yet."""
    state = a_table()
    model = state.apps.get_model("probing", "Probe")
    with connection.schema_editor() as editor:
        editor.create_model(model)
    yield state
    with connection.schema_editor() as editor:
        editor.delete_model(model)


def indexes():
    """The indexes of the table."""
    with connection.cursor() as cursor:
        return set(connection.introspection.get_constraints(cursor, "probing_probe"))


@pytest.mark.django_db(transaction=True)
def test_an_index_is_built_and_taken_away_beside_a_transaction(empty):
    adding = AddIndexWhileInUse("probe", models.Index(fields=["at"], name="probe_at"))
    indexed = run(adding, empty)
    assert "probe_at" in indexes()
    run(adding, empty, backwards=True)
    assert "probe_at" not in indexes()
    run(adding, empty)
    run(RemoveIndexWhileInUse("probe", "probe_at"), indexed)
    assert "probe_at" not in indexes()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_what_a_build_that_was_stopped_left_is_built_anew(empty):
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX probe_at ON probing_probe (at)")
        cursor.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'probe_at'::regclass")
        run(AddIndexWhileInUse("probe", models.Index(fields=["at"], name="probe_at")), empty)
        cursor.execute("SELECT indisvalid FROM pg_index WHERE indexrelid = 'probe_at'::regclass")
        assert cursor.fetchone() == (True,)


@pytest.mark.django_db
def test_an_index_inside_a_transaction_is_refused_on_postgresql():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite builds an index within a transaction")
    adding = AddIndexWhileInUse("probe", models.Index(fields=["at"], name="probe_at"))
    with pytest.raises(NotSupportedError, match="atomic = False"):
        run(adding, a_table())


@pytest.mark.django_db
def test_a_table_that_is_used_for_long_ends_a_migration_with_a_sentence():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite locks the whole database, and says so itself")
    with impatient(connection), connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone()[0] == "10s"
    with pytest.raises(CommandError, match="changed nothing"), impatient(connection):
        raise OperationalError("canceling statement due to lock timeout")
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone()[0] == "0"
    with pytest.raises(OperationalError), impatient(connection):
        raise OperationalError("something else")
