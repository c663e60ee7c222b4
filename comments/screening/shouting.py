"""Capitals all along and rows of exclamation marks are hard to read. Abbreviations and diagnoses shout nothing.

Words are compared in their plain form (NFKC), so that full-width and mathematical letters are read like others.
"""

import re
import unicodedata
from collections.abc import Iterable

from comments.screening.detector import About, Category, Found
from comments.screening.tables import words
from comments.screening.text import Text

# Abbreviations that follow one another in honest comments; any other word of capitals counts.
ABBREVIATIONS = words("words", "abbreviations")
EVERYDAY = words("words", "everyday")  # short words that are no abbreviations either
_MEDICAL = words("words", "diagnoses")
_THANKS = words("words", "thanks")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_DIAGNOSIS = re.compile(r".{2,}(?:OMAS?|[EÄ]MI[AE]|OSIS|ITIS|PATH(?:Y|IE)|PATIA|PENI[AEC]{1,2}|MAB|MIB|NIB|MIDE?)")
_MARKS = re.compile(r"(?:[!?](?: ?)){4,}")
_FEWEST_WORDS, _FEWEST_LETTERS, _LONG = 4, 12, 5  # of a passage in capitals; letters of a word that is no abbreviation
_FEWEST_SURE = 2  # words that are no abbreviations
_SHORT_SENTENCE, _SHORT_LETTERS = 3, 8  # words and letters of "I HATE THIS"
_BEFORE_SENTENCE, _AFTER_SENTENCE = (
    re.compile(r"(?:^|[.!?…:\n])[\s\"“(]{0,5}$"),
    re.compile(r"[ \"”)]{0,3}(?:[.!?…\n]|$)"),
)


class Shouting:
    """Finds passages in capitals, and rows of four or more exclamation or question marks."""

    name, version = "shouting", 2

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
    plain = [unicodedata.normalize("NFKC", word.group()) for word in run]
    if _is_loud(plain) or (_is_short_and_loud(plain) and _is_sentence(run)):
        yield Found(Category.SHOUTING, run[0].start(), run[-1].end(), "Written in capitals")


def _is_loud(run: list[str]) -> bool:
    counted = [word for word in run if len(word) > 1 and _counts(word)]
    sure = sum(1 for word in counted if len(word) >= _LONG or word in EVERYDAY)
    return len(counted) >= _FEWEST_WORDS and sum(map(len, counted)) >= _FEWEST_LETTERS and sure >= _FEWEST_SURE


def _is_short_and_loud(run: list[str]) -> bool:
    everyday = sum(1 for word in run if word in EVERYDAY or word == "I")
    return (
        len(run) == _SHORT_SENTENCE
        and sum(map(len, run)) >= _SHORT_LETTERS
        and everyday >= _FEWEST_SURE
        and all(_counts(word) for word in run)
        and not any(word in _THANKS for word in run)
    )


def _is_sentence(run: list[re.Match[str]]) -> bool:
    """Whether they are all of it: within a sentence, three words in capitals are stressed and no more."""
    typed, start, end = run[0].string, run[0].start(), run[-1].end()
    return bool(_BEFORE_SENTENCE.search(typed[max(0, start - 7) : start])) and bool(_AFTER_SENTENCE.match(typed, end))


def _counts(word: str) -> bool:
    return word in EVERYDAY or not (word in ABBREVIATIONS or word in _MEDICAL or _DIAGNOSIS.fullmatch(word))
