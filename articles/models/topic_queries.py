"""Questions about many topics."""

from django.apps import apps
from django.db.models import Case, F, IntegerField, QuerySet, When
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from portal.open_pages import open_to_all
from portal.prepared import prepared


class TopicQuerySet(PageQuerySet):
    """Topics, asked for in the words of readers."""

    def of_article(self, article: Page) -> "TopicQuerySet":
        """Topics of ``article`` that any reader may open: the one above it first, then the further ones by name."""
        return self.of(article.pk, article.locale_id, article.path[: -article.steplen])

    def of(self, article: int, locale: int, path_above: str) -> "TopicQuerySet":
        """The same for the article with an id, in a locale, which stands under the page with a path."""
        further = apps.get_model("articles", "ArticleTopic").objects.filter(article=article)
        pages = Page.objects.order_by().values("pk")
        named = pages.filter(translation_key__in=further.values("topic__translation_key"), locale=locale)
        # Each by an index of its own: for either of two conditions a database may look at every page.
        found = self.filter(pk__in=named.union(pages.filter(path=path_above)))
        place = Case(When(path=path_above, then=0), default=1, output_field=IntegerField())
        return open_to_all(found).order_by(place, "title")


def topics_with_names(article: Page) -> list[tuple[Page, list[str]]]:
    """The topics of ``article`` with their other names. One query, and once for a page."""
    if "topics_with_names" not in vars(article):
        article.topics_with_names = _topics_with_names(article)
    return article.topics_with_names


def _topics_with_names(article: Page) -> list[tuple[Page, list[str]]]:
    found: dict[int, tuple[Page, list[str]]] = {}
    for topic in _with_names(article.pk, article.locale_id, article.path[: -article.steplen]):
        names = found.setdefault(topic.pk, (topic, []))[1]
        if topic.other_name:
            names.append(topic.other_name)
    return list(found.values())


@prepared
def _with_names(article: int, locale: int, path_above: str) -> QuerySet:
    topics = apps.get_model("articles", "TopicPage").objects.of(article, locale, path_above)
    rows = topics.annotate(other_name=F("names__name"))
    return rows.order_by(*rows.query.order_by, "pk", "names__sort_order")


TopicManager = PageManager.from_queryset(TopicQuerySet)
