"""What an article recommends to read next: the articles that its text names, or the latest others on its topics."""

from django.db.models import QuerySet
from wagtail.models import Page

from articles.models import ArticlePage
from articles.models.article_queries import AFTER_ALL
from articles.models.topic_queries import topics_with_names
from portal.prepared import prepared

LATEST = 4


def chosen_in(page: ArticlePage) -> list[ArticlePage]:
    """The articles that the text of ``page`` names, as its blocks hold them. Some may be drafts or for some readers."""
    blocks = page.body.blocks_by_name("related")
    return [article for block in blocks for article in block.value["articles"] if article]


def latest_beside(page: ArticlePage) -> list[ArticlePage]:
    """The latest other articles on the topics of ``page`` that any reader may open, unless its text names some."""
    if page.pk is None or page.body.first_block_by_name("related"):
        return []
    topics = [topic for topic, _names in topics_with_names(page)]
    if not topics:
        return []
    home = page.breadcrumb[0]
    paths = [topic.path for topic in topics]
    ends = [path + AFTER_ALL for path in paths]
    return _latest(home.pk, home.path, home.depth, page.pk, paths, ends, [topic.translation_key for topic in topics])


@prepared
def _latest(home: int, path: str, depth: int, article: int, paths: list, ends: list, keys: list) -> QuerySet:
    community = ArticlePage.objects.in_community(Page(pk=home, path=path, depth=depth))
    return community.beside(article, paths, ends, keys).latest_first()[:LATEST]
