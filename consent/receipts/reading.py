"""Reads what somebody pasted or uploaded. It may be anything: whatever is no receipt gets a sentence, never an error.

Strict, because a signature is worth what the reader reads (RFC 8785, section 3.1; RFC 7493, I-JSON): a name that stands
twice, a number that is none and a fraction are refused.
"""

import json
from typing import Any

from django.utils.translation import gettext as _

from portal.strict_json import once

LARGEST = 1024 * 1024  # bytes
DEEPEST = 32  # a receipt has six levels


class UnreadableError(Exception):
    """This is no receipt. Its words are a sentence for the person."""


def read(data: bytes) -> dict[str, Any]:
    """The object that ``data`` holds. Raises ``UnreadableError``."""
    if len(data) > LARGEST:
        raise UnreadableError(_("This is larger than a receipt can be."))
    if not data.strip():
        raise UnreadableError(_("Paste a receipt or choose a file."))
    try:
        value = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=once, parse_constant=_refused, parse_float=_refused
        )
        if not isinstance(value, dict) or _depth(value) > DEEPEST:
            raise ValueError
    except (ValueError, RecursionError):
        raise UnreadableError(_("This is no receipt: it can’t be read.")) from None
    return value


def _refused(text: str) -> Any:
    raise ValueError("no whole number")


def _depth(value: Any) -> int:
    """How many levels there are, counted without recursion."""
    level, depth = [value], 0
    while level:
        depth += 1
        children = [
            each.values() if isinstance(each, dict) else each for each in level if isinstance(each, dict | list)
        ]
        level = [inner for each in children for inner in each]
    return depth
