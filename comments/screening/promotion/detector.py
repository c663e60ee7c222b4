"""Finds what sellers write. A phrase that somebody warns of is left alone."""

from collections.abc import Iterable

from comments.screening.detector import About, Category, Found
from comments.screening.products import marked
from comments.screening.promotion.phrases import MEDICINES, doubts, phrases
from comments.screening.spans import Span, without_overlaps
from comments.screening.text import Text

_BEFORE = 60  # characters in which a doubt may stand


class Promotion:
    """Finds promotion and sale."""

    name, version = "promotion", 2

    def find(self, text: Text, about: About) -> Iterable[Found]:
        """Each phrase, once."""
        found: list[tuple[Span, str]] = []
        reading = text.joined
        medicines_marked = marked(reading.characters, MEDICINES)
        for reason, pattern, is_of_medicines in phrases():
            found += [
                (reading.span(*match.span()), reason)
                for match in pattern.finditer(medicines_marked if is_of_medicines else reading.characters)
                if not doubts().search(reading.characters[max(0, match.start() - _BEFORE) : match.start()])
            ]
        for span, reason in without_overlaps(found):
            yield Found(Category.PROMOTION, *span, reason)
