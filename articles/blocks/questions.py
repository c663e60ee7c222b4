"""Questions to take along to a doctor."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.blocks.cited import PARAGRAPH_FEATURES, CitedCharBlock, CitedRichTextBlock


class QuestionsBlock(blocks.StructBlock):
    """A sheet of questions that a reader can tick, extend and print."""

    title = blocks.CharBlock(
        label=_("Heading"),
        max_length=120,
        default=_("Questions to ask your doctor"),
        help_text=_("Stands at the top of the sheet."),
    )
    introduction = CitedRichTextBlock(
        label=_("Introduction"),
        features=PARAGRAPH_FEATURES,
        required=False,
        help_text=_("When to ask them, in a sentence."),
    )
    questions = blocks.ListBlock(
        CitedCharBlock(label=_("Question"), max_length=300),
        label=_("Questions"),
        min_num=1,
        help_text=_("In the words of the reader: What are my options now?"),
    )

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
