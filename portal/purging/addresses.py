"""Under which addresses caches in front hold a page: its own, in each community to which it belongs.

A tag names the page itself (``page:3``) or something on it: other apps say in ``FINDERS`` on which page that is.
"""

from collections.abc import Callable, Iterable

from django.http import HttpRequest
from wagtail.models import Page

FINDERS: dict[str, Callable[[int], int | None]] = {}  # by the first part of a tag: the page that holds it


def is_own_address(request: HttpRequest, page: Page) -> bool:
    """Whether ``request`` asks for ``page`` under the one address that is purged when it changes."""
    return request.path == page.get_url(request)


def addresses_of(tag: str) -> list[str]:
    """Full addresses of the page that holds what ``tag`` names. None where it has none any more."""
    name, _colon, number = tag.partition(":")
    if not number.isdecimal():
        return []
    found = int(number) if name == "page" else FINDERS[name](int(number)) if name in FINDERS else None
    return full_addresses(Page.objects.filter(pk=found)) if found else []


def full_addresses(pages: Iterable[Page]) -> list[str]:
    """Full addresses of ``pages``, live or not: what is not live any more may still be held."""
    return [address for page in pages if (address := page.get_full_url())]
