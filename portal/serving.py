"""Serves the pages of a community. Wagtail's own view does it; this one finds the home page with fewer queries.

Wagtail asks for the language, then for the home page's translation, then for the home page as what it is.

A page that was made before is shown again if everything that it was made of still reads the same (``portal.reread``).

Whoever keeps a copy of a page has to ask before showing it again (RFC 9111, section 5.2.2.4): what stands on it may
be withdrawn at any moment, and is gone with the next request.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from http import HTTPStatus
from operator import attrgetter
from uuid import UUID

from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page, Site
from wagtail.views import serve as wagtail_serve

from portal.models import CommunitySettings, HomePage
from portal.page_cache.marking import Mark, depends_on, mark_of, may_keep
from portal.page_cache.store import Store
from portal.prepared import prepared
from portal.purging.addresses import is_own_address
from portal.reread import Noted, also_read, noted


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """The page at ``path`` in the community that answers ``request``; none in a language that it does not have."""
    key = _key(request)
    if key is None:
        return _made(request, path)
    if (known := _pages.get(key)) and known.notes.reads_the_same():
        return known.answer(request)
    with noted() as notes:
        also_read(Site.get_site_root_paths, Site.get_site_root_paths())
        response = _made(request, path)
        if hasattr(response, "render"):
            response.render()
    is_personal = bool(response.cookies) or "CSRF_COOKIE_NEEDS_UPDATE" in request.META
    if notes.is_complete and response.status_code == HTTPStatus.OK and not is_personal:
        _pages.put(key, MadePage(notes, response.content, dict(response.headers), mark_of(request)))
    return response


@dataclass(frozen=True)
class MadePage:
    """A page as it was made, with everything that was read for it."""

    notes: Noted
    content: bytes
    headers: dict[str, str]
    mark: Mark

    @cached_property
    def size(self) -> int:
        """Bytes of the page, and of the rows that were read for it."""
        return len(self.content) + self.notes.size

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The same answer once more, with all that was said of it to whoever keeps pages."""
        depends_on(request, *self.mark.tags)
        if self.mark.may_be_kept:
            may_keep(request, reads=self.mark.reads, is_purged=bool(self.mark.origin))
        return HttpResponse(self.content, headers=self.headers)


_pages: Store[MadePage] = Store(settings.MADE_PAGES_BYTES)


def _key(request: HttpRequest) -> Hashable | None:
    """What a page follows from besides the database; None where it may be made for somebody in particular."""
    site = Site.find_for_request(request)
    if not settings.MADE_PAGES_BYTES or site is None or request.META.get("QUERY_STRING") or _is_known(request):
        return None
    community = CommunitySettings.for_request(request)
    place = request.scheme, request.get_host(), request.path, request.method, get_language()
    return *place, _said(site), _said(site.root_page), _said(community), settings.COMMENTS_PER_PAGE


def _is_known(request: HttpRequest) -> bool:
    return request.method not in ("GET", "HEAD") or bool(
        request.COOKIES.keys() & {settings.SESSION_COOKIE_NAME, settings.MESSAGES_COOKIE_NAME}
    )


def _said(row: Model) -> tuple:
    """All that is stored of ``row``."""
    kind = type(row)
    if kind not in _readers:
        _readers[kind] = attrgetter(*(field.attname for field in kind._meta.concrete_fields))
    return _readers[kind](row)


_readers: dict[type[Model], Callable[[Model], tuple]] = {}


def _made(request: HttpRequest, path: str) -> HttpResponse:
    home = _home(Site.find_for_request(request))
    if home is None and get_language() != settings.LANGUAGE_CODE:
        raise Http404  # Wagtail would show the main language's home page as if it were in this one
    if home is not None:
        try:
            route = home.route(request, [slug for slug in path.split("/") if slug])
        except Http404:
            route = None
        request._wagtail_route_for_request = route  # where Page.route_for_request keeps it
    response = wagtail_serve(request, path)
    patch_cache_control(response, no_cache=True)
    if home is not None and route is not None:
        _keep(request, route.page)
    return response


def _keep(request: HttpRequest, page: Page) -> None:
    """Says that the page may be kept whole, if everybody may open it (``portal.page_cache``)."""
    if getattr(page, "is_open_to_all", False):
        depends_on(request, f"page:{page.pk}")
        reads = frozenset(getattr(page, "reads_parameters", ()))
        may_keep(request, reads=reads, is_purged=is_own_address(request, page))


def _home(site: Site | None) -> HomePage | None:
    """The live home page in the active language. None where Wagtail has to look for itself."""
    try:
        language = get_supported_content_language_variant(get_language())
    except LookupError:
        return None
    return _homes.first(language, site.root_page.translation_key) if site else None


@prepared
def _homes(language: str, translation_key: UUID) -> QuerySet:
    return HomePage.objects.filter(live=True, locale__language_code=language, translation_key=translation_key)
