import contextlib
import os
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, Site

from consent.models import OutgoingMail
from portal.environment import PROJECT_DIR
from portal.models import CommunitySettings, HomePage
from tests.consenting import a_contact
from tests.faults.database import own_database
from tests.faults.mail_server import mail_server
from tests.faults.running import RunningPortal

PATIENCE = 60  # seconds
LONGEST = [
    "test_backup",
    "test_withdrawal",
    "test_two_at_once",
    "test_killed_workers",
    "test_restore",
    "test_database_away",
]


def pytest_collection_modifyitems(items):
    """Begins with the files that take longest, so that no process waits for them in the end."""
    items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))


@pytest.fixture
def database_url(tmp_path, transactional_db):
    """The address of a database of its own, to which this process is pointed too."""
    with own_database(tmp_path) as address:
        yield address


@pytest.fixture
def site(database_url):
    """A community in that database."""
    return make_site()


def make_site():
    """A community with nothing but a home page."""
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Home", slug="faults"))
    site, _made = Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "health.example.org", "root_page": home}
    )
    CommunitySettings.objects.create(site=site, publisher_name="Example Health Press")
    return site


@pytest.fixture
def contact(site):
    """Somebody who confirmed, to whom nothing waits to be sent."""
    contact = a_contact(site)
    OutgoingMail.objects.all().delete()
    return contact


@pytest.fixture
def server():
    """A real mail server."""
    with mail_server() as running:
        yield running


class Workers:
    """Worker processes, killed at the end whatever happens."""

    def __init__(self, folder, variables):
        self.folder, self.variables, self.processes = folder, variables, []

    def begin(self, *options, **variables):
        """Begins one and returns its process."""
        log = (self.folder / f"worker-{len(self.processes)}.log").open("w")
        process = subprocess.Popen(
            [sys.executable, "manage.py", "worker", *options],
            cwd=PROJECT_DIR,
            env={**self.variables, **variables},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        self.processes.append(process)
        return process

    def work(self):
        """Has one do all that is due."""
        process = self.begin("--once")
        assert process.wait(timeout=PATIENCE) == 0, self.logs

    def kill_at(self, place):
        """Begins one, kills it at that place, and lets its lease run out."""
        stopped = self.folder / f"stopped-{len(self.processes)}"
        process = self.begin("--once", STOP_AT=place, STOPPED=str(stopped))
        wait_until(stopped.exists)
        process.kill()
        process.wait(timeout=PATIENCE)
        let_leases_run_out()

    @property
    def logs(self):
        """All that they wrote."""
        return "".join(file.read_text() for file in sorted(self.folder.glob("worker-*.log")))


def variables_of(folder, database_url, settings, **more):
    """The environment of processes with this database, and keys that this process has too."""
    return {
        **os.environ,
        "DEMO": "true",
        "SECRET_KEY": settings.SECRET_KEY,
        "CONSENT_KEYS": ",".join(settings.CONSENT_KEYS),
        "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
        "DATABASE_URL": database_url,
        "DATA_DIR": str(folder),
        "ERASURE_JOURNAL": str(folder / "erasures.jsonl"),
        "EMAIL_FROM": "portal@health.example.org",
        "TRUSTED_PROXIES": "127.0.0.0/8",
        **more,
    }


@contextlib.contextmanager
def running_portal(folder, database_url, settings, **more):
    """A portal whose processes are killed at the end, whatever happens."""
    portal = RunningPortal(folder, variables_of(folder, database_url, settings, **more))
    try:
        yield portal
    finally:
        portal.end()


@pytest.fixture
def portal(tmp_path, database_url, settings, server):
    """A portal on the database of this test, with a real mail server."""
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    settings.MEDIA_ROOT = str(tmp_path / "media")
    with running_portal(tmp_path, database_url, settings, MAIL_PORT=str(server.port)) as running:
        yield running


@pytest.fixture
def workers(tmp_path, database_url, settings, server):
    """``workers.work()``, ``workers.kill_at("settling")``."""
    variables = variables_of(tmp_path, database_url, settings, MAIL_PORT=str(server.port))
    running = Workers(tmp_path, variables)
    yield running
    for process in running.processes:
        process.kill()
        process.wait()
    assert "anna@" not in running.logs
    assert "Traceback" not in running.logs


def wait_until(holds, patience=PATIENCE):
    """Waits until something is so."""
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline, "It did not happen in time."
        time.sleep(0.02)


def let_leases_run_out():
    """As if time had passed."""
    OutgoingMail.objects.exclude(lease=None).update(leased_until=timezone.now() - timedelta(seconds=1))


def make_due():
    """As if time had passed."""
    OutgoingMail.objects.update(due_at=timezone.now())
