"""What templates of every page ask for: the frame around it, its breadcrumb, and dates in full."""

from collections.abc import Hashable
from datetime import date, datetime

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.templatetags.wagtailcore_tags import richtext

from portal.addresses import address_of
from portal.frame import Frame, Link, frame_of
from portal.kept import Kept
from portal.models import CommunitySettings, HomePage, PortalPage
from portal.page_links import with_addresses
from portal.request_ids import current_number
from portal.routing import HOME_DEPTH
from portal.theme import theme_digest

register = template.Library()
_made: Kept[SafeString] = Kept(512)


@register.simple_tag(takes_context=True)
def frame(context) -> Frame:
    """The community's name, navigation and foot. Made once for a request."""
    request = context["request"]
    page = context.get("page")
    if not hasattr(request, "portal_frame"):
        request.portal_frame = frame_of(request, page)
    return request.portal_frame


@register.simple_tag(takes_context=True)
def standard_page(context, role: str) -> Link | None:
    """The standard page of the community that has a role, if there is one."""
    return frame(context).roles.get(role)


@register.simple_tag(takes_context=True)
def community_text(context, html: str) -> str:
    """Rich text of the community's settings. Links to pages that the frame holds need no query."""
    return richtext(with_addresses(html, frame(context).addresses))


@register.simple_tag
def featured_pages(home: HomePage) -> list[Page]:
    """The places to start, in the editor's order. A query for the list and one for each kind of page."""
    chosen = [entry.page_id for entry in home.featured.all()]
    pages = Page.objects.filter(pk__in=chosen).live().public().defer_streamfields().specific()
    return sorted(pages, key=lambda page: chosen.index(page.pk)) if chosen else []


@register.simple_tag
def made_once(template: str, *inputs: Hashable, **names) -> SafeString:
    """The HTML of a template that sees ``names`` and nothing else. Remembered by ``inputs``, which have to hold
    everything that the template shows of them: the same inputs give the same HTML.
    """
    known = (template, get_language(), timezone.get_current_timezone_name(), inputs)
    return _made.get(known, lambda: render_to_string(template, names))


@register.simple_tag
def theme(community: CommunitySettings) -> str:
    """The digest that names a community's stylesheet, for ``{% url 'theme' digest %}``."""
    return theme_digest(community)


@register.simple_tag(takes_context=True)
def community(context) -> CommunitySettings:
    """The settings of the page's community, also where a block is shown outside any page."""
    request = context.get("request")
    if request is not None:
        return CommunitySettings.for_request(request)
    page = context.get("page")
    site = page.get_site() if isinstance(page, PortalPage) else None
    return CommunitySettings.for_site(site) if site else CommunitySettings()


@register.simple_tag(takes_context=True)
def breadcrumb(context) -> list[Link]:
    """Links from the home page down to the page's parent. Empty on a home page and where there is no page."""
    page = context.get("page")
    if not isinstance(page, PortalPage) or page.depth <= HOME_DEPTH:
        return []
    request = context.get("request")
    return [Link(ancestor.title, address_of(ancestor, request)) for ancestor in page.breadcrumb]


@register.simple_tag
def full_date(value: date | datetime | None) -> str:
    """A ``<time>`` with the date in full, in the reader's language and the community's zone; empty for no date."""
    if not value:
        return ""
    day = timezone.localtime(value).date() if isinstance(value, datetime) else value
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), date_format(day, "DATE_FORMAT"))


@register.simple_tag
def request_number() -> str:
    """The number of the request that is being answered, which its lines in the log have as well. Empty if there is
    none.
    """
    return current_number()
