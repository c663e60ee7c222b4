"""The way from a community's home page to a page, and who may go it, in one query however deep the page stands.

Wagtail asks twice for each level and twice more for restrictions (``Page.route``, ``Page.get_view_restrictions``).
"""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page, PageViewRestriction

from portal.prepared import prepared

HOME_DEPTH = 2  # a home page stands right under the root of the tree
FACTS: dict[str, Exists] = {}  # what else apps want to know of a page, by name: found on the way, without a query


def way_to(home: Page, slugs: Sequence[str]) -> list[Page] | None:
    """The pages from ``home`` to the page at ``slugs`` under it, or None if there is no such page.

    Each has ``is_restricted``: whether it or the root of the tree has a restriction, or it takes those of another page
    as its alias;
    and ``has_translations``: whether there is a live page that is its translation; and each of ``FACTS``.
    """
    if home.depth != HOME_DEPTH:
        return None
    steps = ["/".join(slugs[:number]) + "/" for number in range(1, len(slugs) + 1)]
    addresses = [home.url_path, *(home.url_path + step for step in steps)]
    way = _pages(addresses, home.path, home.path[: -home.steplen], list(dict.fromkeys(slugs)))
    if [page.url_path for page in way] != addresses:
        return None
    for page in way:
        page.is_restricted = page.has_own or page.alias_of_id is not None
    return way


@prepared
def _pages(addresses: Sequence[str], path: str, root: str, slugs: Sequence[str]) -> QuerySet:
    """``path`` of the home page and of the ``root``, and ``slugs`` below: addresses alone have no index."""
    restrictions = PageViewRestriction.objects.filter(Q(page=OuterRef("pk")) | Q(page__path=root))
    translations = Page.objects.live().filter(translation_key=OuterRef("translation_key")).exclude(pk=OuterRef("pk"))
    found = Page.objects.filter(Q(path=path) | Q(slug__in=slugs), url_path__in=addresses)
    found = found.select_related("locale").order_by("depth")
    return found.annotate(has_own=Exists(restrictions), has_translations=Exists(translations), **FACTS)


def specific_of(page: Page) -> Page:
    """``page`` as what it is, with all that belongs to its kind. One query."""
    kind = page.specific_class
    found = _specific.first(page.pk, kind=kind) if kind else None
    return page.specific if found is None else found


@prepared
def _specific(pk: int, *, kind: type[Page]) -> QuerySet:
    return kind._default_manager.filter(pk=pk)
