"""A comment as words: small letters, no apostrophes, one space between words, `` . `` and `` , `` where sentences and
clauses end. Disguises are undone: k1ll, su*cide, s u i c i d e, sui cide, suiside, dieeee, and slips
(``near_misses``).

Every word knows where it stands in the folded text, so that what is found is found as it was typed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from comments.screening.disguises import BEGINNINGS, CONTRACTIONS, JOINED, MISSPELT, SKELETONS, SPLIT, skeleton
from comments.screening.near_misses import mended

if TYPE_CHECKING:
    from comments.screening.text import Text

_PIECE = re.compile(
    r"(?P<spelt>(?<![^\W_])[^\W\d_](?:[ .\-_*]{1,2}[^\W\d_](?![^\W_])){3,}"
    r"|(?<![^\W_])(?:d[ .\-_*]{1,2}i[ .\-_*]{1,2}e"
    r"|k[ .\-_*]{1,2}m[ .\-_*]{1,2}s|c[ .\-_*]{1,2}t[ .\-_*]{1,2}b)(?![^\W_]))"
    r"|(?P<number>\d+[.,]\d+)"
    r"|(?P<word>[@$]?[^\W_]+(?:['’‘ʼ`*@$!|]{1,2}[^\W_]+)*)"
    r"|(?P<stop>[.!?;\n]+)"
    r"|(?P<pause>[,:()\[\]–—/]|(?<= )-)"
)
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]{1,200})[\"“”„«»]|(?<!\w)['‘‚]([^'’‘]{2,100})['’](?!\w)")
_ODD = re.compile(r"[^a-z0-9]+")
_THRICE = re.compile(r"([a-z])\1{2,}")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`")


class Word(NamedTuple):
    """One word, or a mark between words, and where it stands in the folded text."""

    text: str
    start: int
    end: int


class Words:
    """The words of a comment as one string, ``plain``."""

    def __init__(self, text: "Text") -> None:
        self._text = text
        words = list(_joined(list(_words(text.folded))))
        self._words = [
            word._replace(text=meant) for word, meant in zip(words, mended(w.text for w in words), strict=True)
        ]
        self.plain = " ".join(word.text for word in self._words)
        self._begins = [0, *accumulate(len(word.text) + 1 for word in self._words)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of ``plain`` stands in the text as it was typed."""
        first, last = self._word_at(start), self._word_at(max(start, end - 1))
        return self._text.span(first.start, last.end)

    def mark_after(self, end: int) -> str:
        """The mark that ends the sentence soon behind a place of ``plain``, as it was typed; nothing if none does."""
        place = self.plain.find(" .", end, end + 60)
        mark = self._word_at(place + 1) if place >= 0 else None
        return self._text.folded[mark.start : mark.end] if mark else ""

    def quoted_after(self, start: int, end: int) -> str | None:
        """What stands before the quotation marks around a span of ``plain``; None if none stand around it."""
        begin, finish = self._word_at(start).start, self._word_at(max(start, end - 1)).end
        place = bisect_right(self._quotes, (begin, len(self._text.folded))) - 1
        if place < 0 or not (self._quotes[place][0] <= begin and finish <= self._quotes[place][1]):
            return None
        return self._text.folded[max(0, self._quotes[place][0] - 60) : self._quotes[place][0]]

    def _word_at(self, place: int) -> Word:
        return self._words[min(bisect_right(self._begins, place) - 1, len(self._words) - 1)]

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        return [found.span() for found in _QUOTED.finditer(self._text.folded)]


def _words(folded: str) -> Iterator[Word]:
    for piece in _PIECE.finditer(folded):
        start, end = piece.span()
        match piece.lastgroup:
            case "word":
                yield from _undisguised(piece[0], start)
            case "stop":
                yield Word(".", start, end)
            case "pause":
                yield Word(",", start, end)
            case "number":
                yield Word(piece[0].replace(",", "."), start, end)
            case _:
                letters = _ODD.sub("", piece[0])
                yield Word(JOINED.get(letters, letters), start, end)


def _undisguised(typed: str, start: int) -> Iterator[Word]:
    """One word, or several if what stands between them disguises nothing."""
    word = typed.translate(_APOSTROPHES)
    end = start + len(typed)
    if not word.isalpha():
        if hidden := SKELETONS.get(skeleton(word)):
            yield Word(hidden, start, end)
            return
        if not word.isalnum():
            for part in re.finditer(r"[^\W_]+", typed):
                yield Word(_known(part[0]), start + part.start(), start + part.end())
            return
    yield Word(_known(word), start, end)


def _known(word: str) -> str:
    if _THRICE.search(word):
        once = _THRICE.sub(r"\1", word)
        word = MISSPELT.get(once) or SKELETONS.get(skeleton(once)) or once
    return JOINED.get(word) or MISSPELT.get(word, word)


def _joined(words: list[Word]) -> Iterator[Word]:
    """Puts together what was typed apart: ``sui cide``, ``don t``, ``my self``."""
    place = 0
    while place < len(words):
        for length in (3, 2) if words[place].text in BEGINNINGS else ():
            parts = words[place : place + length]
            whole = "".join(part.text for part in parts)
            is_contraction = length == 2 and (whole in CONTRACTIONS and len(parts[-1].text) < 3)
            if len(parts) == length and (whole in SPLIT or is_contraction):
                yield Word(SPLIT.get(whole, whole), parts[0].start, parts[-1].end)
                place += length
                break
        else:
            yield words[place]
            place += 1
