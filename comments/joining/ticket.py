"""What one step of joining hands to the next: sealed, short-lived, in a hidden field of the form. Nothing of it is kept
here (DESIGN.md, 7; C1).

A ticket is a nonce, a dot and a sealed text that opens with that nonce alone. It works for one community, page,
language and step. Its age counts from the step, so that a pause of two hours is harmless; the whole journey has an end.
"""

import base64
import binascii
import json
import secrets
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.utils import timezone

from consent.keys.ring import UnknownKeyError
from consent.keys.sealing import SealError, seal, unseal

LIVES = timedelta(hours=4)  # from one step to the next
ENDS = timedelta(hours=24)  # of the whole journey
LONGEST = 4096  # characters
_PLACE: Any = {"table": "joining", "column": "ticket"}


class Step(StrEnum):
    """One step, in their order."""

    PRIVACY = "privacy"
    RULES = "rules"
    WORDS = "words"


class ForgedTicketError(Exception):
    """No ticket of ours, or one for another community, page or language."""


class AgedTicketError(Exception):
    """A ticket of ours that is too old. ``ticket``: what it held."""

    def __init__(self, ticket: "Ticket") -> None:
        super().__init__("aged")
        self.ticket = ticket


@dataclass(frozen=True)
class Ticket:
    """Everything that the steps before this one gathered. ``step``: the form that it stands in."""

    site: int
    page: int
    language: str
    step: Step
    begun: datetime
    made: datetime
    nonce: str
    parent: int | None = None
    address: str = field(default="", repr=False)
    chosen: tuple[str, ...] = ()
    seen: str = ""  # digest of notice, policies and purposes
    rules: int | None = None  # the version that is shown, or was accepted
    accepted: datetime | None = None
    was_asked: bool = True  # False: accepted with an earlier comment
    commenter: int | None = None  # who is known by the cookie

    def at(self, step: Step, **changes: Any) -> "Ticket":
        """The ticket of another step of the same journey."""
        return replace(self, step=step, made=timezone.now(), **changes)

    def sealed(self) -> str:
        """As it stands in the form."""
        values = {name: _plain(value) for name, value in asdict(self).items() if name != "nonce"}
        text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        return f"{self.nonce}.{base64.urlsafe_b64encode(seal(text, row=self.nonce, **_PLACE)).decode()}"


def new_nonce() -> str:
    """At most one comment comes of it."""
    return secrets.token_urlsafe(18)


def open_ticket(text: str, *, site: int, page: int, language: str) -> Ticket:
    """The ticket that a form gave back. Raises ``ForgedTicketError`` and ``AgedTicketError``."""
    ticket = _unsealed(text)
    if (ticket.site, ticket.page, ticket.language) != (site, page, language):
        raise ForgedTicketError
    now = timezone.now()
    if now > ticket.made + LIVES or now > ticket.begun + ENDS:
        raise AgedTicketError(ticket)
    return ticket


def _unsealed(text: str) -> Ticket:
    nonce, _dot, sealed = text.partition(".")
    if len(text) > LONGEST:
        raise ForgedTicketError
    try:
        values = json.loads(unseal(base64.b64decode(sealed, altchars=b"-_", validate=True), row=nonce, **_PLACE))
    except (SealError, UnknownKeyError, binascii.Error, ValueError):
        raise ForgedTicketError from None
    values |= {name: datetime.fromisoformat(values[name]) for name in ("begun", "made")}
    values |= {"accepted": datetime.fromisoformat(values["accepted"]) if values["accepted"] else None}
    return Ticket(**values | {"nonce": nonce, "step": Step(values["step"]), "chosen": tuple(values["chosen"])})


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
