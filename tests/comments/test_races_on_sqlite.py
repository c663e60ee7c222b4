"""The races of ``test_races`` that mean something where one writer at a time begins."""

import ast
import shutil

import pytest
from django.db import connection

from tests.migrated import kept_database
from tests.portal.test_database import run

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
RACE = "import django; django.setup(); from tests.comments import racing_on_sqlite as races; print(races.race())"


def test_whatever_comes_at_one_moment_ends_well_on_sqlite(tmp_path, django_db_setup):
    shutil.copy(kept_database(), tmp_path / "portal.sqlite3")
    shown = run(RACE, tmp_path, DATABASE_URL="", DJANGO_SETTINGS_MODULE="portal.settings.demo")
    assert shown.returncode == 0, shown.stderr
    answers = ast.literal_eval(shown.stdout.splitlines()[-1])
    assert len(answers) == 5
    assert not [wrong for each in answers for wrong in each if wrong]
