"""Which entries a query matches, whoever may see them: the index knows, and the pages are asked afterwards.

On PostgreSQL very many entries may match, and looking at all of them is slow. Readers see the first ones. So the newest
are looked at, and those that are named for what was typed; all of them only where these are not enough.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchQuery as ByWords
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import connection, transaction
from django.db.models import BigIntegerField, F, QuerySet, TextField, Value
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Cast, Concat, Replace
from wagtail.search.backends import get_search_backend
from wagtail.search.query import SearchQuery

from articles.models import SearchEntry
from portal.among import among

MOST_LOOKED_AT = 2000  # the newest of those that match
MOST_NAMED = 1000
CONFIG = "simple"  # PostgreSQL's name for words as they are


def candidates(query: SearchQuery, typed: str) -> Iterator[QuerySet[SearchEntry]]:
    """Entries that match ``query``, then all of them for whoever may not see enough of the first. ``typed``: the stems
    of what was typed, as they stand in a name.
    """
    if connection.vendor != "postgresql":
        yield _all(query)
        return
    numbers = _newest(query, MOST_LOOKED_AT + 1)
    if len(numbers) <= MOST_LOOKED_AT:
        yield SearchEntry.objects.filter(pk__in=among(numbers))
        return
    yield SearchEntry.objects.filter(pk__in=among([*numbers, *_named(typed)]))
    yield _all(query)


def _all(query: SearchQuery) -> QuerySet[SearchEntry]:
    return get_search_backend().search(query, SearchEntry.objects.all(), order_by_relevance=False).get_queryset()


def _newest(query: SearchQuery, most: int) -> list[int]:
    """The numbers of the newest. Wagtail's index names an entry by a text: joined to the entries by it, as ``_all`` is,
    PostgreSQL would read them all. Asked are the rows of the index alone.
    """
    backend = get_search_backend()
    asked = backend.query_compiler_class(SearchEntry.objects.all(), query).build_tsquery(query, config=backend.config)
    words = CombinedExpression(F("title"), "||", F("body"), output_field=SearchVectorField())
    rows = apps.get_model("wagtailsearch", "IndexEntry").objects.alias(words=words)
    rows = rows.filter(content_type=ContentType.objects.get_for_model(SearchEntry), words=asked)
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
        cursor.execute("SET LOCAL enable_seqscan = on")


def _named(typed: str) -> list[int]:
    """The numbers of the newest that have ``typed`` in a name, by the index of migration 0010."""
    spaced = Replace("names", Value("\n"), Value(" "), output_field=TextField())
    words = Concat(Value(" "), spaced, Value(" "), output_field=TextField())
    named = SearchEntry.objects.alias(words=words, vector=SearchVector("names", config=CONFIG))
    named = named.filter(vector=ByWords(typed, config=CONFIG), words__contains=f" {typed} ")
    return list(named.order_by("-pk").values_list("pk", flat=True)[:MOST_NAMED])
