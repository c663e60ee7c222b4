"""Keys change while the portal runs, and the process that changes them is killed half-way."""

import os
import shutil
import signal
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.db import connection

from portal.environment import PROJECT_DIR
from tests.consent.keys.conftest import a_key
from tests.migrated import kept_database

PEOPLE = 600
SETTINGS = {
    "DEMO": "true",
    "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOP",
    "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
}


@pytest.fixture
def environment(tmp_path, request):
    """The environment of processes that share one database: a file, or the test's own on PostgreSQL."""
    url = ""
    if connection.vendor == "sqlite":
        request.getfixturevalue("django_db_setup")
        shutil.copy(kept_database(), tmp_path / "portal.sqlite3")
    else:
        request.getfixturevalue("transactional_db")
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    return {**os.environ, **SETTINGS, "DATA_DIR": str(tmp_path), "DATABASE_URL": url}


def begin(call, environment, *keys):
    """A process that makes one call of ``tests.faults.rotating`` with these keys, newest first."""
    return start(
        f"import django; django.setup(); from tests.faults import rotating; rotating.{call}", environment, keys
    )


def start(program, environment, keys):
    return subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=PROJECT_DIR,
        env={**environment, "CONSENT_KEYS": ",".join(a_key(key) for key in keys)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def end(process):
    """What it printed, if it ended well."""
    said, complained = process.communicate(timeout=240)
    assert process.returncode == 0, complained
    return said


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_killed_half_way_it_goes_on_while_people_come_and_go_and_links_outlive_two_rotations(environment, tmp_path):
    folder = str(tmp_path)
    end(begin(f"fill({folder!r}, {PEOPLE})", environment, "old"))

    killed = begin("rotate()", environment, "new", "old")
    assert next(line for line in killed.stdout if line.startswith("contacts:"))
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    counts = begin(f"everybody_is_found({PEOPLE}); print(*rotating.made_with())", environment, "new", "old")
    new, old = (int(number) for number in end(counts).split())
    assert new >= 20
    assert old > 0

    rotation = begin("rotate()", environment, "new", "old")
    life = begin(f"live({folder!r})", environment, "new", "old")
    end(life)
    assert "no address is sealed with it" in end(rotation)
    assert end(begin(f"all_is_well({PEOPLE})", environment, "new", "old")).startswith("well")

    end(begin("rotate()", environment, "newest", "new", "old"))
    assert end(begin(f"all_is_well({PEOPLE})", environment, "newest")).startswith("well")
    end(begin(f"stop_all({folder!r})", environment, "newest"))

    server = "import portal.wsgi; print('started')"
    assert end(start(server, environment, ["newest"])) == "started\n"
    refused = start(server, environment, ["other"])
    said, complained = refused.communicate(timeout=240)
    assert (refused.returncode, said) == (1, "")
    assert "CONSENT_KEYS lacks the key" in complained
    assert a_key("other") not in complained
