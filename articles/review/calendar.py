"""Which day it is for a page: reviews begin and end with the days of its community."""

import calendar
from collections.abc import Mapping
from datetime import date

from django.utils import timezone
from wagtail.models import Page, Site

from portal.models import CommunitySettings

LONGEST_MONTHS = 36  # until the next review
PROPOSED_MONTHS = 24


def homes() -> dict[str, Site]:
    """Each community by the path of its home page, and of every translation of it. Two queries."""
    sites = {site.root_page.translation_key: site for site in Site.objects.select_related("root_page")}
    roots = Page.objects.filter(translation_key__in=sites).values_list("path", "translation_key")
    return {path: sites[key] for path, key in roots}


def site_of(page: Page, among: Mapping[str, Site]) -> Site | None:
    """The community among ``homes`` that ``page`` stands in."""
    own = [path for path in among if (page.path or "").startswith(path)]
    return among[max(own, key=len)] if own else None


def community_of(page: Page) -> CommunitySettings:
    """The settings of the community that ``page`` belongs to; defaults where none does."""
    return CommunitySettings.for_site(site_of(page, homes()))


def today_for(page: Page) -> date:
    """Today, in the time zone of the page's community."""
    return timezone.localdate(timezone=community_of(page).zone)


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def proposed_due_day(today: date) -> date:
    """When the next review is due unless the reviewer says otherwise."""
    return add_months(today, PROPOSED_MONTHS)


def latest_due_day(today: date) -> date:
    """The latest day that a reviewer may choose."""
    return add_months(today, LONGEST_MONTHS)
