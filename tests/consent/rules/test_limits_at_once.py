"""Limits hold however many ask at once."""

import shutil
from datetime import timedelta

import pytest
from django.db import connection

from consent.rules.limits import Limit, take
from tests.migrated import kept_database
from tests.portal.test_database import run
from tests.racing import at_once

HOURLY = Limit("sign-up", 5, timedelta(hours=1))
TAKERS = 20
TAKE = "import django; django.setup(); from tests.consent.rules.test_limits_at_once import takers; print(takers())"
DEMO = {"DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "portal.settings.demo"}


def takers():
    """How many of twenty at once are within the limit, and what went wrong."""
    answers = at_once(*[lambda: take(HOURLY, "192.0.2.7")] * TAKERS)
    return sum(answer is True for answer in answers), sum(answer is False for answer in answers)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("one_span")
def test_twenty_at_once_share_one_limit_on_postgresql():
    assert takers() == (5, 15)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
def test_twenty_at_once_share_one_limit_on_sqlite(tmp_path, django_db_setup):
    shutil.copy(kept_database(), tmp_path / "portal.sqlite3")
    shown = run(TAKE, tmp_path, **DEMO)
    assert shown.stdout == "(5, 15)\n", shown.stderr
