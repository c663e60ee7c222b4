"""Plain text from what editors write."""

import re

_SPACE = re.compile(r"\s+")


def first_words(text: str, length: int) -> str:
    """``text`` on one line, at most ``length`` characters, cut at a word and marked with an ellipsis."""
    text = _SPACE.sub(" ", text).strip()
    if len(text) <= length:
        return text
    head = text[:length]
    cut = head.rsplit(" ", 1)[0] if " " in head else head[:-1]
    return cut.rstrip(" ,;:–-") + "…"


def lines(text: str) -> list[str]:
    """The lines of ``text``, for fields with one entry a line, without empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]
