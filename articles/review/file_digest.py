"""The digest of a stored file by its bytes. Wagtail's ``file_hash`` may be empty or stale when code set the file.

Remembered by name and by what the storage says of the last change, so that an unchanged file is read once.
"""

import hashlib
from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path

from django.core.files.storage import Storage

from articles.review.errors import NotReviewableError
from portal.reread import also_read

_CHUNK = 1 << 16


def file_digest(storage: Storage, name: str) -> str:
    """64 hexadecimal digits. Raises ``NotReviewableError`` for a file that can't be read, for whatever reason."""
    try:
        changed = _last_change(storage, name)
        also_read(lambda: _last_change(storage, name), changed)
        return _digest(storage, name, changed)
    except Exception as error:  # each kind of storage has errors of its own
        raise NotReviewableError(f"the file {name} can't be read") from error


def _last_change(storage: Storage, name: str) -> Hashable:
    try:
        found = Path(storage.path(name)).stat()
    except NotImplementedError:  # no file on this machine
        return storage.size(name), storage.get_modified_time(name)
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino  # the time of modification can be set


@lru_cache(maxsize=4096)
def _digest(storage: Storage, name: str, _last_change: Hashable) -> str:
    digest = hashlib.sha256()
    with storage.open(name) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
