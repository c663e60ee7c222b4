"""Capitals all along and rows of exclamation marks are hard to read. Abbreviations shout nothing."""

import re
from collections.abc import Iterable

from comments.screening.detector import About, Category, Found
from comments.screening.tables import words
from comments.screening.text import Text

# Abbreviations that follow one another in honest comments; any other word of capitals counts.
ABBREVIATIONS = words("words", "abbreviations")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MARKS = re.compile(r"(?:[!?](?: ?)){4,}")
_FEWEST_WORDS, _FEWEST_LETTERS, _LONG = 4, 12, 5  # of a passage in capitals; letters of a word that is no abbreviation
EVERYDAY = words("words", "everyday")  # short words that are no abbreviations either
_FEWEST_SURE = 2  # words that are no abbreviations


class Shouting:
    """Finds passages in capitals, and rows of four or more exclamation or question marks."""

    name, version = "shouting", 1

    def find(self, text: Text, about: About) -> Iterable[Found]:
        """Each passage."""
        run: list[re.Match[str]] = []
        for word in _WORD.finditer(text.typed):
            if word.group().isupper():
                run.append(word)
            else:
                yield from _judged(run)
                run = []
        yield from _judged(run)
        for marks in _MARKS.finditer(text.folded):
            end = marks.start() + len(marks.group().rstrip())
            yield Found(Category.SHOUTING, *text.span(marks.start(), end), "Row of exclamation or question marks")


def _judged(run: list[re.Match[str]]) -> Iterable[Found]:
    counted = [word.group() for word in run if len(word.group()) > 1 and _counts(word.group())]
    sure = sum(1 for word in counted if len(word) >= _LONG or word in EVERYDAY)
    if len(counted) >= _FEWEST_WORDS and sum(map(len, counted)) >= _FEWEST_LETTERS and sure >= _FEWEST_SURE:
        yield Found(Category.SHOUTING, run[0].start(), run[-1].end(), "Written in capitals")


def _counts(word: str) -> bool:
    return word in EVERYDAY or word not in ABBREVIATIONS
