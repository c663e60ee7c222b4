"""No e-mail address in any log (DESIGN.md, C1): not in a message, its values, or a traceback. Nor the token of a
link that somebody got by mail: whoever has it may do what the link does.

Every handler of the settings formats its lines with this. Rather mask what only looks like an address than let one
pass.
"""

import logging
import re

MASK, TOKEN_MASK = "[address]", "[token]"
# A mailbox (RFC 5322, section 3.4.1), quoted or not, also with the sign percent-encoded as in a URL. The bounds keep
# the time that it takes in proportion to the text.
_LIKE_AN_ADDRESS = re.compile(
    r"""(?:"[^"\n]{1,80}"|[^\s@<>"'(),;:=\[\]{}|&?/\\]{1,200})(?:@|%40)(?:\[[^\]\s]{1,80}\]|[^\s@<>"'(),;:=\[\]{}|&?/\\]{1,255})"""
)


def scrub(text: str) -> str:
    """``text`` with everything masked that is like an address."""
    return _LIKE_AN_ADDRESS.sub(MASK, text) if "@" in text or "%40" in text else text


class ScrubbingFormatter(logging.Formatter):
    """Masks the line as a whole, and the traceback once more: other handlers get to see the one that is kept."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with its traceback."""
        line = scrub(super().format(record))
        token = _token_of(record)
        return line.replace(token, TOKEN_MASK) if token else line

    def formatException(self, ei) -> str:  # noqa: N802 - the library's name
        """The traceback."""
        return scrub(super().formatException(ei))


def _token_of(record: logging.LogRecord) -> str:
    """The token in the path of the request that a record is about. Every address that holds one calls it so."""
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    return str(match.kwargs.get("token", "")) if match else ""
