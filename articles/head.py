"""What stands in the head of a page for machines: search engines, feed readers, and places where links are shared."""

from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from articles.blocks.plain import plain_line
from articles.feeds.links import topic_feed_url
from articles.models import ArticlePage, PersonPage, TopicPage
from articles.public_site import PublicSite, public_site, zoned
from articles.sharing import share_picture
from articles.structured_data import structured_data
from articles.structured_data.script import as_script
from portal.models import PortalPage


@dataclass(frozen=True)
class Head:
    """The head of one page. ``is_indexed``: whether search engines may list it."""

    is_indexed: bool = False
    description: str = ""
    canonical: str = ""
    properties: list[tuple[str, str]] = field(default_factory=list)
    alternates: list[tuple[str, str]] = field(default_factory=list)
    feeds: list[tuple[str, str]] = field(default_factory=list)
    script: str = ""

    @property
    def shown(self) -> tuple:
        """Everything of it but the script."""
        lists = tuple(self.properties), tuple(self.alternates), tuple(self.feeds)
        return self.is_indexed, self.description, self.canonical, *lists


def head_of(page, request: HttpRequest | None) -> Head:
    """The head of ``page``. Search results, errors, drafts in preview, pages for some readers only and further pages of
    a list are not to be listed, so nothing is said of them. What stands in a list is in the sitemap.
    """
    site = public_site(request)
    if site is None:
        return Head()
    feeds = [(gettext("%(name)s: newest articles") % {"name": site.name}, site.absolute(reverse("feed")))]
    if not _is_public(page, request) or _is_further(page, request):
        return Head(feeds=feeds)
    if isinstance(page, TopicPage):
        feeds.append((plain_line(page.title), topic_feed_url(page, site)))
    return Head(
        is_indexed=True,
        description=plain_line(page.description),
        canonical=site.url(page),
        properties=[(name, value) for name, value in _open_graph(page, site) if value],
        alternates=_alternates(page, site),
        feeds=feeds,
        script=as_script(structured_data(page, request)),
    )


def _is_public(page, request) -> bool:
    if not isinstance(page, PortalPage) or getattr(request, "is_preview", False):
        return False
    return bool(page.pk) and page.live and not page.get_view_restrictions().exists()


def _is_further(page: PortalPage, request: HttpRequest) -> bool:
    """Whether this is a part of a list other than its first one."""
    return any(request.GET.get(name, "1") != "1" for name in page.reads_parameters)


def _open_graph(page: PortalPage, site: PublicSite) -> list[tuple[str, str]]:
    """https://ogp.me"""
    is_article = isinstance(page, ArticlePage)
    picture = share_picture(page)
    properties = [
        ("og:type", "article" if is_article else "profile" if isinstance(page, PersonPage) else "website"),
        ("og:title", plain_line(page.seo_title or page.title)),
        ("og:description", plain_line(page.description)),
        ("og:url", site.url(page)),
        ("og:site_name", site.name),
        ("og:locale", translation.to_locale(site.language)),
    ]
    if picture:
        address = site.absolute(picture.url) if picture.url.startswith("/") else picture.url
        sizes = [("og:image:width", str(picture.width)), ("og:image:height", str(picture.height))]
        properties += [("og:image", address), *sizes]
    if is_article:
        properties += [
            ("article:published_time", zoned(page.first_published_at)),
            ("article:modified_time", zoned(page.last_published_at)),
        ]
    return properties


def _alternates(page: PortalPage, site: PublicSite) -> list[tuple[str, str]]:
    """Every language of the page, itself included, where there is more than one. ``x-default`` is for readers of
    other languages: the portal's main language, where the page has it.
    """
    if not page.translations:
        return []
    versions = {other.locale.language_code: site.url(other) for other in page.translations}
    versions[page.locale.language_code] = site.url(page)
    alternates = sorted(versions.items())
    if settings.LANGUAGE_CODE in versions:
        alternates.append(("x-default", versions[settings.LANGUAGE_CODE]))
    return alternates
