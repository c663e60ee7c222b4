"""From the keys in an article's text to references. At most two queries, however many keys."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from django.db.models import Q, QuerySet

from articles.citations.tokens import is_imported_number
from articles.models import ArticlePage, Reference
from portal.prepared import prepared

_COLUMNS = [field.attname for field in Reference._meta.concrete_fields]
_KEYS_IN_A_QUERY = 10_000  # SQLite takes some 30,000 values; no honest article comes near


def resolve(page: ArticlePage, keys: Iterable[str]) -> dict[str, Reference]:
    """The reference of each key that has one: from the library, or through the article's sources for a number."""
    wanted = set(keys)
    numbers = {key for key in wanted if is_imported_number(key)}
    tied = _tied_numbers(page) if numbers else {}
    ids = {tied[number] for number in numbers if number in tied}
    found = {}
    by_id = {}
    for reference in references_by(wanted - numbers, ids):
        found[reference.key] = reference
        by_id[reference.id] = reference
    resolved = {key: found[key] for key in wanted if key in found}
    return resolved | {number: by_id[tied[number]] for number in numbers if tied.get(number) in by_id}


def _tied_numbers(page: ArticlePage) -> dict[str, int]:
    """The id of the reference that each imported number is tied to. The first entry of a number counts."""
    tied: dict[str, int] = {}
    for source in page.sources.all():
        if source.imported_number and source.reference_id:
            tied.setdefault(source.imported_number, source.reference_id)
    return tied


def references_by(keys: Collection[str], ids: Collection[int]) -> list[Reference]:
    """Entries of the library with one of these keys or ids, to be read and never saved. One query for every 10,000
    keys.
    """
    ordered = sorted(keys)
    found: list[Reference] = []
    for start in range(0, max(len(ordered), 1 if ids else 0), _KEYS_IN_A_QUERY):
        batch = ordered[start : start + _KEYS_IN_A_QUERY]
        if ids:
            found += Reference.objects.filter(Q(key__in=batch) | Q(pk__in=ids)).order_by()
        else:
            found += map(_reference, _by_keys(batch))
    return found


@prepared
def _by_keys(keys: Sequence[str]) -> QuerySet:
    return Reference.objects.filter(key__in=keys).order_by().values_list(*_COLUMNS)


@lru_cache(maxsize=4096)
def _reference(row: tuple) -> Reference:
    """A reference as a row of the database has it, remembered by the row itself. Read only."""
    return Reference.from_db("default", _COLUMNS, row)
