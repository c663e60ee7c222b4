"""Keys change while the portal runs, and the process that changes them is killed half-way."""

import os
import shutil
import signal
import subprocess
import sys
from ast import literal_eval
from urllib.parse import urlsplit

import pytest
from django.db import connection

from portal.environment import PROJECT_DIR
from tests.consent.keys.conftest import a_key
from tests.faults import rotating
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


def begin(task, environment, keys, *arguments):
    """A process that does one task of ``rotating`` with these keys, newest first, and prints its answer."""
    call = f"rotating.{task.__name__}{arguments!r}"
    return start(f"import django; django.setup(); from tests.faults import rotating; print({call})", environment, keys)


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


@pytest.mark.django_db(transaction=True)
def test_killed_half_way_it_goes_on_while_people_come_and_go_and_links_outlive_two_rotations(environment, tmp_path):
    folder = str(tmp_path)
    end(begin(rotating.fill, environment, ["old"], folder, PEOPLE))

    killed = begin(rotating.rotate, environment, ["new", "old"])
    assert next(line for line in killed.stdout if line.startswith("contacts:"))
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    end(begin(rotating.everybody_is_found, environment, ["new", "old"], PEOPLE))
    new, old = literal_eval(end(begin(rotating.made_with, environment, ["new", "old"])))
    assert new >= 20
    assert old > 0

    rotation = begin(rotating.rotate, environment, ["new", "old"])
    life = begin(rotating.live, environment, ["new", "old"], folder)
    end(life)
    assert "no address is sealed with it" in end(rotation)
    end(begin(rotating.all_is_well, environment, ["new", "old"], PEOPLE))

    end(begin(rotating.rotate, environment, ["newest", "new", "old"]))
    end(begin(rotating.all_is_well, environment, ["newest"], PEOPLE))
    end(begin(rotating.stop_all, environment, ["newest"], folder))

    server = "import portal.wsgi; print('started')"
    assert end(start(server, environment, ["newest"])) == "started\n"
    refused = start(server, environment, ["other"])
    said, complained = refused.communicate(timeout=240)
    assert (refused.returncode, said) == (1, "")
    assert "CONSENT_KEYS lacks the key" in complained
    assert "Traceback" not in complained
    assert a_key("other") not in complained
