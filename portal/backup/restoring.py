"""Puts a backup back. Everything is checked before anything is touched: every digest, the kind of database, whether
this portal knows the archive's migrations and has its keys, and that nobody works on what would be lost.

Then, behind the maintenance page: the database whole or not at all, migrations, triggers, media, what apps have to do
(erasures are carried out again: GDPR, article 17), the proof of every ledger, and all kept pages are forgotten.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from portal.backup import database
from portal.backup.archive import checked_manifest, extract, file_digest
from portal.backup.concerns import CONCERNS
from portal.backup.errors import RestoreError
from portal.backup.taking import FURTHER, MEDIA, note
from portal.ledger import triggers
from portal.ledger.proof import prove
from portal.ledger.tables import ledgers
from portal.models import ContentChange
from portal.page_cache.triggers import install as note_changes
from portal.page_cache.triggers import note_everything
from portal.worker import is_alive

Say = Callable[[str], None]


def restore(path: Path, *, say: Say, may_replace: bool = False, sha256: str = "") -> bool:
    """Puts the backup in ``path`` back, and says in sentences what it does. Whether all ledgers are in order then.

    Raises ``RestoreError`` with a sentence that says what was touched.
    """
    manifest = _checked(path, sha256, say)
    lost = _demand_free_place(may_replace)
    with _maintenance(), _room() as folder:
        name = manifest["database"]["name"]
        parts = dict(extract(path, folder, lambda part: part == name or part.startswith(FURTHER)))
        if kept := database.replace_by(parts[name]):
            say(kept)
        _say_what_came_back(manifest, lost, say)
        _bring_forward(say)
        _put_media_back(path, folder, say)
        for concern in CONCERNS.values():
            for sentence in concern.afterwards(folder / FURTHER):
                say(sentence)
        is_good = _prove_ledgers(say)
        note(datetime.fromisoformat(manifest["made_at"]))
        forget_kept_pages()
        say("All kept pages are made anew.")
    return is_good


def forget_kept_pages() -> None:
    """Every process makes every page anew, whatever it knows of changes."""
    ContentChange.objects.all().delete()
    note_changes(connection)
    note_everything(connection)


def _checked(path: Path, sha256: str, say: Say) -> dict[str, Any]:
    if sha256 and path.is_file() and file_digest(path) != sha256.strip().lower():
        raise RestoreError(f"{path.name} is not the file of which you noted the digest. Nothing was touched.")
    try:
        manifest = checked_manifest(path)
        objections = list(_objections(manifest))
    except RestoreError as error:
        raise RestoreError(f"{error} Nothing was touched.") from None
    except KeyError:
        raise RestoreError(f"The manifest of {path.name} lacks something. Nothing was touched.") from None
    if objections:
        raise RestoreError(" ".join([*objections, "Nothing was touched."]))
    parts = len(manifest["parts"])
    say(f"{path.name} was made on {manifest['made_at']} by version {manifest['portal']}. All {parts} parts are whole.")
    return manifest


def _objections(manifest: dict[str, Any]) -> Iterator[str]:
    vendor, name = manifest["database"]["vendor"], manifest["database"]["name"]
    if vendor != connection.vendor:
        yield f"The backup is of {vendor}, and this portal runs on {connection.vendor} (DATABASE_URL)."
    elif name != database.NAMES[vendor] or name not in manifest["parts"]:
        yield "The backup holds no database."
    loader = MigrationLoader(None)
    known = {*loader.disk_migrations, *((a, n) for m in loader.disk_migrations.values() for a, n in m.replaces)}
    for app, names in manifest["migrations"].items():
        if app in loader.migrated_apps and (newer := sorted({name for name in names if (app, name) not in known})):
            yield f"It was made by a newer portal: this one does not know {app}.{newer[0]}. Upgrade the portal first."
    for concern in CONCERNS.values():
        yield from concern.objections(manifest["facts"].get(concern.name, {}))


def _demand_free_place(may_replace: bool) -> database.Contents | None:
    """What is in the database that will be lost. Raises ``RestoreError`` if nobody said that it may be."""
    try:
        found = database.contents()
        is_used = found is not None and database.is_in_use(found)
        is_running = found is not None and "portal_jobrun" in found.rows and is_alive()
    except DatabaseError as error:
        found, is_used, is_running = None, True, False
        if connection.vendor == "postgresql":
            raise RestoreError(f"The database does not answer: {str(error).strip()}. Nothing was touched.") from None
    if is_used and not may_replace:
        raise RestoreError(
            "The database is in use, or can't be read. Say --replace if all of it may be lost. Nothing was touched."
        )
    if is_running:
        raise RestoreError(
            "A worker gave a sign of life within the last minute. Stop the worker and the server first: it would send "
            "mail from the restored outbox before the erasures are carried out again. Nothing was touched."
        )
    return found


@contextmanager
def _maintenance() -> Iterator[None]:
    """Readers see the maintenance page meanwhile, and afterwards too if something went wrong half-way."""
    was_on = settings.MAINTENANCE_FILE.exists()
    settings.MAINTENANCE_FILE.parent.mkdir(parents=True, exist_ok=True)
    settings.MAINTENANCE_FILE.touch()
    try:
        yield
    except RestoreError as error:
        if not was_on and not error.has_changed:
            settings.MAINTENANCE_FILE.unlink(missing_ok=True)
        raise
    if not was_on:
        settings.MAINTENANCE_FILE.unlink(missing_ok=True)


@contextmanager
def _room() -> Iterator[Path]:
    """A folder that nobody else can read, on the disk of the data."""
    with tempfile.TemporaryDirectory(prefix=".portal-restore-", dir=settings.MAINTENANCE_FILE.parent) as folder:
        yield Path(folder)


def _say_what_came_back(manifest: dict[str, Any], lost: database.Contents | None, say: Say) -> None:
    found = database.contents()
    rows = found.rows if found else {}
    if rows != manifest["rows"]:
        differing = sorted(name for name in {*rows, *manifest["rows"]} if rows.get(name) != manifest["rows"].get(name))
        raise RestoreError(
            f"The database was restored, and {differing[0]} has another number of rows than the backup had. Something "
            "else writes to it: stop the server and the worker, and restore once more with --replace.",
            has_changed=True,
        )
    say(f"The database is back: {sum(rows.values()):,} rows of {len(rows)} tables, as counted when it was saved.")
    for name, (number, digits) in manifest["ledgers"].items():
        before = lost.heads.get(name, (0, ""))[0] if lost else 0
        gone = f" {before - number} newer ones of this machine are lost." if before > number else ""
        say(f"{name} ends with entry {number} ({digits[:12]}…).{gone}")


def _bring_forward(say: Say) -> None:
    executed = MigrationLoader(connection).applied_migrations
    call_command("migrate", interactive=False, verbosity=0)
    newer = MigrationLoader(connection).applied_migrations.keys() - executed.keys()
    say(f"{len(newer)} newer migrations were applied." if newer else "It has every migration.")
    names = triggers.missing(connection)
    say("The triggers of ledgers are in their place." if not names else f"Triggers are missing: {', '.join(names)}.")


def _put_media_back(path: Path, folder: Path, say: Say) -> None:
    """Writes each file of the archive over what is there. Files that are there beside them stay."""
    number = 0
    for name, file in extract(path, folder, lambda part: part.startswith(MEDIA)):
        target = name.removeprefix(MEDIA)
        if default_storage.exists(target):
            default_storage.delete(target)
        with file.open("rb") as content:
            default_storage.save(target, File(content))
        file.unlink()
        number += 1
    shutil.rmtree(folder / MEDIA, ignore_errors=True)
    say(f"{number} media are back. Newer ones beside them were left.")


def _prove_ledgers(say: Say) -> bool:
    is_good = True
    for ledger in ledgers():
        proof = prove(ledger)
        if proof.fault:
            is_good = False
            say(f"{ledger._meta.label}: entry {proof.fault.number} is bad: {proof.fault.reason}.")
        else:
            say(f"{ledger._meta.label}: {proof.entries} entries, all in order.")
    return is_good
