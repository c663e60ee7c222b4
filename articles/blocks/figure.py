"""Pictures that carry meaning."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from articles.blocks.cited import CitedCharBlock


class FigureBlock(blocks.StructBlock):
    """A picture with its description for those who can't see it, a caption and a credit."""

    image = ImageBlock(label=_("picture"))
    caption = CitedCharBlock(label=_("caption"), required=False, max_length=300)
    credit = blocks.CharBlock(
        label=_("credit"), required=False, max_length=200, help_text=_("Empty: the credit stored with the picture.")
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture, described in words or marked as decorative")
        template = "articles/blocks/figure_block.html"
        preview_value = {"image": None, "caption": "Where blood cells are made", "credit": ""}
