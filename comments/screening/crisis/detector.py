"""Looks for every phrase of every language, whatever language the page is in: people in need write in their own."""

import re
from collections.abc import Iterator

from comments.screening.crisis import english, german, spanish
from comments.screening.crisis.context import Sentence, meaning
from comments.screening.crisis.phrase import Kind, Sign
from comments.screening.detector import About, Category, Found
from comments.screening.text import Text
from comments.screening.words import Words

SIGNS: tuple[Sign, ...] = (*english.SIGNS, *spanish.SIGNS, *german.SIGNS)
_ANY = re.compile("|".join(sign.pattern.pattern for sign in SIGNS))  # most comments have none of them


class CrisisDetector:
    """Finds what sounds as if somebody were in danger."""

    name, version = "crisis", 2

    def find(self, text: Text, about: About) -> Iterator[Found]:
        """One finding for each place, the most serious reading of it first come."""
        words, taken = text.words, -1
        found = sorted(_readings(words), key=lambda each: (each[0], -each[1]))
        for start, end, kind in found:
            if start < taken:
                continue
            taken = end
            yield Found(Category.CRISIS, *words.span(start, end), f"{kind.value}.")


def _readings(words: Words) -> Iterator[tuple[int, int, Kind]]:
    spaced = f" {words.plain}"
    if _ANY.search(spaced) is None:
        return
    for sign in SIGNS:
        for match in sign.pattern.finditer(spaced):
            start, end = match.start(), match.end() - 1  # without the space, and in the text that has none in front
            if kind := meaning(sign, Sentence(words, start, end)):
                yield start, end, kind
