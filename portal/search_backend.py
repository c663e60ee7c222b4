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


def with_marks_doubled(compiler):
    """The query compiler, with quotation marks taken for characters, and with the first words alone."""

    class Compiler(compiler):
        def build_search_query_content(self, query, config=None):
            match query:
                case PlainText(query_string=words):
                    query = PlainText(_readable(words), operator=query.operator)
                case Phrase(query_string=words):
                    query = Phrase(_readable(words))
            return super().build_search_query_content(query, config=config)

    return Compiler


def _readable(words):
    return " ".join(words.replace('"', '""').split()[:MOST_WORDS])


def SearchBackend(params):  # noqa: N802 - the name by which Wagtail looks for it
    """The backend of the database in use."""
    backend = database.SearchBackend(params)
    if connection.vendor == "sqlite":
        backend.query_compiler_class = with_marks_doubled(backend.query_compiler_class)
        backend.autocomplete_query_compiler_class = with_marks_doubled(backend.autocomplete_query_compiler_class)
    return backend
