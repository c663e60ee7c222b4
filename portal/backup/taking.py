"""Makes a backup while the portal runs: first the database, then the media, then further files such as the journal of
erasures.

In this order, every picture that the database names is in the archive, and the journal is never older than the
database. The file gets its name once it is whole and on the disk: what ends in ``.part`` is none.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

import django
import wagtail
from django.core.files.storage import Storage, default_storage
from django.db import connection, transaction

from portal.backup import database
from portal.backup.archive import Writer, file_digest
from portal.backup.concerns import CONCERNS
from portal.backup.errors import BackupError
from portal.models import JobRun
from portal.version import version

MEDIA, FURTHER = "media/", "further/"
NAME = "portal-{:%Y%m%d-%H%M%S}Z.tar"
_NAMES = re.compile(r"portal-\d{8}-\d{6}Z\.tar")
RUN = "backup"  # name of the row that tells when the last one was made


class Taken(NamedTuple):
    """A backup that was made."""

    path: Path
    sha256: str
    manifest: dict[str, Any]
    missed: list[str]  # media that vanished meanwhile
    removed: list[Path]


def take(folder: Path, *, keep: int | None = None) -> Taken:
    """Makes a backup in ``folder``, and leaves the ``keep`` newest there. Raises ``BackupError`` with a sentence."""
    now = datetime.now(UTC)
    path = folder / NAME.format(now)
    unfinished = path.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".portal-backup-", dir=folder) as working:
            manifest, missed = _write(unfinished, Path(working), now)
        digest = file_digest(unfinished)
        unfinished.rename(path)
        _settle(folder)
        removed = _rotate(folder, keep) if keep else []
    except OSError as error:
        raise BackupError(f"The backup can't be written to {folder}: {error.strerror or error}.") from None
    finally:
        unfinished.unlink(missing_ok=True)
    note(now)
    return Taken(path, digest, manifest, missed, removed)


def _write(unfinished: Path, working: Path, now: datetime) -> tuple[dict[str, Any], list[str]]:
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        writer = Writer(file, at=now.timestamp())
        copied, contents = database.copy(working)
        _add_file(writer, copied.name, copied)
        copied.unlink()
        missed = _add_media(writer, default_storage)
        facts: dict[str, Any] = {}
        for concern in CONCERNS.values():
            facts[concern.name] = dict(concern.facts())
            for name, path in concern.files().items():
                if path.exists():
                    _add_file(writer, FURTHER + name, path)
        manifest = writer.finish({
            "made_at": now.isoformat(timespec="seconds"),
            "portal": version(),
            "libraries": {"django": django.get_version(), "wagtail": wagtail.__version__},
            "database": {"vendor": connection.vendor, "name": copied.name},
            "migrations": contents.migrations,
            "rows": contents.rows,
            "ledgers": contents.heads,
            "facts": facts,
        })  # fmt: skip
        file.flush()
        os.fsync(file.fileno())
    return manifest, missed


def _add_file(writer: Writer, name: str, path: Path) -> None:
    with path.open("rb") as file:
        writer.add(name, file, os.fstat(file.fileno()).st_size)  # a journal may grow meanwhile: what was there is taken


def _add_media(writer: Writer, storage: Storage) -> list[str]:
    """Every file of the media, wherever they are kept. Names of those that vanished meanwhile."""
    missed = []
    for name in media_names(storage):
        file: IO[bytes]
        try:
            file = storage.open(name, "rb")
            size = file.size
        except FileNotFoundError:
            missed.append(name)
            continue
        with file:
            writer.add(MEDIA + name, file, size)
    return missed


def media_names(storage: Storage, folder: str = "") -> Iterator[str]:
    """The names of all media, folder by folder."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from sorted(folder + name for name in files)
    for name in sorted(folders):
        yield from media_names(storage, f"{folder}{name}/")


def _rotate(folder: Path, keep: int) -> list[Path]:
    ours = sorted(path for path in folder.iterdir() if _NAMES.fullmatch(path.name))
    for path in ours[:-keep]:
        path.unlink()
    return ours[:-keep]


def _settle(folder: Path) -> None:
    """A new name survives a power cut once its folder is on the disk too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def note(now: datetime) -> None:
    """So that the doctor and the metrics can tell when the newest backup was made."""
    with transaction.atomic():
        values = {"finished_at": now, "has_failed": False}
        JobRun.objects.update_or_create(name=RUN, defaults=values, create_defaults={**values, "due_at": now})
