"""A topic: a condition, a treatment or another subject, with all its names."""

from collections.abc import Iterable

from articles.blocks.plain import plain_line
from articles.models import TopicPage
from articles.public_site import PublicSite
from articles.structured_data.web_page import Node, web_page

PATIENTS = {"@type": "Patient"}
TYPE_BY_SUBJECT = {
    TopicPage.Subject.CONDITION.value: "MedicalCondition",
    TopicPage.Subject.TREATMENT.value: "MedicalTherapy",
    TopicPage.Subject.TEST.value: "MedicalTest",
}


def subject_id(topic: TopicPage, site: PublicSite) -> str:
    """Names what ``topic`` is about."""
    return f"{site.url(topic)}#subject"


def subject(topic: TopicPage, names: Iterable[str], site: PublicSite) -> Node:
    """What ``topic`` is about, with its other names."""
    return {
        "@type": TYPE_BY_SUBJECT.get(topic.subject, "Thing"),
        "@id": subject_id(topic, site),
        "name": plain_line(topic.title),
        "alternateName": [plain_line(name) for name in names],
        "url": site.url(topic),
    }


def topic_nodes(page: TopicPage, site: PublicSite) -> list[Node]:
    """A topic's hub."""
    about = {"@id": subject_id(page, site)}
    hub = web_page(page, site, type_=["CollectionPage", "MedicalWebPage"]) | {"about": about, "audience": PATIENTS}
    return [hub, subject(page, [name.name for name in page.names.all()], site)]
