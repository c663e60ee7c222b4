"""Links to pages of the portal, looked up for the whole body at once and in the article's language."""

from django.db.models import Q
from django.http import HttpRequest
from wagtail.blocks import StreamValue

from articles.blocks.changing import with_rich_text
from articles.blocks.pieces import text_pieces
from articles.models import ArticlePage
from portal import page_links
from portal.markup import split
from portal.page_links import page_addresses, target_page

_MARK = 'linktype="page"'


def with_addresses(page: ArticlePage, request: HttpRequest | None) -> StreamValue:
    """The body of ``page`` with an address in every link to a page. One query if it has such links, else none."""
    linking = [piece.text for piece in text_pieces(page.body) if piece.is_html and _MARK in piece.text]
    if not linking:
        return page.body
    ids = {id_ for text in linking for node in split(text) if (id_ := target_page(node)) is not None}
    found = page_addresses(ids, Q(locale_id=page.locale_id), request)
    addresses = {id_: found.get(id_) for id_ in ids}
    return with_rich_text(page.body, lambda html: page_links.with_addresses(html, addresses))
