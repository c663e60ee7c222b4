"""Which article an address belongs to: the one that readers reach there, if anybody may open it."""

from django.http import Http404, HttpRequest
from wagtail.models import Site

from articles.models import ArticlePage


def article_at(request: HttpRequest, path: str) -> ArticlePage | None:
    """The article at ``path`` in the community that answers, or ``None`` for everything that not all may open."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    try:
        # As Page.route_for_request, which would keep the answer for the address of the request itself.
        page = site.root_page.localized.specific.route(request, [slug for slug in path.split("/") if slug])[0]
    except Http404:
        return None
    return page if isinstance(page, ArticlePage) and may_be_reported(page) else None


def may_be_reported(page: ArticlePage) -> bool:
    """Whether readers of ``page`` may report an error in it: where it is live and open to all."""
    return page.live and not page.get_view_restrictions().exists()
