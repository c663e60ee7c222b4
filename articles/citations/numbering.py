"""Which number each key has on a page.

References are numbered by first appearance. A number of an imported text that no reference is tied to keeps itself
and is skipped for references, so that no number stands for two things. Keys of one reference share its number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.citations.tokens import is_imported_number
from articles.models import Reference


@dataclass(frozen=True)
class Numbering:
    """The numbers of a page's citations."""

    by_key: Mapping[str, int]  # keys that neither the library nor the imported text knows are left out
    references: dict[int, Reference]  # by number, in order; numbers without a reference are left out

    @property
    def highest(self) -> int:
        """The last number that has a reference; 0 without any."""
        return next(reversed(self.references), 0)


def number_keys(keys: Iterable[str], resolved: Mapping[str, Reference]) -> Numbering:
    """Numbers ``keys``, given in order of appearance and as often as they appear."""
    ordered = list(dict.fromkeys(keys))
    taken = {int(key) for key in ordered if is_imported_number(key) and key not in resolved}
    by_key: dict[str, int] = {}
    by_reference: dict[int, int] = {}
    references: dict[int, Reference] = {}
    following = 1
    for key in ordered:
        reference = resolved.get(key)
        if reference is None:
            if is_imported_number(key):
                by_key[key] = int(key)
            continue
        if reference.pk not in by_reference:
            while following in taken:
                following += 1
            by_reference[reference.pk] = following
            references[following] = reference
            following += 1
        by_key[key] = by_reference[reference.pk]
    return Numbering(by_key, references)
