"""The rehearsal: a portal with people, comments and pictures is saved while it runs; somebody is erased; the machine is
lost; the backup is put back. Every command in a process of its own, on both databases.
"""

import contextlib
import os
import shutil
import sqlite3

import pytest

from tests.faults.test_restore import IS_POSTGRESQL, LATER, URL, Portal, _on_server
from tests.migrated import kept_database, kept_template

FILL = """
import io, json
import django; django.setup()
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Page, Site
from articles.models import ArticlePage, TopicPage
from portal.models import CommunitySettings, HomePage, Picture, User
from tests.consenting import a_contact, a_request
from tests.conversing import a_comment
from tests.reviewing import add_live
User.objects.create_superuser("rosa", "rosa@staff.example.org", "not-used-anywhere")
home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Home", slug="restored-home"))
Site.objects.all().delete()
site = Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
CommunitySettings.objects.create(site=site, publisher_name="Example Health Press")
topic = home.add_child(instance=TopicPage(title="Myeloma", slug="myeloma"))
body = [{"type": "text", "value": "<h2>What it means</h2><p>Active again.</p>"}]
article = add_live(topic, ArticlePage(title="Relapse", slug="relapse", summary="What comes next.", body=body))
drawn = io.BytesIO()
Image.new("RGB", (60, 40), "#e6d7c3").save(drawn, "PNG")
picture = Picture.objects.create(title="Marrow", file=ImageFile(drawn, name="marrow.png"))
a_comment(article, state="published", address="dora@example.org", text="What helped me was to write a list.")
for name in ("anna", "berta", "clara"):
    a_contact(site, f"{name}@example.org")
print(json.dumps({"picture": picture.file.name}))
"""
LOOK = """
import json
import django; django.setup()
from comments.models import Comment
from consent.models import Consent, Contact
from consent.addresses import parse_address
from consent.rules.suppressing import is_suppressed
from portal.models import ContentChange, Picture
print(json.dumps({
    "known": sorted(str(contact.address) for contact in Contact.objects.all()),
    "given": sorted({str(consent.contact.address) for consent in Consent.objects.given()}),
    "suppressed": [is_suppressed(parse_address(f"{name}@example.org")) for name in ("anna", "berta", "clara")],
    "comments": list(Comment.objects.values_list("state", flat=True)),
    "bytes": len(Picture.objects.get().file.read()),
    "changes": list(ContentChange.objects.values_list("tag", flat=True)),
}))
"""
ALL = ["anna@example.org", "berta@example.org", "clara@example.org", "dora@example.org"]


@pytest.fixture(scope="module")
def prototype(tmp_path_factory):
    """A portal with everything in it, made once."""
    folder = tmp_path_factory.mktemp("prototype")
    with database_of(f"backup_{os.getpid()}", template=kept_template() if IS_POSTGRESQL else "") as url:
        if not IS_POSTGRESQL and kept_database().exists():
            shutil.copyfile(kept_database(), folder / "portal.sqlite3")
        made = Portal(folder, url)
        made.manage("migrate", "--verbosity", "0")
        made.picture = made.program(FILL)["picture"]
        yield made


@pytest.fixture
def filled(prototype, tmp_path):
    """A copy of it for one test."""
    folder = shutil.copytree(prototype.folder, tmp_path / "portal")
    template = prototype.url.rpartition("/")[2]
    with database_of(f"{template}_copy", template=template) as url:
        portal = Portal(folder, url)
        portal.picture = folder / "media" / prototype.picture
        yield portal


@contextlib.contextmanager
def database_of(name, *, template):
    """The address of a database of this name on PostgreSQL; nothing on SQLite, whose file lies in the folder."""
    if not IS_POSTGRESQL:
        yield ""
        return
    _on_server(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield f"{URL.rpartition('/')[0]}/{name}"
    finally:
        _on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def save(portal, *options):
    """A backup. Returns its path and what was said."""
    said = portal.manage("backup", str(portal.folder / "backups"), *options)
    return max((portal.folder / "backups").glob("portal-*.tar")), said


def damage(portal):
    """The disk is lost: database and media."""
    shutil.rmtree(portal.folder / "media")
    if IS_POSTGRESQL:
        name = portal.url.rpartition("/")[2]
        _on_server(f'DROP DATABASE "{name}" WITH (FORCE)')
        _on_server(f'CREATE DATABASE "{name}"')
        return
    for ending in ("-wal", "-shm"):
        (portal.folder / f"portal.sqlite3{ending}").unlink(missing_ok=True)
    (portal.folder / "portal.sqlite3").write_bytes(b"\x00damaged" * 5000)


def journal_of(portal):
    """The journal's lines."""
    return (portal.folder / "elsewhere" / "erasures.jsonl").read_text().splitlines()


def test_a_lost_portal_comes_back_whole_and_brings_back_nobody_who_was_erased(filled):
    backup, said = save(filled)
    assert "It holds no key" in said
    key = filled.variables["CONSENT_KEYS"]
    assert key.encode() not in backup.read_bytes()
    assert b"anna@example.org" not in backup.read_bytes()
    assert backup.stat().st_mode & 0o077 == 0
    filled.program(LATER)  # anna is erased, berta withdraws, clara complains

    damage(filled)
    replace = [] if IS_POSTGRESQL else ["--replace"]
    said = filled.manage("restore", str(backup), *replace)

    after = filled.program(LOOK)
    assert after["known"] == ALL[1:]
    assert after["given"] == ["clara@example.org", "dora@example.org"]
    assert after["suppressed"] == [True, False, True]
    assert after["comments"] == ["published"]
    assert after["bytes"] == filled.picture.stat().st_size > 0
    assert after["changes"] == ["*"]
    assert "1 erasures, 1 withdrawals, 2 suppressions" in said
    assert "consent.ConsentEntry" in said
    assert "is bad" not in said
    assert "1 media are back" in said
    assert "all in order" in filled.manage("verify_ledger")
    assert not (filled.folder / "maintenance").exists()
    assert not list(filled.folder.glob(".portal-restore-*"))


def test_a_portal_in_use_is_replaced_when_told_so_and_says_what_is_lost(filled):
    backup, _said = save(filled)
    filled.program(LATER)
    assert "is in use" in filled.manage("restore", str(backup), fails=True)
    assert filled.program(LOOK)["known"] == ALL[1:]

    filled.picture.write_bytes(b"overwritten")
    said = filled.manage("restore", str(backup), "--replace")
    assert "newer ones of this machine are lost" in said
    after = filled.program(LOOK)
    assert after["known"] == ALL[1:]
    assert after["bytes"] > len(b"overwritten")


def test_a_new_machine_takes_over_the_journal_of_the_archive_and_warns(filled):
    filled.program(LATER)
    lines = journal_of(filled)
    backup, _said = save(filled)
    shutil.rmtree(filled.folder / "elsewhere")
    damage(filled)
    said = filled.manage("restore", str(backup), "--replace")
    assert "WARNING: there was no journal" in said
    assert journal_of(filled) == lines
    assert filled.program(LOOK)["known"] == ALL[1:]


def test_what_is_wrong_with_an_archive_is_said_before_anything_is_touched(filled):
    backup, _said = save(filled)
    before, whole = filled.program(LOOK), backup.read_bytes()
    digest = "0" * 64
    assert "noted the digest" in filled.manage("restore", str(backup), "--replace", "--sha256", digest, fails=True)
    other = {"CONSENT_KEYS": "YW5vdGhlci1rZXktZm9yLXRlc3RzLTAxMjM0NTY3ODk"}
    filled.variables, own = {**filled.variables, **other}, filled.variables
    assert "CONSENT_KEYS lacks the key" in filled.manage("restore", str(backup), "--replace", fails=True)
    filled.variables = own
    backup.write_bytes(whole[: len(whole) // 2])
    assert "Nothing was touched" in filled.manage("restore", str(backup), "--replace", fails=True)
    place = whole.index(b"\x89PNG") + 20
    backup.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    assert "was altered" in filled.manage("restore", str(backup), "--replace", fails=True)
    assert filled.program(LOOK) == before
    assert not (filled.folder / "maintenance").exists()


def test_an_archive_of_an_older_portal_is_brought_forward(filled):
    filled.manage("migrate", "portal", "0005", "--verbosity", "0")
    backup, _said = save(filled)
    said = filled.manage("restore", str(backup), "--replace")
    assert "newer migrations were applied" in said
    assert filled.program(LOOK)["known"] == ALL


def test_older_backups_go_and_other_files_stay(filled):
    first, _said = save(filled)
    names = [f"portal-2024010{day}-000000Z.tar" for day in range(1, 5)]
    for name in names:
        shutil.copyfile(first, first.parent / name)
    (first.parent / "notes.tar").write_text("kept")
    save(filled, "--keep", "2")
    left = sorted(path.name for path in first.parent.iterdir())
    assert len([name for name in left if name.startswith("portal-")]) == 2
    assert "notes.tar" in left
    assert not [name for name in left if name.endswith(".part")]


def test_a_backup_of_a_damaged_database_is_refused(filled):
    if IS_POSTGRESQL:
        pytest.skip("SQLite alone can be damaged by writing into its file")
    with sqlite3.connect(filled.folder / "portal.sqlite3") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (filled.folder / "portal.sqlite3").write_bytes(b"\x00damaged" * 5000)
    assert "can't be copied" in filled.manage("backup", str(filled.folder / "backups"), fails=True)
    assert not list((filled.folder / "backups").glob("*"))
