"""Pages that any reader may open: live, and without a view restriction on them or on a page above.

``.live().public()`` asks for all restrictions in a query of its own each time, and forgets that Wagtail serves an
alias under the restrictions of its source.
"""

from typing import TypeVar

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

Pages = TypeVar("Pages", bound=PageQuerySet)


def open_to_all(pages: Pages) -> Pages:
    """Those of ``pages`` that any reader may open. An alias is as private as its source. No query of its own."""
    restrictions = PageViewRestriction.objects.filter(
        _stands_on_the_way_to(OuterRef("path")) | _stands_on_the_way_to(OuterRef("alias_of__path"))
    )
    return pages.live().filter(~Exists(restrictions))


def all_of(kind: type[Page]) -> PageQuerySet:
    """Every page of a kind of which there are few, found by its own table: without a word about it, a database may look
    through all pages of the community for those of the kind.
    """
    return kind._default_manager.filter(pk__in=kind._default_manager.order_by().values("pk")).order_by("pk")


def _stands_on_the_way_to(path: OuterRef) -> Q:
    return Q(page__path=Substr(path, 1, Length("page__path")))
