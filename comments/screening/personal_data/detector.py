"""Finds what leads to a person: addresses, numbers, days of birth, clinicians by name (GDPR, article 4 (1)).

Several rules may read one passage; the first of ``RULES`` that does names it.
"""

from collections.abc import Callable, Iterable, Iterator

from comments.screening.detector import About, Category, Found
from comments.screening.email_addresses import email_addresses
from comments.screening.personal_data.births import births
from comments.screening.personal_data.clinicians import clinicians
from comments.screening.personal_data.own_clinicians import own_clinicians
from comments.screening.personal_data.phones import phones
from comments.screening.personal_data.places import places
from comments.screening.personal_data.records import records
from comments.screening.personal_data.spoken_numbers import spoken_numbers
from comments.screening.spans import Span, Spans, without_overlaps
from comments.screening.text import Reading, Text

Rule = Callable[[Reading, str], Iterator[tuple[int, int, str]]]


def emails(reading: Reading, _language: str) -> Iterator[tuple[int, int, str]]:
    """E-mail addresses, also where dot and at sign are written out."""
    for start, end in email_addresses(reading):
        yield start, end, "E-mail address"


RULES: tuple[Rule, ...] = (emails, records, births, phones, spoken_numbers, places, clinicians, own_clinicians)


class PersonalData:
    """Finds personal data."""

    name, version = "personal-data", 2

    def find(self, text: Text, about: About) -> Iterable[Found]:
        """Every passage, under the first rule that reads it."""
        kept: list[tuple[Span, str]] = []
        for rule in RULES:
            taken = Spans(span for span, _reason in kept)
            kept += [each for each in _by(rule, text, about.language) if not taken.touch(each[0])]
        for span, reason in sorted(kept):
            yield Found(Category.PERSONAL_DATA, *span, reason)


def _by(rule: Rule, text: Text, language: str) -> list[tuple[Span, str]]:
    readings = {id(each): each for each in (text.plain, text.spaced_in)}.values()
    return without_overlaps(
        (reading.span(start, end), reason) for reading in readings for start, end, reason in rule(reading, language)
    )
