"""The demonstration's people and topics."""

from articles.models import PersonPage, TopicName, TopicPage
from demo.communities import Community
from portal.models import Picture

Pictures = dict[str, Picture]


def add_people(community: Community, entries: list[dict], *, pictures: Pictures) -> None:
    """Adds the community's authors and reviewers."""
    for entry in entries:
        person = PersonPage(
            title=entry["name"],
            slug=entry["slug"],
            credentials=entry.get("credentials", ""),
            position=entry["position"],
            photo=pictures[entry["photo"]],
            biography=community.rich_text(entry["biography"]),
            interests=entry["interests"],
            user=community.accounts[entry["user"]] if "user" in entry else None,
        )
        community.publish(community.add(community.pages["people"], person))


def add_topics(community: Community, entries: list[dict], *, pictures: Pictures) -> None:
    """Adds the community's topics with all their names."""
    for entry in entries:
        topic = TopicPage(
            title=entry["title"],
            slug=entry["slug"],
            subject=entry.get("subject", TopicPage.Subject.CONDITION),
            introduction=entry["introduction"],
            picture=pictures[entry["picture"]] if "picture" in entry else None,
        )
        topic.names = topic_names(entry)
        community.publish(community.add(community.home, topic))


def topic_names(entry: dict) -> list[TopicName]:
    """A topic's other names: synonyms, then short forms."""
    kinds = ((TopicName.Kind.SYNONYM, "synonyms"), (TopicName.Kind.SHORT_FORM, "short_forms"))
    names = [(kind, name) for kind, key in kinds for name in entry.get(key, [])]
    return [TopicName(name=name, kind=kind, sort_order=order) for order, (kind, name) in enumerate(names)]
