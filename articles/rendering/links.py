"""Links to pages of the portal, looked up for the whole body at once and in the article's language."""

from django.db.models import Q
from django.http import HttpRequest
from wagtail.blocks import StreamValue

from articles.blocks.changing import with_rich_text
from articles.blocks.pieces import text_pieces
from articles.models import ArticlePage
from portal.markup import Kind, Node, attribute, split
from portal.page_links import opening_tag, page_addresses, page_id

_MARK = 'linktype="page"'


def with_addresses(page: ArticlePage, request: HttpRequest | None) -> StreamValue:
    """The body of ``page`` with an address in every link to a page. One query if it has such links, else none."""
    linking = [piece.text for piece in text_pieces(page.body) if piece.is_html and _MARK in piece.text]
    if not linking:
        return page.body
    ids = {id_ for text in linking for node in split(text) if (id_ := _target(node)) is not None}
    addresses = page_addresses(ids, Q(locale_id=page.locale_id), request)
    return with_rich_text(page.body, lambda html: _addressed(html, addresses) if _MARK in html else html)


def _target(node: Node) -> int | None:
    """The id of the page to which a tag links; ``None`` if the tag is no such link."""
    if node.kind is not Kind.START or node.name != "a" or attribute(node.html, "linktype") != "page":
        return None
    return page_id(attribute(node.html, "id") or "")


def _addressed(html: str, addresses: dict[int, str]) -> str:
    nodes = ((node, _target(node)) for node in split(html))
    return "".join(node.html if target is None else opening_tag(addresses.get(target)) for node, target in nodes)
