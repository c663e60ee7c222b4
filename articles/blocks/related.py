"""Reading that an editor recommends."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class RelatedArticlesBlock(blocks.StructBlock):
    """Links to other articles, chosen by hand."""

    title = blocks.CharBlock(label=_("heading"), max_length=80, default=_("Related reading"))
    articles = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("article"), page_type="articles.ArticlePage"),
        label=_("articles"),
        min_num=1,
        max_num=6,
    )

    class Meta:
        icon = "doc-full"
        label = _("Related articles")
        description = _("Links to other articles, chosen by hand")
        template = "articles/blocks/related_articles_block.html"
        preview_value = {"title": "Related reading", "articles": []}
