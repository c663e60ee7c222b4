"""People who write and review."""

from articles.blocks.plain import plain_line
from articles.models import PersonPage
from articles.public_site import PublicSite
from articles.structured_data.web_page import Node, picture, web_page


def person(page: PersonPage, site: PublicSite) -> Node:
    """A person as a byline names them. Somebody whose page is not public has no address."""
    url = site.url(page) if page.live else ""
    node = {
        "@type": "Person",
        "@id": f"{url}#person" if url else "",
        "name": plain_line(page.title),
        "url": url,
        "honorificSuffix": plain_line(page.credentials),
        "jobTitle": plain_line(page.position),
    }
    return {name: value for name, value in node.items() if value}


def person_nodes(page: PersonPage, site: PublicSite) -> list[Node]:
    """A person's own page."""
    whole = person(page, site) | {
        "mainEntityOfPage": {"@id": f"{site.url(page)}#webpage"},
        "image": picture(page, site),
    }
    return [web_page(page, site, type_="ProfilePage") | {"mainEntity": {"@id": f"{site.url(page)}#person"}}, whole]
