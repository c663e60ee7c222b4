"""How the portal connects: bounded and pooled on PostgreSQL, never "database is locked" on SQLite."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

from portal.environment import PROJECT_DIR

SHOW = "import json; from portal.settings.base import DATABASES; print(json.dumps(DATABASES['default'], default=str))"
COUNT = """
import threading
import django; django.setup()
from django.db import connection, transaction
connection.cursor().execute("CREATE TABLE counter (value integer)")
connection.cursor().execute("INSERT INTO counter VALUES (0)")
failures = []

def count_one_up():
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            value = cursor.execute("SELECT value FROM counter").fetchone()[0]
            cursor.execute("UPDATE counter SET value = %s", [value + 1])
    except Exception as error:
        failures.append(error)
    finally:
        connection.close()

threads = [threading.Thread(target=count_one_up) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(connection.cursor().execute("SELECT value FROM counter").fetchone()[0], failures)
"""


def run(program, tmp_path, **variables):
    """Runs a program in a process of its own, with these variables."""
    key = "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOP"
    environment = {**os.environ, "DEMO": "true", "SECRET_KEY": key, "DATA_DIR": str(tmp_path), **variables}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, timeout=120)


def database(tmp_path, **variables):
    """The database settings of a process with these variables."""
    return json.loads(run(SHOW, tmp_path, **variables).stdout)


def test_sqlite_in_the_data_folder_is_the_default(tmp_path):
    settings = database(tmp_path, DATABASE_URL="")
    assert settings["ENGINE"] == "django.db.backends.sqlite3"
    assert settings["NAME"] == str(tmp_path / "portal.sqlite3")
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_postgresql_is_pooled_and_every_wait_is_bounded(tmp_path):
    url = "postgresql://portal:p%40ss@db.example.org:5433/health?sslmode=require"
    settings = database(tmp_path, DATABASE_URL=url, DATABASE_TIMEOUT="20", DATABASE_POOL_SIZE="3")
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == ("db.example.org", 5433, "health")
    assert settings["PASSWORD"] == "p@ss"
    options = settings["OPTIONS"]
    assert options["sslmode"] == "require"
    assert options["connect_timeout"] == 5
    assert options["tcp_user_timeout"] == 20_000
    assert options["options"] == "-c statement_timeout=20000 -c jit=off -c random_page_cost=1.1"
    assert options["pool"] == {"min_size": 1, "max_size": 3, "timeout": 5}


def test_pooling_can_be_switched_off(tmp_path):
    settings = database(tmp_path, DATABASE_URL="postgresql://db.example.org/health", DATABASE_POOL_SIZE="0")
    assert "pool" not in settings["OPTIONS"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
def test_postgresql_stops_a_statement_that_takes_too_long(db):
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("30s",)


def test_writers_at_once_on_sqlite_are_all_served(tmp_path):
    shown = run(COUNT, tmp_path, DATABASE_URL="", DJANGO_SETTINGS_MODULE="portal.settings.demo")
    assert shown.stdout == "8 []\n", shown.stderr
