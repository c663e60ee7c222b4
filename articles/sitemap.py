"""What search engines may list: the sitemap (https://www.sitemaps.org/protocol.html) and robots.txt (RFC 9309) of the
community that answers an address.
"""

from collections import defaultdict

from django.conf import settings
from django.contrib.sitemaps.views import SitemapIndexItem, x_robots_tag
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap, views
from wagtail.models import Page

from articles.public_site import public_site
from portal.open_pages import open_to_all

NOT_LISTED = ("/admin/", "/search/")


class CommunitySitemap(Sitemap):
    """Every page of the community that anybody may open, in each of its languages, with its translations."""

    limit = 5_000  # pages of one sitemap. The protocol allows 50,000 and 50 MB

    @cached_property
    def homes(self) -> list[Page]:
        """The home page in each of its languages. One query."""
        return list(self.get_wagtail_site().root_page.get_translations(inclusive=True))

    @cached_property
    def paginator(self):
        """The pages in parts."""
        return Paginator(self.items(), self.limit)

    def items(self):
        """The pages, as they are listed. No text of any page."""
        found = Page.objects.none()
        for home in self.homes:
            found = found | Page.objects.descendant_of(home, inclusive=True)
        return open_to_all(found).order_by("path").select_related("locale")

    def _urls(self, page, protocol, domain):
        """As Wagtail's, with the languages of each page, which may stand on any page of the sitemap."""
        items = list(self.paginator.page(page).object_list)
        versions = self._versions(items)
        listed = []
        for item in items:
            alternates = versions[item.translation_key] if len(versions[item.translation_key]) > 1 else []
            main = [("x-default", url) for language, url in alternates if language == settings.LANGUAGE_CODE]
            listed.append(
                {
                    "item": item,
                    "location": self.location(item),
                    "lastmod": self.lastmod(item),
                    "alternates": [{"lang_code": code, "location": url} for code, url in [*alternates, *main]],
                }
            )
        changes = [each["lastmod"] for each in listed]
        if changes and None not in changes:
            self.latest_lastmod = max(changes)
        return listed

    def _versions(self, items):
        """The languages of each of ``items`` with the addresses, by translation key. One query more at most."""
        versions = defaultdict(list)
        if len(self.homes) > 1:
            others = items
            if self.paginator.num_pages > 1:
                others = self.items().filter(translation_key__in={item.translation_key for item in items})
            for other in others:
                versions[other.translation_key].append((other.locale.language_code, other.get_full_url(self.request)))
        return versions


@require_safe
@x_robots_tag
def sitemap(request):
    """The pages; where these are too many for one sitemap, where its parts are: ``?p=1`` and so on."""
    pages, site = CommunitySitemap(request), public_site(request)
    if site is None or "p" in request.GET or pages.paginator.num_pages == 1:
        return views.sitemap(request, {"pages": pages})
    address = site.absolute(reverse("sitemap"))
    items = [SitemapIndexItem(f"{address}?p={number}") for number in pages.paginator.page_range]
    return render(request, "sitemap_index.xml", {"sitemaps": items}, content_type="application/xml")


@require_safe
def robots(request):
    """What crawlers may fetch. Pages are kept from lists by ``noindex``; this only spares needless work."""
    site = public_site(request)
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_LISTED)]
    lines += [f"Disallow: /{code}/search/" for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    if site:
        lines += ["", f"Sitemap: {site.absolute(reverse('sitemap'))}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
