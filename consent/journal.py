"""What must outlive a restore from a backup: erasures, withdrawals and suppressions, a line each, in a file of its own.

The file (``ERASURE_JOURNAL``) holds keyed references, codes of purposes and times, and no address. It is not part of a
backup of the database: after a restore, ``manage.py reapply_erasures`` carries out again what the backup had forgotten
(EDPB, Guidelines 5/2019 on the right to be forgotten; GDPR, article 17).

Whatever protects a person is written before the database commits: if one of the two is lost, it is never the line. A
line whose transaction was rolled back says what somebody asked for, and is carried out after a restore. Whatever allows
something again is written after the commit: without its line a restore only forbids it once more.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils import timezone


class JournalError(Exception):
    """The journal can't be written or read. Whatever wanted to write to it did not happen."""


class Line(NamedTuple):
    """One line by its number. ``entry`` is None where it can't be read: a machine stopped while it wrote."""

    number: int
    entry: dict[str, Any] | None


def write(event: str, reference: str, *, at: datetime | None = None, **values: str) -> None:
    """Adds a line and waits until the disk has it. ``at``: when it took place, if not now. Raises ``JournalError``."""
    _add({"event": event, "reference": reference, **values}, at)


def add(entry: dict[str, Any]) -> None:
    """Adds a line as another journal had it, in the same way."""
    _add(entry, datetime.fromisoformat(entry["at"]))


def _add(entry: dict[str, Any], at: datetime | None) -> None:
    path = Path(settings.ERASURE_JOURNAL)
    try:
        is_new = not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)  # given back when it is closed, however this process ends
            _append(descriptor, json.dumps({"at": (at or timezone.now()).isoformat(), **entry}))
        finally:
            os.close(descriptor)
        if is_new:
            _settle_folder(path.parent)
    except OSError as error:
        raise JournalError(f"The journal of erasures can't be written: {type(error).__name__}.") from error


def write_after_commit(event: str, reference: str) -> None:
    """Adds a line once the transaction around it is safe."""
    transaction.on_commit(partial(write, event, reference))


def lines(path: Path | None = None) -> Iterator[Line]:
    """The lines of the journal, or of a copy of it, oldest first."""
    path = Path(path or settings.ERASURE_JOURNAL)
    if not path.exists():
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield Line(number, _read(line))


def entries() -> Iterator[dict[str, Any]]:
    """What the lines say, oldest first. Raises ``JournalError`` with the line that can't be read."""
    for number, entry in lines():
        if entry is None:
            raise JournalError(f"Line {number} of the journal of erasures can't be read.")
        yield entry


def _append(descriptor: int, line: str) -> None:
    """Writes a whole line or none. One that another process left unfinished is ended first."""
    length = os.fstat(descriptor).st_size
    begins = "" if length == 0 or os.pread(descriptor, 1, length - 1) == b"\n" else "\n"
    rest = memoryview(f"{begins}{line}\n".encode())
    try:
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, length)
        raise


def _settle_folder(folder: Path) -> None:
    """A new file survives a power cut once its folder is on the disk too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read(line: bytes) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
        datetime.fromisoformat(entry["at"])
    except (ValueError, TypeError, KeyError):
        return None
    return entry if {"event", "reference"} <= entry.keys() else None
