"""The words of ``words.txt``, by kind, as the detector looks them up."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("words.txt")
_REPEATED = re.compile(r"(.)\1+")
_ANYWHERE = 5  # letters of a word that is looked for within text that was spaced out


class Entry(NamedTuple):
    """A word or phrase, its kind, and the only language in which it is abuse ("" for all)."""

    kind: str
    words: str
    language: str


@cache
def entries() -> tuple[Entry, ...]:
    """All of them. Raises ``ValueError`` for a line that is none."""
    return tuple(_entries(_FILE.read_text(encoding="utf-8")))


def _entries(text: str) -> Iterator[Entry]:
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, space, rest = line.partition(" ")
            words, _colon, language = rest.partition(":")
            if not space or kind not in {"slur", "insult", "you", "phrase", "threat", "hatred"}:
                raise ValueError(f"“{line}” is no entry.")
            yield Entry(kind, words, language)


@cache
def single_words() -> dict[str, Entry]:
    """Slurs and insults by their skeletons."""
    return {skeleton(entry.words): entry for entry in entries() if entry.kind in {"slur", "insult"}}


@cache
def long_words() -> tuple[Entry, ...]:
    """Those that are looked for in text that was spaced out, where words have no borders."""
    return tuple(entry for entry in single_words().values() if len(entry.words) >= _ANYWHERE)


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One pattern for each kind of phrase."""
    kinds = ("phrase", "threat", "hatred")
    return tuple((kind, _alternatives(entry.words for entry in entries() if entry.kind == kind)) for kind in kinds)


@cache
def said_to_somebody(language: str) -> str:
    """A pattern for the words that are insults only when they are said to or of a person."""
    return "|".join(
        sorted(re.escape(entry.words) for entry in entries() if entry.kind == "you" and entry.language in {"", language})
    )


def skeleton(word: str) -> str:
    """A word with doubled letters as one, and "l" as "i": for "1" both are written."""
    return _REPEATED.sub(r"\1", word).replace("l", "i")


def _alternatives(phrases) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, sorted(phrases, reverse=True)))})(?![^\W_])")
