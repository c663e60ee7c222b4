"""A backup from before an erasure is restored, and the journal carried out: nobody comes back.

Each step runs in a process of its own, on a database of its own, as an operator would do it: a copy of the file on
SQLite, a copy of the database on PostgreSQL.
"""

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys

import dj_database_url
import psycopg
import pytest

from portal.environment import PROJECT_DIR
from tests.migrated import kept_database, kept_template

URL = os.environ.get("DATABASE_URL", "")
IS_POSTGRESQL = URL.startswith("postgres")
BEGIN = """
import json
import django; django.setup()
from wagtail.models import Page, Site
from consent.models import Contact, Token
from consent.rules.confirming import confirm
from portal.models import HomePage
from tests.consenting import a_contact, a_request
home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Home", slug="restored-home"))
Site.objects.all().delete()
site = Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
for name in ("anna", "berta", "clara"):
    a_contact(site, f"{name}@example.org")
a_request(site, "anna@example.org")
contact = Contact.objects.get(pk=a_contact(site, "anna@example.org").pk)
link = Token.issue(Token.Kind.PREFERENCES, contact=contact)
print(json.dumps({"sealed": bytes(contact.sealed_address).hex(), "subject": contact.subject, "link": link}))
"""
LATER = """
import json
import django; django.setup()
from consent.addresses import parse_address
from consent.models import ConsentEntry, Contact, Suppression
from consent.rules.erasing import erase
from consent.rules.suppressing import suppress
from consent.rules.withdrawing import withdraw_all
from portal.ledger.proof import prove
erase(parse_address("anna@example.org"), method="link", never_write=True)
withdraw_all(Contact.objects.of(parse_address("berta@example.org")).get(), method="link")
suppress(parse_address("clara@example.org"), "complaint")
proof = prove(ConsentEntry)
print(json.dumps({"number": proof.entries, "hash": proof.entry_hash}))
"""
LOOK = """
import json
import django; django.setup()
from consent.addresses import parse_address
from consent.models import Consent, ConsentEntry, Contact, OutgoingMail, Request, Suppression, Token
from consent.rules.suppressing import is_suppressed
from portal.ledger.proof import prove
from tests.consent.test_flow import whole_database
print(json.dumps({
    "known": sorted(str(contact.address) for contact in Contact.objects.all()),
    "given": sorted(str(consent.contact.address) for consent in Consent.objects.given()),
    "requests": Request.objects.count(),
    "suppressed": [is_suppressed(parse_address(f"{name}@example.org")) for name in ("anna", "berta", "clara")],
    "fault": prove(ConsentEntry).fault,
    "entries": prove(ConsentEntry).entries,
    "whole": whole_database(),
}))
"""


class Portal:
    """A portal with a database and a journal of its own, each command in a process of its own."""

    def __init__(self, folder, url):
        self.folder = folder
        self.url = url
        self.variables = {
            **os.environ,
            "DEMO": "true",
            "SECRET_KEY": "for-tests-only-" + "0123456789-abcdefghijklmnopqrstuvwxyz",
            "CONSENT_KEYS": "Zm9yLXJlc3RvcmUtdGVzdHMtMDEyMzQ1Njc4OWFiY2Q",
            "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
            "DATA_DIR": str(folder),
            "DATABASE_URL": url,
            "ERASURE_JOURNAL": str(folder / "elsewhere" / "erasures.jsonl"),
        }

    def manage(self, *command, fails=False):
        """What a command prints, on both of its outputs."""
        return self._run([sys.executable, "manage.py", *command], fails=fails)

    def program(self, source):
        """What a program prints last, as JSON."""
        return json.loads(self._run([sys.executable, "-c", source]).splitlines()[-1])

    def _run(self, command, *, fails=False):
        done = subprocess.run(
            command, cwd=PROJECT_DIR, env=self.variables, capture_output=True, text=True, timeout=300, check=False
        )
        assert bool(done.returncode) == fails, done.stdout + done.stderr
        return done.stderr + done.stdout

    def back_up(self):
        """Keeps the database as it is now."""
        if IS_POSTGRESQL:
            _on_server(f'CREATE DATABASE "{_name(self.url)}_backup" TEMPLATE "{_name(self.url)}"')
            return
        with (
            sqlite3.connect(self.folder / "portal.sqlite3") as source,
            sqlite3.connect(self.folder / "backup.sqlite3") as target,
        ):
            source.backup(target)

    def restore(self):
        """Puts the kept database in the place of the present one."""
        if IS_POSTGRESQL:
            _on_server(f'DROP DATABASE "{_name(self.url)}" WITH (FORCE)')
            _on_server(f'CREATE DATABASE "{_name(self.url)}" TEMPLATE "{_name(self.url)}_backup"')
            return
        for ending in ("-wal", "-shm"):
            (self.folder / f"portal.sqlite3{ending}").unlink(missing_ok=True)
        shutil.copyfile(self.folder / "backup.sqlite3", self.folder / "portal.sqlite3")


def _name(url):
    return dj_database_url.parse(url)["NAME"]


def _on_server(statement):
    with psycopg.connect(f"{URL.rpartition('/')[0]}/postgres", autocommit=True) as server:
        server.execute(statement)


@pytest.fixture
def portal(tmp_path):
    """A migrated portal without content."""
    with contextlib.ExitStack() as after:
        url = ""
        if IS_POSTGRESQL:
            name = f"restore_{os.getpid()}"
            url = f"{URL.rpartition('/')[0]}/{name}"
            _on_server(f'CREATE DATABASE "{name}" TEMPLATE "{kept_template()}"')
            for database in (name, f"{name}_backup"):
                after.callback(_on_server, f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
        elif kept_database().exists():
            shutil.copyfile(kept_database(), tmp_path / "portal.sqlite3")
        found = Portal(tmp_path, url)
        found.manage("migrate", "--verbosity", "0")
        yield found


def test_backup_from_before_an_erasure_brings_nobody_back(portal):
    begun = portal.program(BEGIN)
    portal.back_up()
    noted = portal.program(LATER)
    portal.restore()
    assert portal.program(LOOK)["known"] == ["anna@example.org", "berta@example.org", "clara@example.org"]

    assert "1 erasures, 1 withdrawals, 2 suppressions" in portal.manage("reapply_erasures", "--dry-run")
    assert "1 erasures, 1 withdrawals, 2 suppressions" in portal.manage("reapply_erasures")
    after = portal.program(LOOK)
    assert after["known"] == ["berta@example.org", "clara@example.org"]
    assert after["given"] == ["clara@example.org"]
    assert after["requests"] == 0
    assert after["suppressed"] == [True, False, True]
    for trace in ("anna", begun["link"], begun["sealed"], bytes.fromhex(begun["sealed"])):
        words = repr(trace)[2:-1] if isinstance(trace, bytes) else trace
        assert words not in after["whole"]
    assert begun["subject"] in after["whole"]
    assert "0 erasures, 0 withdrawals, 0 suppressions" in portal.manage("reapply_erasures")

    # The ledger is whole, as far as the backup goes. Only who noted an entry outside can tell that it is shorter.
    assert after["fault"] is None
    assert "all in order" in portal.manage("verify_ledger")
    expected = f"consent.ConsentEntry:{noted['number']}:{noted['hash']}"
    assert "is bad" in portal.manage("verify_ledger", "--expect", expected, fails=True)


def test_restored_file_holds_no_sealed_address_after_the_journal(portal):
    if IS_POSTGRESQL:
        pytest.skip("PostgreSQL gives freed space back by itself (VACUUM)")
    sealed = bytes.fromhex(portal.program(BEGIN)["sealed"])
    portal.back_up()
    portal.program(LATER)
    assert sealed not in _files_of(portal)
    portal.restore()
    assert sealed in _files_of(portal)
    portal.manage("reapply_erasures")
    assert sealed not in _files_of(portal)


def _files_of(portal):
    """The bytes of the database, once its write-ahead log has gone into it, as it does by itself from time to time."""
    with sqlite3.connect(portal.folder / "portal.sqlite3") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return b"".join(path.read_bytes() for path in portal.folder.glob("portal.sqlite3*"))
