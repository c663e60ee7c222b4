"""Text that may hold citation tokens. What it cites counts as used in Wagtail's reference index."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.citations.tokens import find_tokens

INLINE_FEATURES = ["bold", "italic", "link", "citation"]
PARAGRAPH_FEATURES = ["ul", "ol", *INLINE_FEATURES]
SECTION_FEATURES = ["h2", "h3", *PARAGRAPH_FEATURES]


class CitedKey:
    """Stands for the model in what a cited block extracts; ``ArticleBodyBlock`` puts the reference in its place."""


def cited_keys(text: str):
    """Each key that the tokens in ``text`` name, in order, as ``extract_references`` expects it."""
    for found in find_tokens(text):
        for key in found.keys:
            yield CitedKey, key, "", ""


class CitedRichTextBlock(blocks.RichTextBlock):
    """Rich text with citations."""

    allows_citations = True

    def extract_references(self, value):
        yield from super().extract_references(value)
        yield from cited_keys(str(value.source))


class CitedCharBlock(blocks.CharBlock):
    """One line of plain text with citations."""

    allows_citations = True

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", _("To cite a source, type its key as [[ref:key]]."))
        super().__init__(**kwargs)

    def extract_references(self, value):
        yield from cited_keys(str(value or ""))
