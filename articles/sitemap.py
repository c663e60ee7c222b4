"""What search engines may list: the sitemap (https://www.sitemaps.org/protocol.html) and robots.txt (RFC 9309) of the
community that answers an address.
"""

from collections import defaultdict

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from articles.public_site import public_site
from portal.open_pages import open_to_all

NOT_LISTED = ("/admin/", "/search/")


class CommunitySitemap(Sitemap):
    """Every page of the community that anybody may open, in each of its languages, with its translations."""

    def items(self):
        """The pages, as they are listed. Two queries, and no text of any page."""
        root = self.get_wagtail_site().root_page
        homes = root.get_translations(inclusive=True)
        found = Page.objects.none()
        for home in homes:
            found = found | Page.objects.descendant_of(home, inclusive=True)
        return open_to_all(found).order_by("path").select_related("locale")

    def _urls(self, page, protocol, domain):
        """As Wagtail's, with the languages of each page, which may stand on any page of the sitemap."""
        versions = defaultdict(list)
        for other in self.items():
            versions[other.translation_key].append((other.locale.language_code, other.get_full_url(self.request)))
        listed = []
        for item in self.paginator.page(page).object_list:
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


@require_safe
def robots(request):
    """What crawlers may fetch. Pages are kept from lists by ``noindex``; this only spares needless work."""
    site = public_site(request)
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_LISTED)]
    lines += [f"Disallow: /{code}/search/" for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    if site:
        lines += ["", f"Sitemap: {site.absolute(reverse('sitemap'))}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
