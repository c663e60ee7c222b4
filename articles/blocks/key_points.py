"""The two or three things that a reader in a hurry should take away."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.blocks.cited import INLINE_FEATURES, CitedRichTextBlock


class KeyPointsBlock(blocks.StructBlock):
    """Two or three sentences that hold the article's message."""

    points = blocks.ListBlock(
        CitedRichTextBlock(label=_("Point"), features=INLINE_FEATURES),
        label=_("Points"),
        min_num=2,
        max_num=3,
        help_text=_("Two or three whole sentences that hold the article's message."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Key points")
        description = _("The two or three things to take away. Stands first")
        template = "articles/blocks/key_points_block.html"
        preview_value = {
            "points": [
                "<p>A relapse is common and can be treated.</p>",
                "<p>Which treatment fits depends on what you had before.</p>",
            ]
        }
