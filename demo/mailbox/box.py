"""The messages that were kept, read from their files."""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

NAME = re.compile(r"\d{8}-\d{6}-\d{6}-[0-9a-f]{8}")  # and nothing that could lead out of the folder
SHOWN = 100


@dataclass(frozen=True)
class Attachment:
    """A file that came with a message."""

    name: str
    content: bytes


@dataclass(frozen=True)
class SentMail:
    """One message. ``name``: of its file."""

    name: str
    source: bytes

    @property
    def message(self) -> EmailMessage:
        """The message, parsed."""
        return email.message_from_bytes(self.source, policy=policy.default)  # type: ignore[return-value]

    @property
    def subject(self) -> str:
        """The subject, decoded."""
        return str(self.message["Subject"] or "")

    @property
    def sender(self) -> str:
        """Whom it comes from."""
        return str(self.message["From"] or "")

    @property
    def recipient(self) -> str:
        """Whom it goes to."""
        return str(self.message["To"] or "")

    @property
    def date(self):
        """When it was written."""
        return getattr(self.message["Date"], "datetime", None)

    @property
    def text(self) -> str:
        """The plain text."""
        return self._body("plain")

    @property
    def html(self) -> str:
        """The HTML, empty if there is none."""
        return self._body("html")

    @property
    def headers(self) -> str:
        """The headers as they were sent."""
        return self.source.partition(b"\r\n\r\n")[0].decode("ascii", "replace")

    @property
    def attachments(self) -> list[Attachment]:
        """The files that came with it."""
        parts = self.message.iter_attachments()
        return [Attachment(part.get_filename() or "file", part.get_payload(decode=True) or b"") for part in parts]

    def _body(self, kind: str) -> str:
        part = self.message.get_body((kind,))
        content = part.get_payload(decode=True) if part else None
        return content.decode("utf-8", "replace") if isinstance(content, bytes) else ""


def folder() -> Path | None:
    """Where messages are kept; None if a real server sends them."""
    path = getattr(settings, "EMAIL_FILE_PATH", None)
    return Path(path) if path else None


def sent_mails() -> Iterator[SentMail]:
    """The newest first."""
    place = folder()
    files = sorted(place.glob("*.eml"), reverse=True) if place else []
    return (SentMail(file.stem, file.read_bytes()) for file in files[:SHOWN] if NAME.fullmatch(file.stem))


def sent_mail(name: str) -> SentMail | None:
    """The message of this name."""
    place = folder()
    file = place / f"{name}.eml" if place and NAME.fullmatch(name) else None
    return SentMail(name, file.read_bytes()) if file and file.is_file() else None
