"""What a mail server's answer means (RFC 5321, section 4.2.1; RFC 3463 for the codes of three numbers).

Its words are never kept: they may hold the address. What is kept is a short code such as ``smtp-550-5.1.1``.
"""

import re
import smtplib
from dataclasses import dataclass
from enum import Enum, auto

from portal.smtp import NotHandedOverError

_ENHANCED = re.compile(r"\s*([245]\.\d{1,3}\.\d{1,3})\b")
# The mailbox or its domain is not there (RFC 3463, section 3.2). 5.1.7 to 5.1.9 speak of the sender.
NO_MAILBOX = frozenset({"5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10"})
_TOO_LARGE = 552
_ACCESS_DENIED = (401, 403, 407)  # HTTP: the account with the provider, not the mail
_TOO_MANY = 429
_REFUSED_BY_PROVIDER = "AnymailRecipientsRefused"  # by name: anymail is an extra
_NOT_SENT = frozenset({"ConnectTimeout", "ConnectTimeoutError", "NewConnectionError", "NameResolutionError"})


class Outcome(Enum):
    """What became of a mail that was handed to the server."""

    ACCEPTED = auto()
    LATER = auto()  # refused for now
    REFUSED = auto()  # refused for good, for whatever the mail is
    NO_MAILBOX = auto()  # refused for good, because there is no such mailbox
    UNKNOWN = auto()  # the answer did not arrive
    AWAY = auto()  # nothing was handed over: no mail can be, now


@dataclass(frozen=True)
class Answer:
    """The outcome, and a short code that tells nothing of the person. ``is_ours``: the operator has to see to it."""

    outcome: Outcome
    code: str = ""
    is_ours: bool = False


def understand(error: Exception) -> Answer:
    """What it means that handing over a mail failed with ``error``."""
    match error:
        case NotHandedOverError():
            return Answer(Outcome.AWAY, "server-away")
        case smtplib.SMTPRecipientsRefused():
            code, words = next(iter(error.recipients.values()))
            return _of_code(code, words)
        case smtplib.SMTPSenderRefused():
            return _of_sender(error)
        case smtplib.SMTPAuthenticationError():
            return Answer(Outcome.AWAY, f"smtp-{error.smtp_code}", is_ours=True)
        case smtplib.SMTPResponseException():
            return _of_code(error.smtp_code, error.smtp_error)
        case smtplib.SMTPNotSupportedError() | ValueError() | TypeError():
            return Answer(Outcome.REFUSED, "unsendable", is_ours=True)
        case _ if hasattr(error, "status_code"):
            return _of_provider(error)
    return Answer(Outcome.UNKNOWN, "no-answer")


def understand_absence(error: Exception) -> Answer:
    """What it means that no connection could be made. Never the fault of a mail."""
    code = getattr(error, "smtp_code", None)
    return Answer(Outcome.AWAY, f"smtp-{code}" if code else "server-away", is_ours=code is not None)


def _of_code(code: int, words: bytes | str) -> Answer:
    enhanced = _enhanced(words)
    name = f"smtp-{code}-{enhanced}" if enhanced else f"smtp-{code}"
    if not 500 <= code < 600:
        return Answer(Outcome.LATER, name)
    return Answer(Outcome.NO_MAILBOX if enhanced in NO_MAILBOX else Outcome.REFUSED, name)


def _of_sender(error: smtplib.SMTPSenderRefused) -> Answer:
    """Refused before the recipient was named: the account or its pace, unless it is the size (RFC 1870)."""
    answer = _of_code(error.smtp_code, error.smtp_error)
    if error.smtp_code == _TOO_LARGE:
        return Answer(Outcome.REFUSED, answer.code)
    return Answer(Outcome.LATER, f"sender-{answer.code}"[:60], is_ours=True)


def _of_provider(error: Exception) -> Answer:
    """An HTTP interface of a provider, as anymail's exceptions tell of it."""
    status = getattr(error, "status_code", None)
    if _REFUSED_BY_PROVIDER in {kind.__name__ for kind in type(error).__mro__}:
        return Answer(Outcome.REFUSED, "provider-refused")
    if status is None or status < 400:
        was_sent = not any(type(cause).__name__ in _NOT_SENT for cause in _causes(error))
        return Answer(Outcome.UNKNOWN, "no-answer") if was_sent else Answer(Outcome.AWAY, "server-away")
    name = f"http-{status}"
    if status in _ACCESS_DENIED:
        return Answer(Outcome.LATER, name, is_ours=True)
    is_refused = 400 <= status < 500 and status != _TOO_MANY
    return Answer(Outcome.REFUSED if is_refused else Outcome.LATER, name)


def _causes(error: BaseException) -> list[BaseException]:
    """The error, and what led to it, also what a library packed into another one."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException) and one not in found:
            found.append(one)
            waiting += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]
    return found


def _enhanced(words: bytes | str) -> str:
    text = words.decode("ascii", "replace") if isinstance(words, bytes) else words
    found = _ENHANCED.match(text)
    return found.group(1) if found else ""
