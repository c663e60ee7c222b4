"""The A to Z of a community: every topic under each of its names, and every article. All of it on one page where that
is readable, else a letter at a time.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from wagtail.models import Page

from articles.models import ArticlePage, TopicIndexPage, TopicPage
from portal.letters import Letter, by_letter
from portal.open_pages import open_to_all

MOST_AT_ONCE = 500  # articles that stand on one page together
ON_A_PAGE = 200  # lines of one letter


class Line(NamedTuple):
    """A line of the list: what it begins with and where it leads. ``is_other_name``: to a topic of another name."""

    name: str
    page: Page
    is_topic: bool
    is_other_name: bool = False


class Title(NamedTuple):
    """A line whose article has not been read yet."""

    name: str
    article: int


class AToZ(NamedTuple):
    """The letters, and the parts of the list that stand on this page. ``chosen``: the letter, if there is one at a
    time; ``pages``: the page of it, if it has several.
    """

    letters: list[Letter]
    parts: list[Letter[Line]]
    chosen: Letter | None = None
    pages: ListPage | None = None


def a_to_z_on(page: TopicIndexPage, letter: str = "", number: str | None = None) -> AToZ:
    """Everything in the community of ``page`` that readers look up. In a large one what begins with ``letter`` (a key),
    on the page of that ``number``; one that there is where these name none. Three queries, five in a large community.
    """
    home = page.breadcrumb[0] if page.breadcrumb else page
    topics = open_to_all(TopicPage.objects.descendant_of(home)).order_by("pk").prefetch_related("names")
    names = [line for topic in topics for line in _names(topic)]
    articles = ArticlePage.objects.in_community(home).defer_streamfields()
    found = list(articles[: MOST_AT_ONCE + 1])
    if len(found) <= MOST_AT_ONCE:
        letters = by_letter([*names, *(Line(each.title, each, is_topic=False) for each in found)], _name)
        return AToZ(letters, letters)
    titles = [Title(title, pk) for pk, title in articles.order_by("pk").values_list("pk", "title")]
    return _one_letter(by_letter([*names, *titles], _name), letter, number, articles.in_bulk)


def _one_letter(
    letters: list[Letter], key: str, number: str | None, read: Callable[[list[int]], dict[int, ArticlePage]]
) -> AToZ:
    chosen = next((each for each in letters if each.key == key and each.entries), None)
    chosen = chosen or next(each for each in letters if each.entries)
    page = Paginator(chosen.entries, ON_A_PAGE).get_page(number)
    articles = read([line.article for line in page if isinstance(line, Title)])
    lines = [
        Line(line.name, articles[line.article], is_topic=False) if isinstance(line, Title) else line
        for line in page
        if not isinstance(line, Title) or line.article in articles  # deleted meanwhile
    ]
    shown = Letter(chosen.letter, lines)
    return AToZ(letters, [shown], chosen, page if page.has_other_pages() else None)


def _name(line: Line | Title) -> str:
    return line.name


def _names(topic: TopicPage) -> list[Line]:
    others = {name.name.casefold(): name.name for name in topic.names.all()}
    others.pop(topic.title.casefold(), None)
    return [
        Line(topic.title, topic, is_topic=True),
        *(Line(name, topic, is_topic=True, is_other_name=True) for name in others.values()),
    ]
