"""Reading that an editor recommends."""

from copy import copy

from django.apps import apps
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.open_pages import open_to_all


class ArticleChooserBlock(blocks.PageChooserBlock):
    """Articles of a whole text come in one query, each with ``is_open_to_all``: whether any reader may open it.

    Their texts come with them: whether one stands as reviewed in the list can be told by its text alone.
    """

    def bulk_to_python(self, values):
        """The articles in the order of ``values``. One that is gone is open to nobody, and keeps its number."""
        articles = self.model_class.objects
        opened = open_to_all(articles.all()).filter(pk=OuterRef("pk"))
        found = articles.annotate(open_now=Exists(opened)).in_bulk(values)
        for article in found.values():
            article.is_open_to_all = article.open_now
        return [copy(found[pk]) if pk in found else self._gone(pk) for pk in values]

    def _gone(self, pk):
        article = self.model_class(pk=pk, title=gettext("An article that is gone"))
        article.open_now = article.is_open_to_all = False
        return article

    def deconstruct(self):
        """Migrations see Wagtail's own chooser: nothing differs in what is stored."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


def preview_value():
    """Two articles of the portal's own, so that the block picker shows what it will look like."""
    articles = apps.get_model("articles", "ArticlePage").objects.live().order_by("pk")[:2]
    return {"title": "Related reading", "articles": list(articles)}


class RelatedArticlesBlock(blocks.StructBlock):
    """Links to other articles, chosen by hand."""

    title = blocks.CharBlock(
        label=_("Heading"), max_length=80, default=_("Related reading"), help_text=_("Stands above the list.")
    )
    articles = blocks.ListBlock(
        ArticleChooserBlock(label=_("Article"), page_type="articles.ArticlePage"),
        label=_("Articles"),
        help_text=_("Up to six. Articles that are not live are left out."),
        min_num=1,
        max_num=6,
    )

    class Meta:
        icon = "doc-full"
        label = _("Related articles")
        description = _("Links to other articles, chosen by hand")
        template = "articles/blocks/related_articles_block.html"
        preview_value = staticmethod(preview_value)
