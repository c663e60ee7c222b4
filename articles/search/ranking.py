"""Which page stands first.

1. A page whose title, or a topic one of whose names, is what was typed.
2. The same for a synonym of what was typed.
3. Pages with every part of the query in their title or names.
4. The rest, by how often the parts occur, weighed as in BM25 (Robertson and Zaragoza 2009, section 3.3) so that a long
   page gains nothing by its length alone.

Within 1 to 3 topics come first. The database's own relevance is not used: SQLite and PostgreSQL would answer
differently.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Case, Expression, F, IntegerField, QuerySet, TextField, Value, When
from django.db.models.functions import Length, Replace

from articles.models import SearchEntry
from articles.search.synonyms import Part, Stems

SATURATION = 1.2
LENGTH_WEIGHT = 0.75
MOST_COUNTED = 8  # parts whose occurrences are counted

KIND_ORDER = {kind: place for place, kind in enumerate(SearchEntry.Kind.values)}


def phrases_of(part: Part) -> list[Stems]:
    """Everything that stands for ``part`` in a text."""
    return [part.stems, *(alternative.stems for alternative in part.alternatives)]


def count_occurrences(entries: QuerySet[SearchEntry], parts: Sequence[Part]) -> QuerySet[SearchEntry]:
    """``entries`` with ``count_0``, ``count_1`` ...: how often each of the first parts or its synonyms occur."""
    counts = {f"count_{number}": _occurrences(part) for number, part in enumerate(parts[:MOST_COUNTED])}
    return entries.annotate(**counts)


def _occurrences(part: Part) -> Expression:
    text = F("stems")
    total: Expression = Value(0)
    for phrase in phrases_of(part)[:4]:
        needle = f" {' '.join(phrase)} "
        left = Replace(text, Value(needle), Value(""), output_field=TextField())
        total = total + (Length(text) - Length(left)) / Value(len(needle))
    return total


def named_first(parts: Sequence[Part]) -> Case:
    """An order for the database: pages named for the query are among those it hands over, however many match."""
    typed = " ".join(" ".join(part.stems) for part in parts)
    return Case(When(names__contains=typed, then=Value(0)), default=Value(1), output_field=IntegerField())


def rank(entries: Iterable[SearchEntry], parts: Sequence[Part]) -> list[SearchEntry]:
    """``entries`` (with their occurrences counted), best first. The order is the same each time."""
    entries = list(entries)
    average = sum(entry.length for entry in entries) / len(entries) if entries else 1
    return sorted(entries, key=lambda entry: _key(entry, parts, average))


def _key(entry: SearchEntry, parts: Sequence[Part], average: float) -> tuple:
    tier = _tier(entry.names.split("\n"), parts)
    kind = KIND_ORDER[entry.kind] if tier < 4 else 0
    return (tier, kind, -_relevance(entry, len(parts), average), -entry.pk)


def _tier(names: list[str], parts: Sequence[Part]) -> int:
    if " ".join(" ".join(part.stems) for part in parts) in names:
        return 1
    if len(parts) == 1 and any(" ".join(phrase.key) in names for phrase in parts[0].alternatives):
        return 2
    words = [set(name.split()) for name in names]
    keys = [[part.stems, *(phrase.key for phrase in part.alternatives)] for part in parts]
    if all(any(name.issuperset(key) for key in each for name in words) for each in keys):
        return 3
    return 4


def _relevance(entry: SearchEntry, parts: int, average: float) -> float:
    length = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * entry.length / average)
    counts = [getattr(entry, f"count_{number}") for number in range(min(parts, MOST_COUNTED))]
    return sum(count * (SATURATION + 1) / (count + length) for count in counts)
