"""Finds advice on doses and on stopping, in the phrases of three languages: people mix them."""

import re
from collections.abc import Iterator

from comments.screening.detector import About, Category, Found
from comments.screening.dosage.context import AROUND, means_harm
from comments.screening.dosage.english import ENGLISH
from comments.screening.dosage.german import GERMAN
from comments.screening.dosage.parts import THINGS
from comments.screening.dosage.spanish import SPANISH
from comments.screening.products import marked
from comments.screening.text import Text

_SIGNS = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), reason) for pattern, reason in (*ENGLISH, *SPANISH, *GERMAN)
)
_I_DID = re.compile(r"\w+[éÉ]\b")  # "dejé": I stopped, where "deje" without its accent tells somebody to


class DosageDetector:
    """Finds advice on doses and on stopping."""

    name, version = "dosage", 2

    def find(self, text: Text, about: About) -> Iterator[Found]:
        """One finding for each piece of advice."""
        words, done = text.words, -1
        plain = marked(words.plain, THINGS)
        found = sorted(
            (match.start(), match.end(), reason) for pattern, reason in _SIGNS for match in pattern.finditer(plain)
        )
        for start, end, reason in found:
            if start < done:
                continue
            first, last = words.span(start, end)
            if not means_harm(words.plain, start, end, text.typed[last : last + AROUND]):
                continue
            done = end
            if not _I_DID.match(text.typed[first:last]):
                yield Found(Category.DOSAGE, first, last, reason)
