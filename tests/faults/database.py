"""A database of its own for tests that kill processes: they commit, and others look on."""

import contextlib
import os
import sqlite3

import psycopg
from django.core.cache import cache
from django.db import connections


@contextlib.contextmanager
def own_database(folder):
    """Points this process at a fresh copy of the migrated test database, and gives its address for others."""
    original = connections["default"]
    copy = _copied_file(original, folder) if original.vendor == "sqlite" else _copied_database(original)
    with copy as (name, address), pointed_at(NAME=name):
        yield address


@contextlib.contextmanager
def pointed_at(**values):
    """Points this process, with all threads that begin now, at another database of the same kind."""
    original, settings = connections["default"], connections.settings["default"]
    options = {key: value for key, value in original.settings_dict["OPTIONS"].items() if key != "pool"}
    connections.settings["default"] = {**original.settings_dict, **values, "OPTIONS": options}
    connections["default"] = connections.create_connection("default")
    cache.clear()
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"], connections.settings["default"] = original, settings
        cache.clear()


@contextlib.contextmanager
def _copied_file(original, folder):
    file = folder / "portal.sqlite3"
    original.ensure_connection()
    with contextlib.closing(sqlite3.connect(file)) as copy:
        original.connection.backup(copy)
    yield str(file), f"sqlite:///{file}"


@contextlib.contextmanager
def _copied_database(original):
    """PostgreSQL copies a database that nobody is connected to: what threads of earlier tests left open is ended."""
    original.close()
    original.close_pool()
    template = original.settings_dict["NAME"]
    name = f"{template}_faults_{os.getpid()}"
    server = os.environ["DATABASE_URL"].rpartition("/")[0]
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [template])
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield name, f"{server}/{name}"
        finally:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
