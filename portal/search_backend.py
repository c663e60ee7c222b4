"""Wagtail's search in the database, with words that people type as they are.

On SQLite django-modelsearch 1.3 puts each word between quotation marks and leaves those that were typed as they are
(``Lexeme.as_sql``): one of them ends the query in the middle, and the staff's search answers with an error. FTS5 takes
a doubled one for the character itself (https://www.sqlite.org/fts5.html, section 3.1). A query of very many words is
nested too deep for it.
"""

from django.db import connection
from wagtail.search.backends import database
from wagtail.search.query import Phrase, PlainText

MOST_WORDS = 50


def readable_on_sqlite(compiler):
    """The query compiler, with quotation marks taken for characters, and with the first words alone."""

    class Compiler(compiler):
        def build_search_query_content(self, query, config=None):
            return super().build_search_query_content(_with_words(query, lambda w: w.replace('"', '""')), config=config)

    return Compiler


def readable_on_postgresql(compiler):
    """The query compiler, with the first words alone."""

    class Compiler(compiler):
        def build_tsquery_content(self, query, config=None, invert=False):  # noqa: FBT002 - modelsearch's own
            return super().build_tsquery_content(_with_words(query, str), config=config, invert=invert)

    return Compiler


def _with_words(query, change):
    def readable(words):
        return " ".join(change(words).split()[:MOST_WORDS])

    match query:
        case PlainText(query_string=words):
            return PlainText(readable(words), operator=query.operator)
        case Phrase(query_string=words):
            return Phrase(readable(words))
    return query


def SearchBackend(params):  # noqa: N802 - the name by which Wagtail looks for it
    """The backend of the database in use."""
    backend = database.SearchBackend(params)
    readable = {"sqlite": readable_on_sqlite, "postgresql": readable_on_postgresql}[connection.vendor]
    backend.query_compiler_class = readable(backend.query_compiler_class)
    backend.autocomplete_query_compiler_class = readable(backend.autocomplete_query_compiler_class)
    return backend
