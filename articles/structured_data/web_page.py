"""The page itself, the community that it is part of, its publisher and the way to it."""

from typing import Any

from django.urls import reverse
from wagtail.models import Page

from articles.blocks.plain import plain_line
from articles.public_site import PublicSite, zoned
from articles.sharing import share_picture

Node = dict[str, Any]


def web_page(page: Page, site: PublicSite, *, type_: str | list[str] = "WebPage") -> Node:
    """The page as a document."""
    url = site.url(page)
    return {
        "@type": type_,
        "@id": f"{url}#webpage",
        "url": url,
        "name": plain_line(page.title),
        "description": plain_line(page.description),
        "inLanguage": site.language,
        "isPartOf": {"@id": website_id(site)},
        "publisher": {"@id": publisher_id(site)},
        "datePublished": zoned(page.first_published_at),
        "dateModified": zoned(page.last_published_at),
        "primaryImageOfPage": picture(page, site),
    }


def picture(page: Page, site: PublicSite) -> Node:
    """The page's picture for listings, or nothing."""
    shared = share_picture(page)
    if shared is None:
        return {}
    url = site.absolute(shared.url) if shared.url.startswith("/") else shared.url
    return {"@type": "ImageObject", "url": url, "width": shared.width, "height": shared.height}


def website_id(site: PublicSite) -> str:
    """Names the community's site."""
    return f"{site.home_url}#website"


def website(page: Page, site: PublicSite) -> Node:
    """The community's site, in the language of ``page``. The tagline is in the community's main language only."""
    is_translated = page.locale_id != site.site.root_page.locale_id
    return {
        "@type": "WebSite",
        "@id": website_id(site),
        "url": site.home_url,
        "name": site.name,
        "description": "" if is_translated else plain_line(site.community.tagline),
        "inLanguage": site.language,
        "publisher": {"@id": publisher_id(site)},
    }


def search_action(site: PublicSite) -> Node:
    """How to search the community's site."""
    return {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{site.absolute(reverse('search'))}?q={{search_term_string}}",
        },
        "query-input": "required name=search_term_string",
    }


def publisher_id(site: PublicSite) -> str:
    """Names who answers for the community. The same in each language."""
    return f"{site.absolute('/')}#publisher"


def publisher(site: PublicSite) -> Node:
    """Who answers for what stands here."""
    community = site.community
    return {
        "@type": "Organization",
        "@id": publisher_id(site),
        "name": plain_line(community.publisher_name) or site.name,
        "url": site.absolute("/"),
        "address": plain_line(community.publisher_address.replace("\n", ", ")),
        "email": community.contact_email,
    }


def breadcrumb(page: Page, site: PublicSite) -> Node | None:
    """The way from the home page down to ``page``, or ``None`` on the home page."""
    if not page.breadcrumb:
        return None
    trail = [*page.breadcrumb, page]
    return {
        "@type": "BreadcrumbList",
        "@id": f"{site.url(page)}#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": plain_line(step.title), "item": site.url(step)}
            for position, step in enumerate(trail, start=1)
        ],
    }
