"""Addresses that a draft may link to: complete ones of the web, e-mail and telephone. Everything else is text alone."""

import re
from urllib.parse import urlsplit

_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069]")
_ADDRESS = re.compile(
    r"(?:https?://[^\s<>\"'`\\]+|mailto:[^\s<>\"'`\\@]+@[^\s<>\"'`\\?]+|tel:\+?[\d ()./-]+)", re.IGNORECASE
)
LONGEST = 2000  # characters


def safe_address(href: str) -> str:
    """``href`` if a draft may link to it, else an empty string."""
    href = href.strip()
    if len(href) > LONGEST or _CONTROL.search(href) or not _ADDRESS.fullmatch(href):
        return ""
    try:
        parts = urlsplit(href)
        host = parts.hostname
    except ValueError:
        return ""
    return href if parts.scheme in ("mailto", "tel") or (host and "@" not in parts.netloc) else ""
