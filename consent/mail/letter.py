"""A letter as it leaves the portal, and who writes which kind.

``@writes("confirm")`` registers the function that writes a kind. It gets the outbox row, looks up who it goes to, asks
once more whether it may go out, and returns the letter or raises ``NotToBeSentError`` with the reason.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from consent.addresses import Address
from consent.models import OutgoingMail


class NotToBeSentError(Exception):
    """The mail is no longer wanted or allowed. Its words are a short code that tells nothing of the person."""


@dataclass(frozen=True)
class Letter:
    """One mail, written. ``sender`` is the name that stands before the portal's address."""

    to: Address
    subject: str
    text: str
    html: str = ""
    sender: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    attachments: tuple[tuple[str, str, str], ...] = ()  # name, content, type


Writer = Callable[[OutgoingMail], Letter]
WRITERS: dict[str, Writer] = {}


def writes(kind: str) -> Callable[[Writer], Writer]:
    """Registers the function below as the writer of ``kind``."""

    def add(writer: Writer) -> Writer:
        WRITERS[kind] = writer
        return writer

    return add


def write(mail: OutgoingMail) -> Letter:
    """The letter that ``mail`` stands for. Raises ``NotToBeSentError``, and ``KeyError`` for an unknown kind."""
    return WRITERS[mail.kind](mail)
