"""The digest that names a text: the same words in the same language have the same one, whatever marks them up."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable

from portal.markup import plain_lines

TEXT_SCHEME = "t1:"
OFFER_SCHEME = "o1:"


def canonical_text(*parts: str) -> str:
    """The parts of a text, one after the other: NFC, one space between words, empty lines left out."""
    lines = (" ".join(line.split()) for part in parts for line in part.splitlines())
    return unicodedata.normalize("NFC", "\n".join(line for line in lines if line))


def canonical_html(html: str) -> str:
    """The words of rich text, a line for each paragraph, heading and item. Addresses of links are no part of them."""
    return canonical_text(*plain_lines(html))


def text_digest(kind: str, code: str, language: str, text: str) -> str:
    """``t1:`` and 64 hexadecimal digits (SHA-256)."""
    return TEXT_SCHEME + _sha256([kind, code, language, text])


def offer_digest(digests: Iterable[str]) -> str:
    """One digest for all the texts of a box, in their order."""
    return OFFER_SCHEME + _sha256(list(digests))


def _sha256(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
