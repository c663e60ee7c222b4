"""The page under which articles are imported: named by id, address, slug or title, or chosen from a list."""

from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from wagtail.models import Page, Site
from wagtail.permission_policies.pages import PagePermissionPolicy

from articles.models import ArticlePage

MOST_CANDIDATES = 12


class UnknownPageError(Exception):
    """No page, several pages, or one that takes no articles. Its message is a sentence that lists candidates."""


def possible_parents():
    """Every page that takes articles."""
    return Page.objects.type(*ArticlePage.allowed_parent_page_models()).order_by("path")


def parents_for(user):
    """The pages under which ``user`` may add articles."""
    allowed = PagePermissionPolicy().instances_user_has_permission_for(user, "add")
    return possible_parents().filter(pk__in=allowed.values("pk"))


def find_parent(name: str) -> Page:
    """The page that ``name`` means: an id, a slug, a path, a full address or an exact title.

    Raises ``UnknownPageError``.
    """
    name = name.strip()
    pages = Page.objects.filter(depth__gt=1)
    found = _by_id(name) or _by_address(name) or list(pages.filter(slug=name.strip("/")))
    found = found or list(pages.filter(title__iexact=name))
    suitable = [page for page in found if takes_articles(page)]
    if len(suitable) == 1:
        return suitable[0].specific
    if len(suitable) > 1:
        raise UnknownPageError(
            _("“%(name)s” means several pages: %(pages)s. Give the number of one.")
            % {"name": name, "pages": _listed(suitable)}
        )
    if found:
        message = _("“%(name)s” takes no articles. These do: %(pages)s.")
    else:
        message = _("No page is called “%(name)s”. These take articles: %(pages)s.")
    raise UnknownPageError(message % {"name": name, "pages": _listed(possible_parents()) or _("none yet")})


def takes_articles(page: Page) -> bool:
    """Whether an article may stand under ``page``."""
    return page.specific_class in ArticlePage.allowed_parent_page_models()


def _by_id(name: str) -> list[Page]:
    if name.isascii() and name.isdecimal() and len(name) < 10:
        return list(Page.objects.filter(pk=int(name), depth__gt=1))
    return []


def _by_address(name: str) -> list[Page]:
    try:
        parts = urlsplit(name)
        host, port = parts.hostname, parts.port
    except ValueError:
        return []
    if not name.startswith("/") and not host:
        return []
    pages = []
    for site in Site.objects.select_related("root_page"):
        if host and (site.hostname != host or (port and port != site.port)):
            continue
        path = "/" + parts.path.strip("/") + "/" if parts.path.strip("/") else "/"
        pages += Page.objects.filter(url_path=site.root_page.url_path.rstrip("/") + path)
    return pages


def _listed(pages) -> str:
    pages = list(pages[: MOST_CANDIDATES + 1])
    names = [f"{page.pk} ({page.title}, {page.url_path})" for page in pages[:MOST_CANDIDATES]]
    return "; ".join(names) + ("; …" if len(pages) > MOST_CANDIDATES else "")
