"""Lists of articles as readers see them, a page at a time where there are many. Whether an article stands as reviewed
is told by its text: a list of thousands would take seconds, and is more than anybody reads.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from wagtail.models import Page

from articles.models import ArticlePage, PersonPage, TopicPage
from articles.models.article_queries import ArticleQuerySet
from articles.review.listed import with_reviews
from articles.review.person import approved_by, standing_under

ON_A_PAGE = 60  # articles of one list


class OnTopic(NamedTuple):
    """The articles on a topic that stand on one page of its lists. ``pages``: that page, if there are several."""

    information: list[ArticlePage]
    stories: list[ArticlePage]
    pages: ListPage | None = None


class OfPerson(NamedTuple):
    """What a person reviewed and wrote, as far as it stands on one page of these lists."""

    reviewed: list[ArticlePage]
    written: list[ArticlePage]
    pages: ListPage | None = None


def listed_in(home: Page) -> ArticleQuerySet:
    """Every article of a community that readers may open, the last that changed first."""
    return ArticlePage.objects.in_community(home).latest_first()


def on_topic(topic: TopicPage, number: str | None) -> OnTopic:
    """The articles on ``topic``, on the page of that ``number``. A number of no page leads to one that there is."""
    if not topic.pk:
        return OnTopic([], [])
    articles = listed_in(topic.breadcrumb[0]).on_topic(topic)
    found = list(articles[: ON_A_PAGE + 1])
    if len(found) <= ON_A_PAGE:
        with_reviews(found)
        return OnTopic([each for each in found if not each.is_story], [each for each in found if each.is_story])
    kinds = ArticlePage.Kind.INFORMATION, ArticlePage.Kind.STORY
    (information, stories), page = _on_pages((articles.filter(kind=kind) for kind in kinds), number)
    with_reviews([*information, *stories])
    return OnTopic(information, stories, page)


def of_person(person: PersonPage, number: str | None) -> OfPerson:
    """What stands under the name of ``person``. Pages are cut by the last change. On each stand those of the texts that
    they approved that did not change since, the latest review first.
    """
    if not person.pk:
        return OfPerson([], [])
    articles = listed_in(person.breadcrumb[0])
    lists = approved_by(person, articles), articles.filter(article_authors__person=person.pk)
    shown, page = [list(each[: ON_A_PAGE + 1]) for each in lists], None
    if any(len(each) > ON_A_PAGE for each in shown):
        shown, page = _on_pages(lists, number)
    approved, written = shown
    with_reviews([*approved, *written])
    return OfPerson(standing_under(person, approved), written, page)


def _on_pages(lists: Iterable[QuerySet], number: str | None) -> tuple[list[list[ArticlePage]], ListPage | None]:
    """What of each list stands on the page of that ``number``, and that page. Two queries for each list."""
    paginators = [Paginator(each, ON_A_PAGE) for each in lists]
    page = max(paginators, key=lambda paginator: paginator.num_pages).get_page(number)
    shown = [list(each.page(page.number)) if page.number <= each.num_pages else [] for each in paginators]
    return shown, page if page.has_other_pages() else None
