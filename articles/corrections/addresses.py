"""E-mail addresses in what a reader writes. A report is answered nowhere, so an address in it would be kept for nothing
(DESIGN.md, C1): the person is asked to take it out. One that stands in the article itself may be quoted.
"""

import re
import unicodedata

_ADDRESS = re.compile(r"[^\s@]{1,64}[ ]?@[ ]?[^\s@]{1,255}\.[^\W\d_]{2}")


def holds_address(text: str, *, article_text: str = "") -> bool:
    """Whether something in ``text`` looks like an e-mail address that does not stand in ``article_text``."""
    known = _plain(article_text)
    return any(found.group() not in known for found in _ADDRESS.finditer(_plain(text)))


def _plain(text: str) -> str:
    """Small letters, with the signs that only look like "@" as what they look like."""
    return unicodedata.normalize("NFKC", text).casefold()
