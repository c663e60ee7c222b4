"""What surrounds every page: its community, the navigation and the links in the foot. One query.

The navigation holds the pages right under the home page that an editor shows in menus; the foot holds the
standard pages that have a role. Both are those of the language of the page that is shown; a standard page that is not
translated is linked to in the community's main language, so that policies can be reached from every page.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.conf import settings
from django.db.models import F, Q, QuerySet
from wagtail.models import Page, Site

from portal.addresses import address_of
from portal.models import CommunitySettings, PortalPage, StandardPage
from portal.prepared import prepared
from portal.routing import HOME_DEPTH


class Link(NamedTuple):
    """A link to a page of the community. ``current`` is a value of ``aria-current``, or empty. ``language`` is that of
    a page in another language than the one that is shown.
    """

    title: str
    url: str
    current: str = ""
    language: str = ""


class Entry(NamedTuple):
    """What is read of a page that the header or the foot may lead to: making whole pages of them would cost more than
    all else in a frame.
    """

    pk: int
    title: str
    path: str
    depth: int
    url_path: str
    show_in_menus: bool
    locale_id: int
    language: str
    role: str | None


@dataclass(frozen=True)
class Frame:
    """The community whose page this is, and where its header and foot lead.

    Tagline and disclaimers of a community's settings are in its main language: a translated page shows none of them.
    """

    community: CommunitySettings
    name: str
    home_url: str
    is_translated: bool = False
    navigation: list[Link] = field(default_factory=list)
    foot: list[Link] = field(default_factory=list)
    roles: dict[str, Link] = field(default_factory=dict)
    addresses: dict[int, str] = field(default_factory=dict)  # of all these pages, by their ids
    is_sign_up: bool = False  # whether this is the page to which the foot leads for e-mail

    @property
    def in_head(self) -> tuple:
        """Everything of it that the header shows."""
        return self.name, self.home_url, self.is_translated, self.community.tagline, tuple(self.navigation)

    @property
    def in_foot(self) -> tuple:
        """Everything of it that the foot shows."""
        shown = self.community
        publisher = shown.publisher_name, shown.publisher_address, shown.contact_email, shown.emergency_number
        return *publisher, tuple(self.foot), self.is_sign_up


def frame_of(request, page=None) -> Frame:
    """The frame of ``page``, or of the community that answers ``request`` when there is no page of the portal."""
    site = Site.find_for_request(request)
    if site is None:
        return Frame(community=CommunitySettings(), name=settings.WAGTAIL_SITE_NAME, home_url="/")
    home = _home_of(page) if isinstance(page, PortalPage) else site.root_page.localized
    is_translated = home.locale_id != site.root_page.locale_id
    rows = _entries(home.path, home.depth, home.depth + 1, site.root_page.path, is_translated=is_translated)
    entries = [(entry, _link(entry, home, page, request)) for entry in rows]
    untranslated_first = sorted(entries, key=lambda each: not each[1].language)
    roles = {entry.role: link for entry, link in untranslated_first if entry.role}
    return Frame(
        community=CommunitySettings.for_request(request),
        name=home.title if is_translated else site.site_name or home.title,
        home_url=address_of(home, request) or "/",
        is_translated=is_translated,
        navigation=[
            link
            for entry, link in entries
            if entry.show_in_menus and entry.depth == home.depth + 1 and not link.language
        ],
        foot=[roles[role] for role in StandardPage.Role.values if role in roles],
        roles=roles,
        addresses={entry.pk: link.url for entry, link in entries if link.url},
        is_sign_up=getattr(request.resolver_match, "url_name", "") == "sign_up",
    )


def _home_of(page: PortalPage) -> Page:
    return page if page.depth <= HOME_DEPTH else page.breadcrumb[0]


@prepared
def _entries(path: str, depth: int, below: int, main: str, *, is_translated: bool) -> QuerySet:
    """``path`` and ``depth`` of the home page, the depth below it, the path of the main language's home page."""
    # Each kind by an index of its own: by a condition that names both, a database looks at every page of the community.
    in_menu = Page.objects.filter(show_in_menus=True, depth=below).order_by().values("pk")
    with_role = StandardPage.objects.filter(role__gt="").order_by().values("pk")
    wanted = Q(path__startswith=path, depth__gt=depth)
    if is_translated:
        wanted |= Q(path__startswith=main, standardpage__role__gt="")
    pages = Page.objects.live().filter(wanted, pk__in=in_menu.union(with_role, all=True))
    pages = pages.annotate(role=F("standardpage__role"), language=F("locale__language_code")).order_by("path")
    return pages.values_list(*Entry._fields, named=True)


def _link(entry: Entry, home: Page, page, request) -> Link:
    language = "" if entry.locale_id == home.locale_id else entry.language
    return Link(entry.title, address_of(entry, request), _current(entry, page), language)


def _current(entry: Entry, page) -> str:
    if not isinstance(page, PortalPage) or not page.path:
        return ""
    if entry.pk == page.pk:
        return "page"
    return "true" if page.path.startswith(entry.path) else ""
