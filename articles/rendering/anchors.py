"""Addresses inside a page: short, stable, in any script, each only once.

An anchor comes from the words alone, so that it stays when other sections move. Accents on Latin letters are folded;
other scripts are kept as they are. It never equals an id that the page uses elsewhere.
"""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 80  # characters
FALLBACK = "section"
# The ids in templates (a test compares), and the beginnings of those that rendering gives out.
RESERVED = frozenset({
    "comments-heading", "contents", "conversation", "conversation-heading", "corrections", "disclaimer", "how-reviewed",
    "information", "interests", "main", "newest", "other-names", "qualifications",
    "references", "related", "results", "reviewed", "search-help", "search-page-q",
    "sign-up-heading", "site-search", "start", "stories", "topics", "written",
})  # fmt: skip
_RESERVED_PREFIX = re.compile(r"(?:ref|term|comment)-|cite-\d|sign-up-(?:\d|end-)")
_APOSTROPHES = str.maketrans("", "", "'’ʼ")
_LATIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def slug(text: str) -> str:
    """``text`` as it stands in an address: small letters and digits of any script, joined by hyphens."""
    folded = _fold(text.translate(_APOSTROPHES))
    words = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in folded).split()
    short = "-".join(words)[: LONGEST + 1]
    return short if len(short) <= LONGEST else (short[:LONGEST] if "-" not in short else short.rpartition("-")[0])


def _fold(text: str) -> str:
    """Small letters, without the marks on Latin ones."""
    kept = []
    is_latin = False
    for character in unicodedata.normalize("NFKD", text).lower().translate(_LATIN):
        if not unicodedata.combining(character):
            is_latin = character.isascii()
        elif is_latin:
            continue
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


class Anchors:
    """Gives out the anchors of one page."""

    def __init__(self, taken: Iterable[str] = ()):
        self._taken = set(taken) | RESERVED
        self._last: dict[str, int] = {}

    def claim(self, text: str, *, prefix: str = "") -> str:
        """An anchor for ``text`` that nothing else on the page has: ``relapse``, then ``relapse-2``."""
        wanted = prefix + (slug(text) or FALLBACK)
        if not prefix and _RESERVED_PREFIX.match(wanted):
            wanted = f"{FALLBACK}-{wanted}"
        number = self._last.get(wanted, 1)
        anchor = wanted if number == 1 else f"{wanted}-{number}"
        while anchor in self._taken:
            number += 1
            anchor = f"{wanted}-{number}"
        self._last[wanted] = number
        self._taken.add(anchor)
        return anchor
