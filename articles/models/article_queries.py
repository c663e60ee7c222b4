"""Questions about many articles. Which topics an article belongs to is answered here and nowhere else:
the topic that it stands under, and those that its editor named as further topics.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.apps import apps
from django.db.models import F, Q, QuerySet
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from portal.among import among
from portal.open_pages import open_to_all
from portal.prepared import prepared

WINDOW = 200  # pages of a topic
AFTER_ALL = "ZZZZZ"  # follows every step of a path, which has four letters or digits (treebeard's)


class ArticleQuerySet(PageQuerySet):
    """Articles, asked for in the words of readers."""

    def on_topic(self, topic: Page) -> "ArticleQuerySet":
        """Articles on ``topic``. Translations of an article keep the further topics of the original."""
        further = apps.get_model("articles", "ArticleTopic").objects.filter(
            topic__translation_key=topic.translation_key
        )
        return self.filter(Q(path__startswith=topic.path, depth__gt=topic.depth) | Q(pk__in=further.values("article")))

    def in_community(self, home: Page) -> "ArticleQuerySet":
        """Articles that any reader of the community under ``home`` may open."""
        return open_to_all(self.descendant_of(home))

    def newest_first(self) -> "ArticleQuerySet":
        """By day of first publication, newest first; the order is the same each time."""
        return self.order_by("-first_published_at", "-pk")

    def latest_first(self) -> "ArticleQuerySet":
        """By the day that lists show: of the last change, or of publication. The order is the same each time."""
        return self.order_by(F("last_published_at").desc(nulls_last=True), "-first_published_at", "-pk")

    def beside(self, article: int, paths: Sequence[str], ends: Sequence[str], keys: Sequence) -> "ArticleQuerySet":
        """Other articles than the one with an id on any of some topics, given by ``paths``, by where the pages below
        each end, and by translation keys. Of each topic the ``WINDOW`` that were made last, found by an index however
        many articles there are.
        """
        named = apps.get_model("articles", "ArticleTopic").objects.filter(topic__translation_key__in=keys)
        latest = [named.order_by("-pk").values("article")[:WINDOW]]
        for path, end in zip(paths, ends, strict=True):
            below = Page.objects.filter(path__gt=path, path__lt=end).order_by("-path")
            latest.append(below.values("pk")[:WINDOW])
        first, *others = (Page.objects.order_by().filter(pk__in=each).values("pk") for each in latest)
        return self.filter(pk__in=first.union(*others)).exclude(pk=article)


ArticleManager = PageManager.from_queryset(ArticleQuerySet)


def load_authors(articles: Iterable[Page]) -> None:
    """Gives each of ``articles``, which are in the database, its ``authors``. One query."""
    found: dict[int, list[Page]] = defaultdict(list)
    for row in _authors(list(dict.fromkeys(page.pk for page in articles))):
        found[row.article_id].append(row.person)
    for page in articles:
        page.authors = found[page.pk]


@prepared
def _authors(articles: Sequence[int]) -> QuerySet:
    rows = apps.get_model("articles", "ArticleAuthor").objects.filter(article__in=articles)
    return rows.select_related("person")


def topics_by_article(articles: Iterable[tuple[int, str]], topics: Iterable[Page]) -> dict[int, list[Page]]:
    """The topics of each article, given as (id, path), among ``topics``. One query."""
    topics, articles = list(topics), list(articles)
    by_path = {topic.path: place for place, topic in enumerate(topics)}
    by_key: dict[UUID, list[int]] = defaultdict(list)
    for place, topic in enumerate(topics):
        by_key[topic.translation_key].append(place)
    places: dict[int, set[int]] = defaultdict(set)
    for pk, path in articles:
        above = (path[:end] for end in range(Page.steplen, len(path), Page.steplen))
        places[pk] = {by_path[each] for each in above if each in by_path}
    rows = apps.get_model("articles", "ArticleTopic").objects.filter(article__in=among([pk for pk, _ in articles]))
    for article, key in rows.values_list("article", "topic__translation_key"):
        places[article].update(by_key.get(key, ()))
    return {pk: [topics[place] for place in sorted(places[pk])] for pk, _path in articles}
