"""Data tables with a caption and proper headers."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from articles.blocks.cited import INLINE_FEATURES, CitedCharBlock, CitedRichTextBlock, cited_keys


class CitedTableBlock(TypedTableBlock):
    """A table whose caption and column headings may hold citations. Migrations freeze it as a ``TypedTableBlock``."""

    allows_citations = True

    def extract_references(self, value):
        yield from super().extract_references(value)
        if value:
            for text in (value.caption, *(column["heading"] for column in value.columns)):
                yield from cited_keys(text or "")


class DataTableBlock(blocks.StructBlock):
    """A table of data, never used for layout."""

    table = CitedTableBlock(
        [
            ("text", CitedCharBlock(label=_("Text"), required=False)),
            ("number", blocks.DecimalBlock(label=_("Number"), required=False)),
            ("rich_text", CitedRichTextBlock(label=_("Rich text"), features=INLINE_FEATURES, required=False)),
        ],
        label=_("Table"),
        help_text=_("Give it a caption that says what it shows, and name every column."),
    )
    first_column_is_header = blocks.BooleanBlock(
        label=_("The first column names the row"),
        required=False,
        default=True,
        help_text=_("Read out before every value by screen readers."),
    )
    note = CitedCharBlock(
        label=_("Note under the table"),
        required=False,
        max_length=300,
        help_text=_("What a short form or a mark in the table means."),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Data in rows and columns, with a caption that says what it shows")
        template = "articles/blocks/data_table_block.html"
        preview_value = {
            "table": {
                "caption": "How often blood is tested",
                "columns": [{"type": "text", "heading": "When"}, {"type": "text", "heading": "How often"}],
                "rows": [
                    {"values": ["During treatment", "Before each cycle"]},
                    {"values": ["In remission", "Every two to three months"]},
                ],
            },
            "first_column_is_header": True,
            "note": "",
        }
