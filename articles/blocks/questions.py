"""Questions to take along to a doctor."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.blocks.cited import PARAGRAPH_FEATURES, CitedCharBlock, CitedRichTextBlock


class QuestionsBlock(blocks.StructBlock):
    """A sheet of questions that a reader can tick, extend and print."""

    title = blocks.CharBlock(label=_("heading"), max_length=120, default=_("Questions to ask your doctor"))
    introduction = CitedRichTextBlock(label=_("introduction"), features=PARAGRAPH_FEATURES, required=False)
    questions = blocks.ListBlock(CitedCharBlock(label=_("question"), max_length=300), label=_("questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Questions to ask")
        description = _("Questions that a reader can tick, extend and print")
        template = "articles/blocks/questions_block.html"
        preview_value = {
            "title": "Questions to ask your doctor",
            "introduction": "",
            "questions": ["What are my options now?", "What happens if we wait?"],
        }
