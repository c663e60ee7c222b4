"""Questions about many topics."""

from django.apps import apps
from django.db.models import Case, F, IntegerField, Q, When
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from portal.open_pages import open_to_all


class TopicQuerySet(PageQuerySet):
    """Topics, asked for in the words of readers."""

    def of_article(self, article: Page) -> "TopicQuerySet":
        """Topics of ``article`` that any reader may open: the one above it first, then the further ones by name."""
        further = apps.get_model("articles", "ArticleTopic").objects.filter(article=article)
        named = Q(translation_key__in=further.values("topic__translation_key"), locale=article.locale_id)
        above = Q(path=article.path[: -article.steplen])
        place = Case(When(above, then=0), default=1, output_field=IntegerField())
        return open_to_all(self.filter(above | named)).order_by(place, "title")


def topics_with_names(article: Page) -> list[tuple[Page, list[str]]]:
    """The topics of ``article`` with their other names. One query."""
    rows = apps.get_model("articles", "TopicPage").objects.of_article(article).annotate(other_name=F("names__name"))
    found: dict[int, tuple[Page, list[str]]] = {}
    for topic in rows.order_by(*rows.query.order_by, "pk", "names__sort_order"):
        names = found.setdefault(topic.pk, (topic, []))[1]
        if topic.other_name:
            names.append(topic.other_name)
    return list(found.values())


TopicManager = PageManager.from_queryset(TopicQuerySet)
