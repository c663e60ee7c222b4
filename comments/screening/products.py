"""Words that name a medicine or a treatment, from ``tables/products.txt``: one table for all detectors that ask what
somebody takes. Patterns are for folded text, and for plain words (``words.Words``) alike.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from comments.screening.tables import lines

_SPACE = r"\ "  # as it is escaped
_FILE = Path(__file__).parent / "tables" / "products.txt"


def any_of(rows: Iterable[str]) -> str:
    """A pattern for words and phrases, each also with an "s" behind it."""
    return rf"(?:{'|'.join(re.escape(row).replace(_SPACE, '[ -]') for row in rows)})s?"


def rows(*sections: str) -> tuple[str, ...]:
    """The rows of some sections of the table."""
    return tuple(row for section in sections for row in lines(_FILE, section))


def _ending_in(endings: Iterable[str]) -> str:
    """A pattern for words with one of these endings, which are looked for once a word: from its end."""
    by_length: dict[int, list[str]] = {}
    for ending in {each for row in endings for each in (row, f"{row}s")}:
        by_length.setdefault(len(ending), []).append(ending)
    behind = (rf"(?<=\w\w(?:{'|'.join(sorted(found))}))" for _length, found in sorted(by_length.items()))
    return rf"\w{{4,40}}+(?!\w)(?:{'|'.join(behind)})"


_ENDING_IN = _ending_in(rows("endings"))
FORM = rf"\b{any_of(rows('forms'))}\b"  # "the pills"
# What can be sold, bought and sent, by its name or kind.
MEDICINE = rf"\b(?:{_ENDING_IN}|{any_of(rows('names', 'brands', 'classes'))})\b"
# The same, and what is done to people.
THERAPY = rf"\b(?:{_ENDING_IN}|{any_of(rows('names', 'brands', 'classes', 'treatments'))})\b"
# A letter that nobody types stands for each of a product's: one table in fifty patterns would take seconds to compile.
_MARK = "\u0298"
MARKED = rf"{_MARK}+(?:[ -]{_MARK}+)*(?!\w)"


def marked(text: str, products: re.Pattern[str]) -> str:
    """The text with products made unreadable, of the same length: ``MARKED`` finds them."""
    return products.sub(lambda found: _MARK * len(found[0]), text)
