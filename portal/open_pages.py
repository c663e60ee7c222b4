"""Pages that any reader may open: live, and without a view restriction on them or on a page above.

``.live().public()`` asks for all restrictions in a query of its own each time, and forgets that Wagtail serves an
alias under the restrictions of its source.
"""

from typing import Any, TypeVar

from django.db.models import BooleanField, F, Func, Q
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

Pages = TypeVar("Pages", bound=PageQuerySet)


def open_to_all(pages: Pages) -> Pages:
    """Those of ``pages`` that any reader may open. An alias is as private as its source. No query of its own."""
    return pages.live().filter(~Q(_IsRestricted()))


def is_open_to_all(page: str) -> Q:
    """The same of what ``page`` leads to, the name of a foreign key: for a condition on whatever has a page."""
    return Q(**{f"{page}__live": True}) & ~Q(_IsRestricted(f"{page}__"))


class _IsRestricted(Func):
    """Whether a page is restricted, or one above it. Restrictions are few and are read first: left to itself, SQLite
    would read all pages for each page, so its join is one whose order it keeps (sqlite.org/optoverview.html, 8.2).
    """

    template = (
        f"EXISTS (SELECT 1 FROM {PageViewRestriction._meta.db_table} restriction "  # noqa: S608 - names from models
        f"%(join)s {Page._meta.db_table} restricted ON restricted.id = restriction.page_id "
        "WHERE restricted.path IN (%(expressions)s))"
    )
    output_field = BooleanField()

    def __init__(self, page: str = "") -> None:
        super().__init__(_BeginningOf(F(f"{page}path")), _BeginningOf(F(f"{page}alias_of__path")))

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, join="JOIN", **context)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, join="CROSS JOIN", **context)


class _BeginningOf(Func):
    """As much of a path as a restricted page has; nothing of a path that is none."""

    template = "COALESCE(SUBSTR(%(expressions)s, 1, LENGTH(restricted.path)), '')"


def all_of(kind: type[Page]) -> PageQuerySet:
    """Every page of a kind of which there are few, found by its own table: without a word about it, a database may look
    through all pages of the community for those of the kind.
    """
    return kind._default_manager.filter(pk__in=kind._default_manager.order_by().values("pk")).order_by("pk")
