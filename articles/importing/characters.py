"""Which characters reach a draft: text alone. Controls, direction overrides and invisible marks are taken out.

Direction overrides (U+202A-U+202E, U+2066-U+2069) can make a text read differently from what it says
("Trojan Source", CVE-2021-42574). NFC is the form in which the rest of the portal searches and compares.
"""

import re
import unicodedata

OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u2060\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_TYPED_TOKEN = re.compile(r"\[(?=\[\s*ref\s*:)", re.IGNORECASE)


def clean(text: str) -> str:
    """``text`` with nothing in it that a reader can't see. Tabs and line ends stay."""
    text = _INVISIBLE.sub("", OVERRIDES.sub("", text))
    return unicodedata.normalize("NFC", text)


def disarm(text: str) -> str:
    """``text`` in which a typed ``[[ref:x]]`` is no citation: only this importer writes citation tokens."""
    return _TYPED_TOKEN.sub("[ ", text)


def shorten(text: str, length: int = 80) -> str:
    """``text`` on one line for a sentence of the report."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"
