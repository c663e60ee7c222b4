"""E-mail addresses inside what somebody writes: notes and reasons must hold none, for nobody could find them again to
erase them (GDPR, articles 5 (1) (c) and 17; DESIGN.md, C1 and C7).
"""

import re
import unicodedata

_ADDRESS = re.compile(r"[^\s@]{1,64}[ ]?@[ ]?[^\s@]{1,255}\.[^\W\d_]{2}")


def holds_address(text: str, *, known_text: str = "") -> bool:
    """Whether something in ``text`` looks like an e-mail address that does not stand in ``known_text``."""
    known = _plain(known_text)
    return any(found.group() not in known for found in _ADDRESS.finditer(_plain(text)))


def _plain(text: str) -> str:
    """Small letters, with the signs that only look like "@" as what they look like."""
    return unicodedata.normalize("NFKC", text).casefold()
