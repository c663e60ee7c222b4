"""Every migration is rehearsed with data: each table gets a row as soon as the migration that makes it has run, with the
columns of that first version, and all later ones run over it. At the end each row is there, and says what it said.

A column that a later migration removes is left out. One whose values it changes on purpose is named below.
"""

import contextlib
import hashlib
import os
import shutil
import sqlite3

import psycopg
import pytest
from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from portal.ledger import triggers
from tests.migrated import PROJECT
from tests.migrations.filling import Filler, contents

OURS = ("portal", "consent", "articles", "comments")
CHANGED_ON_PURPOSE = set()  # {("table", "column")}, with the reason beside it


@pytest.fixture
def empty_database(tmp_path, django_db_blocker):
    """A database without any table, to which this process is pointed."""
    original = connections["default"]
    options = {name: value for name, value in original.settings_dict["OPTIONS"].items() if name != "pool"}
    with contextlib.ExitStack() as after, django_db_blocker.unblock():
        name = str(tmp_path / "rehearsed.sqlite3")
        if original.vendor == "postgresql":
            name = after.enter_context(_on_server())
        elif kept().exists():
            shutil.copyfile(kept(), name)
        connections["default"] = type(original)({**original.settings_dict, "NAME": name, "OPTIONS": options}, "default")
        try:
            yield connections["default"]
        finally:
            connections["default"].close()
            connections["default"] = original


@contextlib.contextmanager
def _on_server():
    name, server = f"rehearsed_{os.getpid()}", os.environ["DATABASE_URL"].rpartition("/")[0]
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield name
        finally:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def kept():
    """Where the tables of others are kept between runs, made by the libraries of today."""
    digest = hashlib.sha256()
    for path in (PROJECT / "requirements-dev.txt", PROJECT / "portal" / "migrations" / "0001_user.py"):
        digest.update(path.read_bytes())
    return PROJECT / ".cache" / f"libraries-{digest.hexdigest()[:16]}.sqlite3"


def keep(connection):
    """Keeps them for the next run."""
    for older in kept().parent.glob("libraries-*.sqlite3"):
        older.unlink(missing_ok=True)
    unfinished = kept().with_suffix(f".{os.getpid()}")
    with contextlib.closing(sqlite3.connect(unfinished)) as copy:
        connection.connection.backup(copy)
    unfinished.replace(kept())


def migrate_libraries(connection):
    """The tables of everything that is not ours, and what they stand on."""
    executor = MigrationExecutor(connection)
    leaves = [leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] not in OURS]
    executor.migrate(leaves)
    if connection.vendor == "sqlite" and not kept().exists():
        kept().parent.mkdir(exist_ok=True)
        keep(connection)


def migrate_with_data(connection):
    """Runs ours one by one, with a row in each table from its first day. Returns where each row is and what it said."""
    executor = MigrationExecutor(connection)
    plan = [migration for migration, _backwards in executor.migration_plan(executor.loader.graph.leaf_nodes())]
    assert {migration.app_label for migration in plan} == set(OURS)
    state = executor._create_project_state(with_applied_migrations=True)
    filler, before = Filler(connection), {}
    for number, migration in enumerate(plan, 1):
        state = executor.apply_migration(state, migration)
        unfinished = {later.app_label for later in plan[number:] if later.initial}  # its tables come in two parts
        filler.fill(state.apps, set(OURS) - unfinished)
        new = {table: place for table, place in filler.rows.items() if table not in before}
        before |= contents(connection, new)
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    return filler.rows, before


def test_what_is_in_the_database_outlives_every_migration(empty_database):
    migrate_libraries(empty_database)
    places, before = migrate_with_data(empty_database)

    after = contents(empty_database, places)
    assert {table for table, row in after.items() if row is None} == set()
    assert differences(before, after) == []
    assert triggers.missing(empty_database) == []
    for model in our_models():
        assert str(model._base_manager.first()), model  # the code of today reads it


def our_models():
    """The models of today."""
    return [model for model in apps.get_models() if model._meta.app_label in OURS and not model._meta.proxy]


def differences(before, after):
    """Columns that say something else than at first."""
    return [
        (table, column, value, after[table][column])
        for table, row in before.items()
        for column, value in row.items()
        if column in after[table] and after[table][column] != value and (table, column) not in CHANGED_ON_PURPOSE
    ]
