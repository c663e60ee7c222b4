"""Pictures that carry meaning."""

from django.apps import apps
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.images.blocks import ImageBlock

from articles.blocks.cited import CitedCharBlock


def load_figures(bodies):
    """Makes the figures of several texts at once: two queries for all, as for one. Returns their pictures by id."""
    found = [
        (body, index, raw)
        for body in bodies
        for index, raw in enumerate(body.raw_data if body else ())
        if raw["type"] == "figure"
    ]
    if not found:
        return {}
    made = StreamValue(found[0][0].stream_block, [raw for _body, _index, raw in found], is_lazy=True)
    for (body, index, raw), figure in zip(found, made, strict=True):
        body[index] = ("figure", figure.value, raw.get("id"))
    return {figure.value["image"].pk: figure.value["image"] for figure in made if figure.value["image"]}


def preview_value():
    """A picture of the portal's own, so that the block picker shows one; none on a portal without pictures."""
    picture = apps.get_model("portal", "Picture").objects.order_by("pk").first()
    if picture:
        picture.decorative, picture.contextual_alt_text = False, picture.default_alt_text
    return {"image": picture, "caption": "Where blood cells are made", "credit": "Drawn for this portal"}


class FigureBlock(blocks.StructBlock):
    """A picture with its description for those who can't see it, a caption and a credit."""

    image = ImageBlock(
        label=_("Picture"),
        help_text=_("Describe in words what the picture tells, or mark it as decorative if it tells nothing."),
    )
    caption = CitedCharBlock(
        label=_("Caption"),
        required=False,
        max_length=300,
        help_text=_("Stands under the picture. Says what to look at, not what one sees."),
    )
    credit = blocks.CharBlock(
        label=_("Credit"),
        required=False,
        max_length=200,
        help_text=_("Who made it. Leave it empty to use the credit that is stored with the picture."),
    )

    def bulk_to_python(self, values):
        """All pictures of a text come with their renditions, in one query."""
        figures = super().bulk_to_python(values)
        prefetch_related_objects([figure["image"] for figure in figures if figure["image"]], "renditions")
        return figures

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture, described in words or marked as decorative")
        template = "articles/blocks/figure_block.html"
        preview_value = staticmethod(preview_value)
