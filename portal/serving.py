"""Serves the pages of a community. Wagtail's own view does it; this one finds the home page with fewer queries.

Wagtail asks for the language, then for the home page's translation, then for the home page as what it is.

Whoever keeps a copy of a page has to ask before showing it again (RFC 9111, section 5.2.2.4): what stands on it may
be withdrawn at any moment, and is gone with the next request.
"""

from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page, Site
from wagtail.views import serve as wagtail_serve

from portal.models import HomePage
from portal.page_cache.marking import depends_on, may_keep
from portal.prepared import prepared


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """The page at ``path`` in the community that answers ``request``; none in a language that it does not have."""
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
        may_keep(request, reads=frozenset(getattr(page, "reads_parameters", ())))


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
