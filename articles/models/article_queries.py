"""Questions about many articles. Which topics an article belongs to is answered here and nowhere else:
the topic that it stands under, and those that its editor named as further topics.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from portal.open_pages import open_to_all


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

    def related_to(self, article: Page) -> "ArticleQuerySet":
        """Other articles on any topic of ``article``."""
        memberships = apps.get_model("articles", "ArticleTopic").objects
        topics = apps.get_model("articles", "TopicPage").objects.filter(
            Q(path=article.path[: -article.steplen])
            | Q(translation_key__in=memberships.filter(article=article).values("topic__translation_key"))
        )
        stands_under_one = Exists(
            topics.filter(path=Substr(OuterRef("path"), 1, Length("path")), depth__lt=OuterRef("depth"))
        )
        named_for_one = memberships.filter(topic__translation_key__in=topics.values("translation_key"))
        return self.filter(stands_under_one | Q(pk__in=named_for_one.values("article"))).exclude(pk=article.pk)


ArticleManager = PageManager.from_queryset(ArticleQuerySet)


def load_authors(articles: Iterable[Page]) -> None:
    """Gives each of ``articles``, which are in the database, its ``authors``. One query."""
    found: dict[int, list[Page]] = defaultdict(list)
    rows = apps.get_model("articles", "ArticleAuthor").objects.filter(article__in=[page.pk for page in articles])
    for row in rows.select_related("person"):
        found[row.article_id].append(row.person)
    for page in articles:
        page.authors = found[page.pk]


def topics_by_article(articles: Iterable[tuple[int, str]], topics: Iterable[Page]) -> dict[int, list[Page]]:
    """The topics of each article, given as (id, path), among ``topics``. One query."""
    topics = list(topics)
    articles = list(articles)
    further = defaultdict(set)
    rows = apps.get_model("articles", "ArticleTopic").objects.filter(article__in=[pk for pk, _ in articles])
    for article, key in rows.values_list("article", "topic__translation_key"):
        further[article].add(key)
    return {
        pk: [
            topic
            for topic in topics
            if (path.startswith(topic.path) and path != topic.path) or topic.translation_key in further[pk]
        ]
        for pk, path in articles
    }
