"""The text of an article without markup or citation tokens: for search, feeds, the reading grade and descriptions."""

import re

from wagtail.blocks import StreamValue

from articles.blocks.pieces import text_pieces
from articles.citations.tokens import strip_tokens
from portal.markup import plain_lines

# What neither XML 1.0 (section 2.2) nor PostgreSQL takes.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def plain_line(text: str) -> str:
    """``text`` on one line, without citation tokens and characters that can't be shown: for tags, feeds, search."""
    return " ".join(_UNPRINTABLE.sub(" ", strip_tokens(text)).split())


def plain_body(body: StreamValue) -> str:
    """Every text in ``body``, a line for each paragraph, heading, list item and table cell.

    What only asks something of readers, as a sign-up box does, is left out: it is no part of what the article tells.
    """
    told = (piece for piece in text_pieces(body) if piece.is_told)
    return "\n".join(line for piece in told for line in plain_piece(piece.text, is_html=piece.is_html))


def plain_piece(text: str, *, is_html: bool) -> list[str]:
    """The lines of one text."""
    lines = plain_lines(text) if is_html else [text]
    return [line for text in lines if (line := " ".join(strip_tokens(text).split()))]
