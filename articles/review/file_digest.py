"""The digest of a stored file by its bytes. Wagtail's ``file_hash`` may be empty or stale when code set the file.

Remembered by name, size and time of the last change, so that an unchanged file is read once.
"""

import hashlib
from functools import lru_cache

from django.core.files.storage import Storage

from articles.review.errors import NotReviewableError

_CHUNK = 1 << 16


def file_digest(storage: Storage, name: str) -> str:
    """64 hexadecimal digits. Raises ``NotReviewableError`` for a file that can't be read."""
    try:
        return _digest(storage, name, storage.size(name), storage.get_modified_time(name))
    except (OSError, ValueError) as error:
        raise NotReviewableError(f"the file {name} can't be read") from error


@lru_cache(maxsize=4096)
def _digest(storage: Storage, name: str, _size: int, _modified: object) -> str:
    digest = hashlib.sha256()
    with storage.open(name) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
