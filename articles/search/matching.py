"""Which of the entries that a query matches are ranked. The index knows what matches, the pages who may see it.

On PostgreSQL very many entries may match, and looking at all of them is slow. Readers see the first ones. So the newest
are looked at, and those that are named for what was typed; all of them only where these are not enough.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchQuery as ByWords
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import connection, transaction
from django.db.models import BigIntegerField, F, Q, QuerySet, TextField, Value
from django.db.models.expressions import CombinedExpression, RawSQL
from django.db.models.functions import Cast, Concat, Replace
from wagtail.search.backends import get_search_backend
from wagtail.search.query import SearchQuery

from articles.models import SearchEntry
from articles.search.ranking import named_first, typed_stems
from articles.search.synonyms import Part
from portal.among import among

MOST_LOOKED_AT = 2000  # the newest of those that match
CONFIG = "simple"  # PostgreSQL's name for words as they are


def chosen(query: SearchQuery, parts: Sequence[Part], visible: Q, most: int) -> QuerySet | RawSQL | list[int]:
    """The numbers of the entries to be ranked, for ``__in``: of those that match ``query`` and are ``visible`` to the
    reader those that are named for what was typed, then the newest.
    """
    if connection.vendor != "postgresql":
        return _first(_all(query), parts, visible, most)
    numbers = _newest(query, MOST_LOOKED_AT + 1)
    if len(numbers) <= MOST_LOOKED_AT:
        return _first(SearchEntry.objects.filter(pk__in=among(numbers)), parts, visible, most)
    numbers += _first(_named(typed_stems(parts)), parts, visible, most)
    found = list(_first(SearchEntry.objects.filter(pk__in=among(numbers)), parts, visible, most))
    return among(found) if len(found) == most else _first(_all(query), parts, visible, most)


def _first(entries: QuerySet[SearchEntry], parts: Sequence[Part], visible: Q, most: int) -> QuerySet:
    return entries.filter(visible).order_by(named_first(parts), "-pk").values_list("pk", flat=True)[:most]


def _all(query: SearchQuery) -> QuerySet[SearchEntry]:
    return get_search_backend().search(query, SearchEntry.objects.all(), order_by_relevance=False).get_queryset()


def _newest(query: SearchQuery, most: int) -> list[int]:
    """The numbers of the newest. Wagtail's index names an entry by a text: joined to the entries by it, as ``_all`` is,
    PostgreSQL would read them all. Asked are the rows of the index alone.
    """
    backend = get_search_backend()
    asked = backend.query_compiler_class(SearchEntry.objects.all(), query).build_tsquery(query, config=backend.config)
    words = CombinedExpression(F("title"), "||", F("body"), output_field=SearchVectorField())
    kind = F("content_type_id") + 0  # not by the index of this column, which is that of nearly all rows
    rows = apps.get_model("wagtailsearch", "IndexEntry").objects.alias(words=words, kind=kind)
    rows = rows.filter(kind=ContentType.objects.get_for_model(SearchEntry).pk, words=asked)
    numbers = rows.annotate(number=Cast("object_id", BigIntegerField())).order_by("-number")
    with _by_index_alone():
        return list(numbers.values_list("number", flat=True)[:most])


@contextmanager
def _by_index_alone() -> Iterator[None]:
    """Keeps PostgreSQL from reading row after row. It would for a word that nearly all entries have, for it takes no
    account of what fetching their long texts costs: that is thirty times slower than the index.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield
        cursor.execute("SET LOCAL enable_seqscan TO DEFAULT")  # where the transaction goes on


def _named(typed: str) -> QuerySet[SearchEntry]:
    """Those that have ``typed`` in a name, by the index of migration 0010."""
    spaced = Replace("names", Value("\n"), Value(" "), output_field=TextField())
    words = Concat(Value(" "), spaced, Value(" "), output_field=TextField())
    named = SearchEntry.objects.alias(words=words, vector=SearchVector("names", config=CONFIG))
    return named.filter(vector=ByWords(typed, config=CONFIG), words__contains=f" {typed} ")
