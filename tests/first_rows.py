"""Brings the database back to the rows that migrations made, after a test that committed.

Django can do the same: it empties every table, and makes each of the first rows anew by its model before the next such
test, which takes a second or two. Here the database itself puts back what it held.
"""

import gc
import sqlite3
import time

from django.db import connection, transaction
from django.test import TransactionTestCase

from portal.ledger import triggers
from portal.models import ContentChange

PATIENCE = 10  # seconds
_CHANGES = ContentChange._meta.db_table  # triggers of other tables write into it: it comes last


def keep_first_rows() -> None:
    """Keeps what is in the database now, and has it put back after each test with ``transaction=True``."""
    if hasattr(connection, "_test_serialized_contents"):
        del connection._test_serialized_contents  # or Django would make the first rows anew as well
    put_back = _whole_file() if connection.vendor == "sqlite" else _each_table()
    TransactionTestCase._fixture_teardown = lambda test: put_back()


def _whole_file():
    """SQLite: the whole database is copied."""
    first = sqlite3.connect(":memory:", check_same_thread=False)
    connection.ensure_connection()
    connection.connection.backup(first)

    def put_back():
        connection.ensure_connection()
        ends = time.monotonic() + PATIENCE
        while True:
            try:
                first.backup(connection.connection)
                return
            except sqlite3.OperationalError:  # the test's server still answers a browser that has gone
                if time.monotonic() > ends:
                    raise
                gc.collect()  # and a cursor that nobody reads to its end goes with what holds it
                time.sleep(0.05)

    return put_back


def _each_table():
    """PostgreSQL: each table that holds something else than at first is emptied, and filled as it was."""
    with connection.cursor() as cursor:
        columns = {table: _columns(cursor, table) for table in _filled(cursor)}
        first = {table: _rows(cursor, table, columns[table]) for table in columns}

    def put_back():
        with triggers.lifted(connection), transaction.atomic(), connection.cursor() as cursor:
            for table in sorted({*_filled(cursor), *first, _CHANGES}, key=_CHANGES.__eq__):
                if table in first and _rows(cursor, table, columns[table]) == first[table]:
                    continue
                cursor.execute(f"DELETE FROM {table}")
                if table in first:
                    with cursor.copy(f"COPY {table} ({columns[table]}) FROM STDIN") as copy:
                        copy.write(first[table])

    return put_back


def _filled(cursor) -> list[str]:
    """The tables of models that hold a row."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    cursor.execute(" UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT FROM {table})" for table in tables))
    return sorted(name for (name,) in cursor.fetchall())


def _columns(cursor, table: str) -> str:
    """The columns that take values."""
    cursor.execute(
        "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute"
        " WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
        [table],
    )
    (columns,) = cursor.fetchone()
    return columns


def _rows(cursor, table: str, columns: str) -> bytes:
    """All rows, as PostgreSQL writes them."""
    with cursor.copy(f"COPY {table} ({columns}) TO STDOUT") as copy:
        return b"".join(copy)
