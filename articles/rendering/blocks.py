"""The HTML of the blocks of a text, one after the other, with an address in every link to a page.

Most kinds of block show what they hold and nothing else. Their HTML is remembered by exactly that: the stored words,
the addresses of the pages to which they link, the language. A block that shows anything besides (pictures, other
articles, the community's number for emergencies, boxes to sign up) is made for every request.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.blocks import Block, StreamValue

from articles.blocks.changing import changed
from articles.blocks.pieces import text_pieces
from articles.models import ArticlePage
from portal import page_links
from portal.markup import split
from portal.page_links import page_addresses, target_page

# A test looks through their templates for anything that is not theirs.
WORDS_ALONE = frozenset({
    "callout", "details", "do", "dont", "key_points", "questions", "quotation", "table", "text",
})  # fmt: skip
_MARK = "linktype"  # of a link to what stands in the database

Addresses = tuple[tuple[int, str | None], ...]


class _Stored(NamedTuple):
    """A block of the text. ``words``: what it holds, as JSON; None where that is not all that it shows."""

    kind: str
    words: str | None
    linked: frozenset[int]  # ids of pages


def body_html(page: ArticlePage, request: HttpRequest | None, context: Mapping[str, Any]) -> str:
    """The text of ``page``, citations still as tokens. One query if it links to pages, and those of its blocks."""
    body = page.body
    blocks = [_stored(body, index) for index in range(len(body))]
    ids = frozenset().union(*(block.linked for block in blocks))
    addresses = page_addresses(ids, Q(locale_id=page.locale_id), request) if ids else {}
    language = get_language()
    made = []
    for index, block in enumerate(blocks):
        known = tuple((id_, addresses.get(id_)) for id_ in sorted(block.linked))
        if block.words is None:
            child = body[index]
            html = child.block.render(_with_addresses(child.block, child.value, known), context)
        else:
            html = _words_html(block.kind, block.words, known, language)
        made.append(f'<div class="w-block-{block.kind} block-{block.kind}">{html}</div>')
    return "\n".join(made)


def _stored(body: StreamValue, index: int) -> _Stored:
    raw = body.raw_data[index]
    if raw["type"] in WORDS_ALONE:
        words = json.dumps(raw["value"], cls=DjangoJSONEncoder)
        if _MARK not in words:
            return _Stored(raw["type"], words, frozenset())
        linked = _linked(raw["type"], words)
        if linked is not None:
            return _Stored(raw["type"], words, linked)
    child = body[index]
    return _Stored(raw["type"], None, _pages_in(StreamValue(body.stream_block, [child])))


@lru_cache(maxsize=1024)
def _linked(kind: str, words: str) -> frozenset[int] | None:
    """The pages to which a block links; None if it links to anything else in the database."""
    stream = StreamValue(_block(), [{"type": kind, "value": json.loads(words)}], is_lazy=True)
    marks = sum(piece.text.count(_MARK) for piece in text_pieces(stream) if piece.is_html)
    links = sum(
        target_page(node) is not None for piece in text_pieces(stream) if piece.is_html for node in split(piece.text)
    )
    return _pages_in(stream) if marks == links else None


def _pages_in(stream: StreamValue) -> frozenset[int]:
    texts = (piece.text for piece in text_pieces(stream) if piece.is_html and _MARK in piece.text)
    return frozenset(id_ for text in texts for node in split(text) if (id_ := target_page(node)) is not None)


@lru_cache(maxsize=1024)
def _words_html(kind: str, words: str, addresses: Addresses, _language: str) -> str:
    block = _block().child_blocks[kind]
    return block.render(_with_addresses(block, block.to_python(json.loads(words)), addresses))


def _with_addresses(block: Block, value: Any, addresses: Addresses) -> Any:
    known = dict(addresses)
    return changed(block, value, lambda html: page_links.with_addresses(html, known)) if known else value


def _block() -> Block:
    return ArticlePage._meta.get_field("body").stream_block
