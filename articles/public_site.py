"""The community that answers a request, and absolute addresses in it: what machines are told about a page."""

from datetime import datetime
from functools import cached_property

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page, Site

from articles.blocks.plain import plain_line
from portal.addresses import full_address_of
from portal.models import CommunitySettings


class PublicSite:
    """A community as a machine sees it, in the language of the request."""

    def __init__(self, request: HttpRequest, site: Site):
        self.request = request
        self.site = site
        self.language = translation.get_language()

    @cached_property
    def community(self) -> CommunitySettings:
        """The community's settings."""
        return CommunitySettings.for_request(self.request)

    @cached_property
    def name(self) -> str:
        """The community's name."""
        return plain_line(self.site.site_name or self.site.root_page.title)

    @property
    def home_url(self) -> str:
        """The address of the community's home page in this language."""
        return self.absolute(reverse("wagtail_serve", args=[""]))

    def absolute(self, path: str) -> str:
        """``path`` as an address of the community's own host, whichever host the request named."""
        return f"{self.site.root_url}{path}"

    def url(self, page: Page) -> str:
        """The full address of a page, or an empty string for one that has none."""
        return full_address_of(page, self.request)


def public_site(request: HttpRequest | None) -> PublicSite | None:
    """The community of ``request``, or ``None`` where none answers."""
    site = Site.find_for_request(request) if request is not None else None
    return PublicSite(request, site) if site else None


def zoned(moment: datetime | None) -> str:
    """``moment`` in ISO 8601 with the offset of the community's time zone; empty for none."""
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""
