"""Indexes on Wagtail's table of pages, without which a page of a large community would look at all others.

Wagtail has them not, and a migration of ours can't change its models. So they are made after each ``migrate``, which
also brings them back where SQLite made the table anew. Missing ones cost speed alone.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper
from wagtail.models import Page

_PAGES = Page._meta.db_table
# Name, columns and condition, as both databases read them.
_INDEXES = (
    ("portal_page_in_menu", "path", "show_in_menus"),
    ("portal_page_by_change", "last_published_at DESC{last}, first_published_at DESC, id DESC", "live"),
    ("portal_page_by_publication", "first_published_at DESC, id DESC", "live"),
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Makes those that are missing, if the table is there."""
    if _PAGES not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
            cursor.execute(statement)


def _statements(vendor: str) -> Iterator[str]:
    last = " NULLS LAST" if vendor == "postgresql" else ""  # as SQLite has it anyway, and can't be told
    for name, columns, condition in _INDEXES:
        yield f"CREATE INDEX IF NOT EXISTS {name} ON {_PAGES} ({columns.format(last=last)}) WHERE {condition}"
