"""Which things stand in the graph of which page."""

from django.http import HttpRequest
from wagtail.models import Page

from articles.models import ArticlePage, GlossaryPage, PeoplePage, PersonPage, TopicIndexPage, TopicPage
from articles.public_site import PublicSite, public_site
from articles.structured_data.article import article_nodes
from articles.structured_data.glossary import glossary_nodes
from articles.structured_data.person import person_nodes
from articles.structured_data.topic import topic_nodes
from articles.structured_data.web_page import Node, breadcrumb, publisher, search_action, web_page, website
from portal.models import HomePage, StandardPage

TYPE_BY_ROLE = {StandardPage.Role.ABOUT.value: "AboutPage"}


def structured_data(page: Page, request: HttpRequest) -> Node:
    """Everything that ``page`` says of itself, as ``{"@context": ..., "@graph": [...]}``."""
    site = public_site(request)
    if site is None:
        return {}
    community = website(page, site)
    if isinstance(page, HomePage):
        community["potentialAction"] = search_action(site)
    nodes = [*_nodes(page, site), community, publisher(site)]
    trail = breadcrumb(page, site)
    if trail:
        nodes.append(trail)
        nodes[0]["breadcrumb"] = {"@id": trail["@id"]}
    return {"@context": "https://schema.org", "@graph": [_without_blanks(node) for node in nodes]}


def _nodes(page: Page, site: PublicSite) -> list[Node]:
    match page:
        case ArticlePage():
            return article_nodes(page, site)
        case TopicPage():
            return topic_nodes(page, site)
        case PersonPage():
            return person_nodes(page, site)
        case GlossaryPage():
            return glossary_nodes(page, site)
        case PeoplePage() | TopicIndexPage():
            return [web_page(page, site, type_="CollectionPage")]
        case HomePage():
            return [web_page(page, site)]
        case StandardPage():
            return [web_page(page, site, type_=TYPE_BY_ROLE.get(page.role, "WebPage"))]
        case _:
            return [web_page(page, site)]


def _without_blanks(node: Node) -> Node:
    """``node`` without properties that have no value."""
    return {name: value for name, value in node.items() if value not in ("", None, [], {})}
