"""No log says anything of a person (DESIGN.md, C1): no e-mail address, no network address, no token of a link or
session that somebody holds, nothing that somebody typed into a form or an address, and no value that a database names
in an error. Neither in a message, nor in its values, nor in a traceback. And nobody writes a line of their own into it:
what would end one, or move what is read, is escaped.

Every handler of the settings formats its lines with this. Rather mask what only looks like an address than let one
pass. Code is not masked: of a traceback, the files, lines and functions stay.
"""

import ipaddress
import logging
import re
import traceback
from collections.abc import Iterator

from django.db import Error as DatabaseError

from portal.request_ids import current_number, current_request
from portal.typed_values import mask_typed

MASK, TOKEN_MASK, NETWORK_MASK, VALUE_MASK = "[address]", "[token]", "[network]", "[value]"
# A mailbox (RFC 5322, section 3.4.1), quoted or not, also with the sign percent-encoded as in a URL. Marks that a path
# or a query has too belong to it where they stand right before the sign. The bounds keep the time that it takes in
# proportion to the text.
_LIKE_AN_ADDRESS = re.compile(
    r"""(?:"[^"\n]{1,80}"|[^\s@<>"'(),;:=\[\]&?/\\]{1,200}['=&?/]{0,64}|['=&?/]{1,64})(?:@|%40)(?:\[[^\]\s]{1,80}\]|[^\s@<>"'(),;:=\[\]{}|&?/\\]{1,255})"""
)
_IPV4 = r"(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d)"
_LIKE_A_NETWORK = re.compile(
    rf"(?<![\w.:])(?:[0-9a-fA-F]{{0,4}}:){{2,7}}(?:{_IPV4}|[0-9a-fA-F]{{0,4}})(?![\w:])|(?<![\w.]){_IPV4}"
)
_LOOPBACK = "127."
_SHORTEST = 6  # characters; "::1" is this machine, "a::b" is code
# Random text of 16 characters and more: as a part of a path if it has a capital letter, which no address of a page has;
# elsewhere if it has capital and small letters and digits; a session's key; the token of a new password.
_LIKE_A_TOKEN = re.compile(
    r"(?<=/)(?=[\w-]{0,200}[A-Z])[\w-]{16,200}(?=[/\s?#\"']|$)"
    r"|(?<![\w./-])(?=[\w-]{0,200}[A-Z])(?=[\w-]{0,200}[a-z])(?=[\w-]{0,200}\d)[\w-]{16,200}(?![\w./-])"
    r"|(?<![\w-])(?=[a-z0-9]{0,200}[g-z])(?=[a-z0-9]{0,200}\d)[a-z0-9]{32,200}(?![\w-])"
    r"|(?<![\w-])[a-z0-9]{4,13}-[0-9a-f]{32,64}(?![\w-])",
    re.ASCII,
)
# What ends a line, moves a terminal's cursor, or turns the order of what is read: C0, C1, separators, directions.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_QUOTED = re.compile(r"""'[^'\n]{0,500}'|"[^"\n]{0,500}"|\([^()\n]{0,500}\)=\([^()\n]{0,500}\)""")


def scrub(text: str) -> str:
    """``text`` with everything masked that is like an address, a network or a token."""
    if "@" in text or "%40" in text:
        text = _LIKE_AN_ADDRESS.sub(MASK, text)
    text = _LIKE_A_TOKEN.sub(TOKEN_MASK, text)
    return _LIKE_A_NETWORK.sub(_network, text) if "." in text or ":" in text else text


def escaped(text: str) -> str:
    """``text`` on one line that moves nothing: with a newline as ``\\n``, so that nobody writes a line of ours."""
    return _CONTROLS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def words_of(error: BaseException) -> str:
    """What an error says, without what it says of somebody. A database's words end before its details and values."""
    text = str(error)
    if isinstance(error, DatabaseError) or type(error).__module__.split(".")[0] in ("psycopg", "sqlite3"):
        text = _QUOTED.sub(VALUE_MASK, text.split("\n", 1)[0])
    lines = scrub(mask_typed(text, current_request())).split("\n")
    return "\n    ".join(map(escaped, lines))  # none of which begins as a line of ours does


class ScrubbingFormatter(logging.Formatter):
    """Masks the line as a whole, and the traceback once more: other handlers get to see the one that is kept."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with its traceback."""
        record.request_id = number_for(record)
        record.exc_text = None  # what another handler wrote may not be masked
        return super().format(record)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        """The line, without its traceback."""
        record.message = message_of(record)
        return super().formatMessage(record)

    def formatException(self, ei) -> str:  # noqa: N802 - the library's name
        """The traceback."""
        return traceback_of(ei[1])

    def formatStack(self, stack_info: str) -> str:  # noqa: N802 - the library's name
        """Where the line was written: code alone."""
        return stack_info


def number_for(record: logging.LogRecord) -> str:
    """The number of the request that a record is about."""
    request = getattr(record, "request", None)
    return str(getattr(request, "number", "") or current_number() or "-")


def message_of(record: logging.LogRecord) -> str:
    """The message with its values, masked, on one line. Without values that do not fit: Python would print both."""
    try:
        text = record.getMessage()
    except Exception as error:  # noqa: BLE001 - whatever a value does when it is written out
        text = f"{record.msg} [its values can't be written: {type(error).__name__}]"
    request = getattr(record, "request", None)
    if token := _token_of(request):
        text = text.replace(token, TOKEN_MASK)
    return escaped(scrub(mask_typed(text, request if hasattr(request, "META") else current_request())))


def traceback_of(error: BaseException | None) -> str:
    """Where it happened, and the masked words of each error that led there."""
    return "\n".join(_chained(error)) if error else ""


def _chained(error: BaseException, depth: int = 0) -> Iterator[str]:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and depth < 10:
        yield from _chained(cause, depth + 1)
        yield "\nWhich led to:\n"
    if error.__traceback__ is not None:
        yield "Traceback (most recent call last):"
        yield "".join(traceback.format_tb(error.__traceback__)).rstrip()
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    words = words_of(error)
    yield f"{name}: {words}" if words else name


def _token_of(request) -> str:
    """The token in the path of a request. Every address that holds one calls it so."""
    match = getattr(request, "resolver_match", None)
    return str(match.kwargs.get("token", "")) if match else ""


def _network(found: re.Match[str]) -> str:
    text = found[0]
    if text.startswith(_LOOPBACK) or len(text) < _SHORTEST:
        return text
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return text
    return NETWORK_MASK
