"""The demonstration in a server process of its own, with its own database, files and static files: what a reader
gets, without a short cut. Tests that only read share one for the whole run.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import dj_database_url
import psycopg

from portal.environment import PROJECT_DIR
from tests.migrated import kept_database, kept_template
from tests.served.pages import MAIL

PATIENCE = 60  # seconds until the server answers
SECOND_COMMUNITY = "migraine.localhost"


@dataclass(frozen=True)
class ServedPortal:
    """A running portal."""

    port: int
    data_dir: Path

    @property
    def url(self) -> str:
        """Address of the first community, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def fetch(self, path, **headers):
        """Status, headers and body of a page, whatever its status."""
        request = urllib.request.Request(f"{self.url}{path}", headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return response.status, response.headers, response.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    @contextlib.contextmanager
    def under_maintenance(self):
        """Shows readers the maintenance page for a while."""
        switch = self.data_dir / "maintenance"
        switch.touch()
        try:
            yield
        finally:
            switch.unlink()


@contextlib.contextmanager
def serve(data_dir: Path):
    """Migrates, loads the demonstration, gathers static files and serves them. Ends the server afterwards."""
    port = _free_port()
    with _database(os.environ.get("DATABASE_URL", "")) as database_url:
        variables = {
            **os.environ,
            "DEMO": "true",
            "SECRET_KEY": "for-tests-only-" + "0123456789-abcdefghijklmnopqrstuvwxyz",
            "CONSENT_KEYS": "Zm9yLXNlcnZlZC10ZXN0cy0wMTIzNDU2Nzg5YWJjZGU",
            "DJANGO_SETTINGS_MODULE": "tests.served.settings",
            "DATA_DIR": str(data_dir),
            "TRUSTED_PROXIES": "127.0.0.1",
            "DATABASE_URL": database_url,
            "PORT": str(port),
        }
        if not database_url and kept_database().exists():
            shutil.copyfile(kept_database(), data_dir / "portal.sqlite3")
        for command in (["migrate"], ["load_demo", "--port", str(port)], ["collectstatic", "--no-input"]):
            _run([sys.executable, "manage.py", *command, "--verbosity", "0"], variables)
        _keep_mail(data_dir / "mail")
        granian = Path(sys.executable).with_name("granian")
        options = ["--interface", "wsgi", "--port", str(port), "--blocking-threads", "4", "--log-level", "warning"]
        log = data_dir / "server.log"
        with log.open("w") as output:
            server = subprocess.Popen(
                [granian, *options, "portal.wsgi:application"],
                cwd=PROJECT_DIR,
                env=variables,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            portal = ServedPortal(port, data_dir)
            _wait_for(portal, server, log)
            yield portal
        finally:
            server.terminate()
            server.wait(timeout=30)


def _run(command, variables):
    done = subprocess.run(command, cwd=PROJECT_DIR, env=variables, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, f"{command} failed:\n{done.stdout}{done.stderr}"


def _keep_mail(folder):
    """A letter in the mailbox, with all that one may have."""
    message = EmailMessage()
    message["Subject"], message["Date"] = "Please confirm", "Thu, 01 Jan 2026 12:00:00 +0000"
    message["From"], message["To"] = "Blood Cancer Community <portal@localhost>", "anna@example.org"
    message.set_content("Open this page: http://127.0.0.1:8000/a-to-z/\n")
    message.add_alternative("<p>Open <a href='http://127.0.0.1:8000/a-to-z/'>this page</a>.</p>", subtype="html")
    message.add_attachment(b"{}", maintype="application", subtype="json", filename="receipt.json")
    folder.mkdir(exist_ok=True)
    (folder / f"{MAIL}.eml").write_bytes(message.as_bytes(policy=message.policy.clone(linesep="\r\n")))


def _wait_for(portal, server, log):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert server.poll() is None, f"The server ended: {log.read_text()}"
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            portal.fetch("/robots.txt")
            return
        time.sleep(0.1)
    raise AssertionError(f"The server did not answer: {log.read_text()}")


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def _database(database_url):
    """The address of a new database on the same server; empty for SQLite in the data folder."""
    if not database_url.startswith("postgres"):
        yield ""
        return
    address = dj_database_url.parse(database_url)
    name = f"{address['NAME']}_served_{os.getpid()}"
    server, _slash, _name = database_url.rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{kept_template()}"')
        try:
            yield f"{server}/{name}"
        finally:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
