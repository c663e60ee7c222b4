"""A topic: a condition with all its names."""

from collections.abc import Iterable

from articles.blocks.plain import plain_line
from articles.models import TopicPage
from articles.public_site import PublicSite
from articles.structured_data.web_page import Node, web_page

PATIENTS = {"@type": "Patient"}


def condition_id(topic: TopicPage, site: PublicSite) -> str:
    """Names the condition that ``topic`` is about."""
    return f"{site.url(topic)}#condition"


def condition(topic: TopicPage, names: Iterable[str], site: PublicSite) -> Node:
    """The condition that ``topic`` is about, with its other names."""
    return {
        "@type": "MedicalCondition",
        "@id": condition_id(topic, site),
        "name": plain_line(topic.title),
        "alternateName": [plain_line(name) for name in names],
        "url": site.url(topic),
    }


def topic_nodes(page: TopicPage, site: PublicSite) -> list[Node]:
    """A topic's hub."""
    about = {"@id": condition_id(page, site)}
    hub = web_page(page, site, type_=["CollectionPage", "MedicalWebPage"]) | {"about": about, "audience": PATIENTS}
    return [hub, condition(page, [name.name for name in page.names.all()], site)]
