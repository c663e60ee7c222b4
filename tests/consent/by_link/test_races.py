"""However many press the buttons of one link at one moment, one effect comes of it."""

import os
import shutil
import subprocess
import sys

import pytest
from django.db import connection

from portal.environment import PROJECT_DIR
from tests.consent.by_link.racing import race
from tests.migrated import kept_database

# The tests' own database on SQLite has one connection that all threads share: a file of its own has one for each.
ALONE = (
    "import django; django.setup(); from tests.consent.by_link.racing import race; assert not (found := race()), found"
)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_presses_at_one_moment_have_one_effect_on_postgresql():
    assert race() == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
def test_presses_at_one_moment_have_one_effect_on_sqlite(django_db_setup, tmp_path):
    shutil.copy(kept_database(), tmp_path / "portal.sqlite3")
    variables = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test", "DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", ALONE],
        cwd=PROJECT_DIR,
        env=variables,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
