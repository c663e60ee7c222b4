"""Running text and what stands apart from it."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.blocks.cited import PARAGRAPH_FEATURES, SECTION_FEATURES, CitedCharBlock, CitedRichTextBlock


class TextBlock(CitedRichTextBlock):
    """Sections of running text with headings of the second and third level."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", SECTION_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Running text with headings, lists, links and citations")
        template = "articles/blocks/text_block.html"
        preview_value = (
            "<h2>What a relapse means</h2><p>A relapse is the return of signs of an illness after a quiet time. "
            "It is common, and there are ways to treat it.</p>"
        )


class CalloutBlock(blocks.StructBlock):
    """A remark that must not be missed."""

    title = blocks.CharBlock(
        label=_("Heading"), max_length=80, help_text=_("Says it all for those who read no further.")
    )
    text = CitedRichTextBlock(
        label=_("Text"), features=PARAGRAPH_FEATURES, help_text=_("Two or three sentences at most.")
    )

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        description = _("A remark that must not be missed. At most two on a page")
        template = "articles/blocks/callout_block.html"
        preview_value = {
            "title": "Bring somebody along",
            "text": "<p>Two people remember more of what was said than one.</p>",
        }


class DetailsBlock(blocks.StructBlock):
    """Text that opens on demand."""

    summary = blocks.CharBlock(
        label=_("Line that opens it"),
        max_length=120,
        help_text=_("Says what one will find, for example: How the dose is worked out."),
    )
    text = CitedRichTextBlock(
        label=_("Text"),
        features=PARAGRAPH_FEATURES,
        help_text=_("Nothing that every reader needs: many never open it."),
    )

    class Meta:
        icon = "expand-right"
        label = _("Details")
        description = _("Text that opens on demand, for what only some readers need")
        template = "articles/blocks/details_block.html"
        preview_value = {
            "summary": "How the dose is worked out",
            "text": "<p>The team starts from your height and weight and adjusts by how your blood counts recover.</p>",
        }


class QuotationBlock(blocks.StructBlock):
    """What somebody said, in their own words."""

    quote = CitedCharBlock(
        label=_("Words"), max_length=500, help_text=_("Without quotation marks: the page sets them.")
    )
    attribution = blocks.CharBlock(
        label=_("Who said it"),
        max_length=120,
        required=False,
        help_text=_("A name that the person agreed to, or for example: a member of the community."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("What somebody said, in their own words")
        template = "articles/blocks/quotation_block.html"
        preview_value = {
            "quote": "I wrote my questions on the back of the appointment letter, and it changed the whole visit.",
            "attribution": "A member of the community",
        }
