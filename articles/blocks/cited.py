"""Text that may hold citation tokens. Tokens stay out of the search index."""

from wagtail import blocks

from articles.citations.tokens import strip_tokens

INLINE_FEATURES = ["bold", "italic", "link", "citation"]
PARAGRAPH_FEATURES = ["ul", "ol", *INLINE_FEATURES]
SECTION_FEATURES = ["h2", "h3", *PARAGRAPH_FEATURES]


class CitedRichTextBlock(blocks.RichTextBlock):
    """Rich text with citations."""

    allows_citations = True

    def get_searchable_content(self, value):
        return [strip_tokens(text) for text in super().get_searchable_content(value)]


class CitedCharBlock(blocks.CharBlock):
    """One line of plain text with citations."""

    allows_citations = True

    def get_searchable_content(self, value):
        return [strip_tokens(text) for text in super().get_searchable_content(value)]
