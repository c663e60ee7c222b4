"""Keyed look-ups: HMAC-SHA256 (RFC 2104) of a value under the key of one use. Equal values have equal look-ups, and
nobody without the key can try addresses against them.

A look-up is the key's name, a colon and 64 hexadecimal digits. ``index`` makes one with the key in use; what was made
before a rotation is found with ``indexes``.
"""

import hashlib
import hmac

from consent.keys.ring import Key, Use, current, ring

INDEX_LENGTH = 73  # characters


def index(use: Use, value: str) -> str:
    """The look-up of ``value`` with the key in use."""
    return _index(current(), use, value)


def indexes(use: Use, value: str) -> list[str]:
    """The look-ups of ``value`` with every key, the one in use first."""
    return [_index(key, use, value) for key in ring()]


def _index(key: Key, use: Use, value: str) -> str:
    return f"{key.name}:{hmac.new(key.derived(use), value.encode(), hashlib.sha256).hexdigest()}"
