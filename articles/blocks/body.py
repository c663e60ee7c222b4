"""The text of an article: every kind of block, in the order in which the editor offers them."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock

from articles.blocks.care import CareCardBlock, DoBlock, DontBlock
from articles.blocks.cited import CitedKey
from articles.blocks.figure import FigureBlock
from articles.blocks.key_points import KeyPointsBlock
from articles.blocks.questions import QuestionsBlock
from articles.blocks.related import RelatedArticlesBlock
from articles.blocks.sign_up import SignUpBlock
from articles.blocks.table import DataTableBlock
from articles.blocks.text import CalloutBlock, DetailsBlock, QuotationBlock, TextBlock


class ArticleBodyBlock(StreamBlock):
    """Everything that may stand in an article."""

    text = TextBlock(group=_("Text"))
    key_points = KeyPointsBlock(group=_("Text"))
    callout = CalloutBlock(group=_("Text"))
    details = DetailsBlock(group=_("Text"))
    quotation = QuotationBlock(group=_("Text"))
    care_card = CareCardBlock(group=_("What to do"))
    do = DoBlock(group=_("What to do"))
    dont = DontBlock(group=_("What to do"))
    questions = QuestionsBlock(group=_("What to do"))
    sign_up = SignUpBlock(group=_("What to do"))
    table = DataTableBlock(group=_("Media"))
    figure = FigureBlock(group=_("Media"))
    related = RelatedArticlesBlock(group=_("Media"))

    def extract_references(self, value):
        """What the text links to, shows and cites, for Wagtail's reference index. One query for all keys."""
        reference_model = apps.get_model("articles", "Reference")
        found = list(super().extract_references(value))
        keys = {key for model, key, *_paths in found if model is CitedKey}
        ids = dict(reference_model.objects.filter(key__in=keys).values_list("key", "pk")) if keys else {}
        for model, key, *paths in found:
            if model is not CitedKey:
                yield model, key, *paths
            elif key in ids:
                yield reference_model, str(ids[key]), *paths

    class Meta:
        block_counts = {"key_points": {"max_num": 1}}
