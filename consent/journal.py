"""What must outlive a restore from a backup: erasures, withdrawals and suppressions, a line each, in a file of its own.

A line is written before the database commits: a line too many stops mail that somebody wanted to stop, a line too few
would bring it back. ``rules.suppressing.lift`` is the one event that is written after.

The file (``ERASURE_JOURNAL``) holds keyed references, codes of purposes and times, and no address. It is not part of a
backup of the database: after a restore, ``manage.py reapply_erasures`` carries out again what the backup had forgotten
(EDPB, Guidelines 5/2019 on the right to be forgotten; GDPR, article 17).
"""

import fcntl
import json
import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils import timezone


class JournalError(Exception):
    """The journal can't be written or read. Whatever wanted to write to it did not happen."""


def write(event: str, reference: str, **values: str) -> None:
    """Adds a line and waits until the disk has it. Raises ``JournalError``."""
    line = json.dumps({"at": timezone.now().isoformat(), "event": event, "reference": reference, **values})
    path = Path(settings.ERASURE_JOURNAL)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            _add(descriptor, (line + "\n").encode())
        finally:
            os.close(descriptor)
    except OSError as error:
        raise JournalError(f"The journal of erasures can't be written: {type(error).__name__}.") from error


def _add(descriptor: int, line: bytes) -> None:
    """The whole line or nothing of it, one writer at a time: half a line would spoil the next as well."""
    fcntl.flock(descriptor, fcntl.LOCK_EX)  # until it is closed
    length = os.fstat(descriptor).st_size
    try:
        if os.write(descriptor, line) < len(line):
            raise OSError("The disk is full.")
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, length)
        raise


def entries() -> Iterator[dict]:
    """The lines, oldest first. Raises ``JournalError`` with the line that can't be read."""
    path = Path(settings.ERASURE_JOURNAL)
    if not path.exists():
        return
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            try:
                entry = json.loads(line)
            except ValueError:
                raise JournalError(f"Line {number} of the journal of erasures can't be read.") from None
            yield entry
