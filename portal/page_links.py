"""Addresses of pages that a text links to: one query for any number of links.

A link leads to the page in the reader's language if it is live there, otherwise to the page that the editor chose. A
link to a page that is not live stays text. Wagtail's own handler asks several times for each text, and for each link
again, and gives out addresses of drafts.
"""

from collections.abc import Collection, Mapping
from html import escape

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from portal.markup import Kind, Node, attribute, split


def page_addresses(ids: Collection[int], in_language: Q, request: HttpRequest | None = None) -> dict[int, str]:
    """The address for each of ``ids`` that can be reached. ``in_language`` selects pages in the wanted language."""
    chosen = Q(pk__in=ids)
    translated = in_language & Q(translation_key__in=Page.objects.filter(chosen).values("translation_key"))
    pages = list(Page.objects.filter(chosen | translated).annotate(is_wanted=in_language))
    found = {page.pk: page for page in pages}
    translations = {page.translation_key: page for page in pages if page.live and page.is_wanted}
    targets = {id_: translations.get(found[id_].translation_key, found[id_]) for id_ in ids if id_ in found}
    return {id_: target.get_url(request) or "" for id_, target in targets.items() if target.live}


def page_id(attribute: str) -> int:
    """The number in a link's ``id`` attribute; 0, which no page has, if it is none."""
    return int(attribute) if attribute.isascii() and attribute.isdigit() and len(attribute) < 10 else 0  # noqa: PLR2004


def opening_tag(address: str | None) -> str:
    """The tag with which a link begins. Without an address it is no link (HTML Living Standard, section 4.5.1)."""
    return f'<a href="{escape(address)}">' if address else "<a>"


def target_page(node: Node) -> int | None:
    """The id of the page to which a tag of stored rich text links; ``None`` if the tag is no such link."""
    if node.kind is not Kind.START or node.name != "a" or attribute(node.html, "linktype") != "page":
        return None
    return page_id(attribute(node.html, "id") or "")


def with_addresses(html: str, addresses: Mapping[int, str | None]) -> str:
    """Stored rich text with those links to pages written out that ``addresses`` knows. No query."""

    def written(node: Node) -> str:
        target = target_page(node)
        return node.html if target is None or target not in addresses else opening_tag(addresses[target])

    return "".join(written(node) for node in split(html))


class PortalPageLinkHandler(PageLinkHandler):
    """Expands links to pages in rich text that is shown outside of articles."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        ids = [page_id(attrs.get("id", "")) for attrs in attrs_list]
        addresses = page_addresses(ids, Q(locale__language_code=get_language()))
        return [opening_tag(addresses.get(id_)) for id_ in ids]
