"""Keeps each message as a file of its own instead of sending it."""

import os
import uuid
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

MOST = 500  # files; the oldest go first


class EmailBackend(BaseEmailBackend):
    """Writes into ``EMAIL_FILE_PATH``. Names begin with the time, so that they sort by it."""

    def send_messages(self, messages):
        """Returns how many were kept."""
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(parents=True, exist_ok=True)
        for message in messages:
            name = f"{timezone.now():%Y%m%d-%H%M%S-%f}-{uuid.uuid4().hex[:8]}"
            unfinished = folder / f"{name}.part"
            with unfinished.open("wb") as file:
                file.write(message.message().as_bytes(linesep="\r\n"))
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(folder / f"{name}.eml")
        for old in sorted(folder.glob("*.eml"))[:-MOST]:
            old.unlink(missing_ok=True)
        return len(messages)
