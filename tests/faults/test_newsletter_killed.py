"""A newsletter is queued by processes that are killed in the act and by several at once: nobody is queued
twice, nobody is forgotten.

SQLite is asked in a file, PostgreSQL in the test database: each process has a connection of its own.
"""

import os
import shutil
import subprocess
import sys
from urllib.parse import quote

import pytest
from django.db import connection

from portal.environment import PROJECT_DIR
from tests.faults.newsletter_workers import READERS
from tests.migrated import kept_database

BEGIN = "import django; django.setup(); from tests.faults import newsletter_workers as w; w."
# Without a transaction around the test: its processes see what it wrote.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def environment(tmp_path, settings):
    """The variables with which a process uses the database of this test."""
    database = connection.settings_dict
    url = ""
    if connection.vendor == "sqlite":
        shutil.copy(kept_database(), tmp_path / "portal.sqlite3")
    else:
        user = quote(database["USER"]) + (f":{quote(database['PASSWORD'])}" if database["PASSWORD"] else "")
        url = f"postgresql://{user}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
    return {
        **os.environ,
        "DATABASE_URL": url,
        "DATA_DIR": str(tmp_path),
        "DEMO": "true",
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
        "SECRET_KEY": settings.SECRET_KEY,
        "CONSENT_KEYS": ",".join(settings.CONSENT_KEYS),
    }


@pytest.fixture
def begin(environment):
    """``begin("queue()")``: starts a process."""
    begun = []

    def start(call):
        command = [sys.executable, "-c", BEGIN + call]
        process = subprocess.Popen(command, cwd=PROJECT_DIR, env=environment, stdout=subprocess.PIPE, text=True)
        begun.append(process)
        return process

    yield start
    for process in begun:
        process.kill()
        process.communicate()


def finish(process):
    shown, _nothing = process.communicate(timeout=120)
    assert process.returncode == 0
    return shown


def test_workers_that_are_killed_and_workers_at_once_queue_everybody_once(begin):
    finish(begin("prepare()"))
    for _time in range(2):
        worker = begin("queue(pause=0.005)")
        assert worker.stdout.readline() == "in the middle of a batch\n"
        worker.kill()  # SIGKILL: it can't tidy up
        worker.wait()
        queued, _people, counted, is_queued = finish(begin("report()")).split()
        assert 0 < int(queued) < READERS
        assert (int(queued) % 25, counted, is_queued) == (0, queued, "False")
    for worker in [begin("queue(pause=0.001)") for _worker in range(3)]:
        finish(worker)
    assert finish(begin("report()")) == f"{READERS} {READERS} {READERS} True\n"
