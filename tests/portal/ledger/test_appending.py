"""Entries are added one after the other, however many come at once; what is undone leaves no gap."""

import shutil

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from articles.models import Contribution
from portal.ledger.proof import prove
from tests.migrated import kept_database
from tests.portal.ledger.appending import WRITERS, append_at_once
from tests.portal.ledger.conftest import contribute
from tests.portal.test_database import run

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
APPEND = "import django; django.setup(); from tests.portal.ledger import appending; print(appending.append_at_once())"
DEMO = {"DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "portal.settings.demo"}


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_fifty_writers_at_once_neither_fork_the_chain_nor_lose_an_entry_on_postgresql():
    assert append_at_once() == []
    proof = prove(Contribution)
    assert (proof.entries, proof.fault) == (WRITERS, None)
    assert set(Contribution.objects.values_list("revision_id", flat=True)) == set(range(WRITERS))


@pytest.fixture
def file_database(tmp_path, django_db_setup):
    """A folder with a migrated SQLite database."""
    shutil.copy(kept_database(), tmp_path / "portal.sqlite3")
    return tmp_path


@on_sqlite
def test_fifty_writers_at_once_neither_fork_the_chain_nor_lose_an_entry_on_sqlite(file_database):
    shown = run(APPEND, file_database, **DEMO)
    assert shown.stdout == "[]\n", shown.stderr
    verify = "import django; django.setup(); from django.core.management import call_command as call"
    shown = run(f"{verify}; call('verify_ledger', 'articles.Contribution')", file_database, **DEMO)
    assert shown.stdout.startswith(f"articles.Contribution: {WRITERS} entries, all in order."), shown.stderr


@on_sqlite
def test_the_server_does_not_start_with_ledgers_that_could_be_changed(file_database):
    start = run("import portal.wsgi; print('started')", file_database, **DEMO)
    assert start.stdout == "started\n", start.stderr
    drop = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('DROP TRIGGER %s'); c.commit()"
    name = "ledger_articles_reviewdecision_update"
    run(f"{drop % name}".replace("sys.argv[1]", repr(str(file_database / "portal.sqlite3"))), file_database)
    refused = run("import portal.wsgi; print('started')", file_database, **DEMO)
    assert refused.stdout == ""
    assert f"The database would let its ledgers be changed ({name} missing)" in refused.stderr
    assert "Traceback" not in refused.stderr


@on_sqlite
def test_the_server_starts_while_the_database_is_away(tmp_path):
    url = "postgresql://portal@127.0.0.1:1/portal"
    shown = run("import portal.wsgi; print('started')", tmp_path, **{**DEMO, "DATABASE_URL": url})
    assert shown.stdout == "started\n", shown.stderr


def test_what_is_undone_leaves_no_gap(entries):
    with transaction.atomic():
        contribute(6)
        transaction.set_rollback(True)
    assert contribute(7).number == 6
    assert prove(Contribution).fault is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_a_test_that_empties_the_database_meets_no_trigger(time):
    assert not Contribution.objects.exists()
    contribute(1)
    call_command("verify_ledger", verbosity=0)
