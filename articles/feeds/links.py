"""Addresses and lasting names of feeds and of what stands in them."""

from datetime import UTC, datetime

from wagtail.models import Page

from articles.public_site import PublicSite

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # of what has no day of its own


def topic_feed_url(topic: Page, site: PublicSite) -> str:
    """The address of a topic's feed."""
    return f"{site.url(topic)}feed.xml"


def tag_of(page: Page, site: PublicSite) -> str:
    """A name that stays when the page moves or is renamed (RFC 4151), dated by its first publication."""
    born = (page.first_published_at or LONG_AGO).date().isoformat()
    return f"tag:{site.site.hostname},{born}:page/{page.pk}"
