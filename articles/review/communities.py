"""Names and days of communities, for lists of pages from several of them."""

from datetime import date

from django.utils import timezone
from wagtail.models import Page

from articles.review.calendar import homes, site_of
from portal.models import CommunitySettings


class Communities:
    """What a list says about the communities of its pages. Three queries, however many pages are asked about."""

    def __init__(self) -> None:
        self._homes = homes()
        self._settings = {row.site_id: row for row in CommunitySettings.objects.all()}

    def name_of(self, page: Page) -> str:
        """The name of the community in which ``page`` stands; empty if it stands in none."""
        site = site_of(page, self._homes)
        return (site.site_name or site.root_page.title) if site else ""

    def today_of(self, page: Page) -> date:
        """Today, in the time zone of the community."""
        site = site_of(page, self._homes)
        own = self._settings.get(site.pk) if site else None
        return timezone.localdate(timezone=(own or CommunitySettings()).zone)
