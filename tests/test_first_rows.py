"""After a test that commits, the database holds what it held before."""

import sqlite3
import threading

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import TransactionTestCase

from articles.models import ReviewDecision
from portal.ledger import triggers


def everything():
    """Every row of every table of a model."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    with connection.cursor() as cursor:
        rows = {}
        for table in tables:
            cursor.execute(f"SELECT * FROM {table}")
            rows[table] = sorted(cursor.fetchall(), key=repr)
    return rows


@pytest.mark.django_db(transaction=True)
def test_what_was_added_changed_and_deleted_is_put_back(request):
    before = everything()
    request.getfixturevalue("article")
    Permission.objects.all().delete()
    Group.objects.filter(name="Editors").update(name="Others")
    assert ReviewDecision.objects.exists()
    assert everything() != before
    TransactionTestCase._fixture_teardown(None)
    assert everything() == before
    assert triggers.missing(connection) == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
@pytest.mark.django_db(transaction=True)
def test_a_server_that_still_reads_is_waited_for():
    before = everything()
    Group.objects.all().delete()
    reading = connection.connection.execute("SELECT codename FROM auth_permission")
    assert reading.fetchone()
    with pytest.raises(sqlite3.OperationalError):
        sqlite3.connect(":memory:").backup(connection.connection)
    threading.Timer(0.3, reading.close).start()
    TransactionTestCase._fixture_teardown(None)
    assert everything() == before
