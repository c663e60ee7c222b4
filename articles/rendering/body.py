"""From the stored body of an article to HTML, in one pass over what its blocks render.

Pure: the result depends on the article, the library, the glossary and the active language, on nothing that another
page or thread does. Nothing is kept on blocks, and modules remember only what follows from content.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from articles.citations.library import resolve
from articles.citations.numbering import number_keys
from articles.citations.placing import Citation, place_citations
from articles.citations.superscripts import Superscripts, reference_anchor
from articles.models import ArticlePage, Reference
from articles.rendering.anchors import Anchors
from articles.rendering.headings import Heading, order_headings
from articles.rendering.links import with_addresses
from articles.rendering.term_index import Term, term_index
from articles.rendering.terms import ExplainedTerm, explain_terms, terms_for
from portal.markup import Node, attribute, split


@dataclass(frozen=True)
class CitedReference:
    """A line of the list of references, and the ids of the places where it is cited."""

    number: int
    reference: Reference
    anchor: str
    backlinks: tuple[str, ...]


@dataclass(frozen=True)
class RenderedBody:
    """An article's text as readers see it, and what stands around it."""

    html: SafeString
    contents: tuple[Heading, ...]
    references: tuple[CitedReference, ...]
    terms: tuple[ExplainedTerm, ...]


def render_body(
    page: ArticlePage,
    *,
    request: HttpRequest | None = None,
    is_preview: bool = False,
    references: Mapping[str, Reference] | None = None,
    terms: tuple[Term, ...] | None = None,
) -> RenderedBody:
    """The article's text. In a preview, citations that lead nowhere show; readers never see them.

    Three queries (sources, references, glossary), and one if the text links to pages. None for ``references`` by what
    cites them and for ``terms`` that may be explained, where they are known.
    """
    body = with_addresses(page, request)
    context = {"page": page, "self": page, "request": request, "box_numbers": count(1)}
    nodes = split(body.stream_block.render(body, context))
    anchors = Anchors(_ids(nodes))
    nodes, contents = order_headings(nodes, anchors)
    placed = place_citations(nodes)
    keys = [key for mark in placed if isinstance(mark, Citation) for key in mark.keys]
    if references is None:
        references = resolve(page, keys) if keys else {}
    numbering = number_keys(keys, references)
    explained, explanations = explain_terms(placed, term_index(terms_for(page) if terms is None else terms), anchors)
    superscripts = Superscripts(numbering, is_preview)
    html = "".join(node.html if isinstance(node, Node) else superscripts.write(node) for node in explained)
    cited = tuple(
        CitedReference(number, reference, reference_anchor(number), tuple(superscripts.places.get(number, ())))
        for number, reference in numbering.references.items()
    )
    return RenderedBody(mark_safe(html), contents, cited, explanations)  # noqa: S308 - blocks escape what people typed


def _ids(nodes: list[Node]) -> set[str]:
    tags = (node.html for node in nodes if node.name and "id" in node.html.lower())
    return {found for tag in tags if (found := attribute(tag, "id"))}
