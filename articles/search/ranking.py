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
from typing import NamedTuple

from django.db.models import Case, IntegerField, TextField, Value, When
from django.db.models.functions import Concat, Length, Replace
from django.db.models.lookups import Contains

from articles.models import SearchEntry
from articles.search.synonyms import Part

SATURATION = 1.2
LENGTH_WEIGHT = 0.75
MOST_COUNTED = 8  # parts whose occurrences are counted
MOST_NEEDLES = 4  # phrases of each

KIND_ORDER = {kind: place for place, kind in enumerate(SearchEntry.Kind.values)}


def typed_stems(parts: Sequence[Part]) -> str:
    """What was typed, as it stands in a name."""
    return " ".join(" ".join(part.stems) for part in parts)


class Light(NamedTuple):
    """An entry without its texts. ``counts``: what ``counts_of`` asks for."""

    pk: int
    kind: str
    names: str
    length: int
    page_id: int | None
    path: str | None
    term_id: int | None
    counts: tuple[int, ...]


def counts_of(parts: Sequence[Part]) -> dict[str, Length]:
    """How many characters an entry has, and for each needle of the first parts how many are left without it: a division
    away from how often it occurs. A database would read the text twice as often for that.
    """
    needles = [needle for part in parts[:MOST_COUNTED] for needle in _needles(part)]
    left = [Replace("stems", Value(needle), Value(""), output_field=TextField()) for needle in needles]
    return {"characters": Length("stems")} | {f"without_{number}": Length(each) for number, each in enumerate(left)}


def named_first(parts: Sequence[Part]) -> Case:
    """An order for the database: pages named for the query are among those it hands over, however many match. Those
    named just so come first.
    """
    typed = typed_stems(parts)
    lines = Concat(Value("\n"), "names", Value("\n"), output_field=TextField())
    just_so = When(Contains(lines, f"\n{typed}\n"), then=Value(0))
    within = When(names__contains=typed, then=Value(1))
    return Case(just_so, within, default=Value(2), output_field=IntegerField())


def rank(entries: Iterable[Light], parts: Sequence[Part]) -> list[Light]:
    """``entries``, best first. The order is the same each time."""
    entries = list(entries)
    average = sum(entry.length for entry in entries) / len(entries) if entries else 1
    return sorted(entries, key=_Ranking(parts, average).key)


class _Ranking:
    """One query, against which entries are weighed."""

    def __init__(self, parts: Sequence[Part], average: float) -> None:
        self.average = average
        self.typed = typed_stems(parts)
        only = parts[0].alternatives if len(parts) == 1 else ()
        self.synonyms = {" ".join(phrase.key) for phrase in only}
        self.keys = [[part.stems, *(phrase.key for phrase in part.alternatives)] for part in parts]
        self.needles = [[len(needle) for needle in _needles(part)] for part in parts[:MOST_COUNTED]]

    def key(self, entry: Light) -> tuple:
        tier = self.tier(entry.names.split("\n"))
        kind = KIND_ORDER[entry.kind] if tier < 4 else 0
        return (tier, kind, -self.relevance(entry), -entry.pk)

    def tier(self, names: list[str]) -> int:
        if self.typed in names:
            return 1
        if not self.synonyms.isdisjoint(names):
            return 2
        words = [set(name.split()) for name in names]
        if all(any(name.issuperset(key) for key in each for name in words) for each in self.keys):
            return 3
        return 4

    def relevance(self, entry: Light) -> float:
        length = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * entry.length / self.average)
        characters, *left = entry.counts
        total, place = 0.0, 0
        for sizes in self.needles:
            count = sum((characters - left[place + number]) // size for number, size in enumerate(sizes))
            total += count * (SATURATION + 1) / (count + length)
            place += len(sizes)
        return total


def _needles(part: Part) -> list[str]:
    """What stands for ``part`` in a text, with the spaces around it."""
    phrases = [part.stems, *(alternative.stems for alternative in part.alternatives)]
    return [f" {' '.join(phrase)} " for phrase in phrases[:MOST_NEEDLES]]
