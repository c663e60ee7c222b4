"""The text of an article: every kind of block, in the order in which the editor offers them."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock

from articles.blocks.care import CareCardBlock, DoBlock, DontBlock
from articles.blocks.figure import FigureBlock
from articles.blocks.key_points import KeyPointsBlock
from articles.blocks.questions import QuestionsBlock
from articles.blocks.related import RelatedArticlesBlock
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
    table = DataTableBlock(group=_("Media"))
    figure = FigureBlock(group=_("Media"))
    related = RelatedArticlesBlock(group=_("Media"))

    class Meta:
        block_counts = {"key_points": {"max_num": 1}}
