"""The A to Z of a community: every topic under each of its names, and every article."""

from typing import NamedTuple

from wagtail.models import Page

from articles.models import ArticlePage, TopicPage
from portal.letters import Letter, by_letter
from portal.open_pages import open_to_all


class Line(NamedTuple):
    """A line of the list: what it begins with and where it leads. ``is_other_name``: to a topic of another name."""

    name: str
    page: Page
    is_topic: bool
    is_other_name: bool = False


def a_to_z(home: Page) -> list[Letter[Line]]:
    """Everything under ``home`` that readers look up, under its letters. Three queries."""
    topics = open_to_all(TopicPage.objects.descendant_of(home)).prefetch_related("names")
    entries = [line for topic in topics for line in _names(topic)]
    articles = ArticlePage.objects.in_community(home).defer_streamfields()
    entries += [Line(article.title, article, is_topic=False) for article in articles]
    return by_letter(entries, lambda line: line.name)


def _names(topic: TopicPage) -> list[Line]:
    others = {name.name.casefold(): name.name for name in topic.names.all()}
    others.pop(topic.title.casefold(), None)
    return [
        Line(topic.title, topic, is_topic=True),
        *(Line(name, topic, is_topic=True, is_other_name=True) for name in others.values()),
    ]
