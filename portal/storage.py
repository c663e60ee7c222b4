"""Uploaded files on a disk: whole, or not at all.

Django writes a file under its name, and leaves a part of it there when the disk is full or the process is killed. Here
it is written under another name, and gets its own once it is whole.
"""

import errno
import os
import secrets
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage

NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK})  # a disk without them: names are given by moving
UNFINISHED = ".unfinished"  # how the names of files end that are being written


class WholeFileStorage(FileSystemStorage):
    """Files in ``MEDIA_ROOT``."""

    def _save(self, name: str, content: Any) -> str:
        unfinished = f"{name}.{secrets.token_hex(8)}{UNFINISHED}"
        try:
            super()._save(unfinished, content)  # type: ignore[misc]  # Django's types leave it out
            return self._named(unfinished, name)
        finally:
            Path(self.path(unfinished)).unlink(missing_ok=True)

    def _named(self, unfinished: str, name: str) -> str:
        """Gives a whole file its name, or one beside it if that was taken meanwhile."""
        while True:
            try:
                os.link(self.path(unfinished), self.path(name))
                return name
            except FileExistsError:
                name = self.get_available_name(name)
            except OSError as error:
                if error.errno not in NO_LINKS:
                    raise
                os.rename(self.path(unfinished), self.path(name))
                return name
