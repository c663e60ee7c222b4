"""The address of a page in its community. As Wagtail's (``Page.get_url_parts``), which asks Django for the path anew
each time; here a path is made once for each language and place below the home page.
"""

from functools import lru_cache
from typing import Protocol

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils import translation
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

Parts = tuple[int, str | None, str | None]


class Placed(Protocol):
    """A page, or what was read of one."""

    @property
    def url_path(self) -> str: ...


def parts_of(page: Placed, request: HttpRequest | None = None) -> Parts | None:
    """The community's id, its root address and the path. None for a page that has no address."""
    places = [place for place in _all_places(page, request) if page.url_path.startswith(place.root_path)]
    if not places:
        return None
    chosen = places[0]
    if len(places) > 1 and isinstance(request, HttpRequest) and (site := Site.find_for_request(request)):
        chosen = next((place for place in places if place.site_id == site.pk), chosen)
    rest = page.url_path[len(chosen.root_path) :]
    path = _path(chosen.language_code, rest, get_urlconf() or settings.ROOT_URLCONF, get_script_prefix())
    return (chosen.site_id, None, None) if path is None else (chosen.site_id, chosen.root_url, path)


def address_of(page: Placed, request: HttpRequest | None) -> str:
    """As ``Page.get_url``: a path in the community that answers ``request``, a full address in another, else empty."""
    site_id, root, path = parts_of(page, request) or (0, None, None)
    if path is None:
        return ""
    site = Site.find_for_request(request)
    is_here = site is not None and site.pk == site_id
    if is_here or len({place.site_id for place in _all_places(page, request)}) == 1:
        return path
    return f"{root}{path}"


def full_address_of(page: Placed, request: HttpRequest) -> str:
    """As ``Page.get_full_url``; empty where that is None."""
    _site, root, path = parts_of(page, request) or (0, None, None)
    return "" if path is None else f"{root}{path}"


def _all_places(page: Placed, request: HttpRequest | None) -> list[SiteRootPath]:
    """Where communities begin; asked once for a request, or for a page where there is none."""
    return Page._get_site_root_paths(page, request)


@lru_cache(maxsize=4096)
def _path(language: str, rest: str, _urlconf: str, _prefix: str) -> str | None:
    with translation.override(language):
        try:
            return reverse("wagtail_serve", args=(rest,))
        except NoReverseMatch:
            return None
