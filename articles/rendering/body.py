"""From the stored body of an article to HTML, in one pass over what its blocks render.

Pure: the result depends on the article, the library, the glossary and the active language, on nothing that another
page or thread does. Nothing is kept on blocks, and modules remember only what follows from content: what one pass made
is remembered by all that went into it (docs/decisions/0018-made-once.md).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from articles.citations.library import resolve
from articles.citations.numbering import number_keys
from articles.citations.placing import Citation, place_citations
from articles.citations.superscripts import Superscripts, reference_anchor
from articles.models import ArticlePage, Reference
from articles.rendering.anchors import Anchors
from articles.rendering.blocks import body_html
from articles.rendering.headings import Heading, order_headings
from articles.rendering.term_index import Term, term_index
from articles.rendering.terms import ExplainedTerm, explain_terms, terms_for
from portal.markup import Node, attribute, split

KEPT = 128  # texts, in each process


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

    @property
    def listed(self) -> tuple:
        """Everything that the list of references shows."""
        return tuple((each.number, each.backlinks, each.reference.said) for each in self.references)


class _Cited(NamedTuple):
    """A line of the list of references, with the id of its reference: the library is asked for it each time."""

    number: int
    reference: int
    backlinks: tuple[str, ...]


class _Pass(NamedTuple):
    """What one pass over the HTML of the blocks makes. Read only."""

    html: SafeString
    contents: tuple[Heading, ...]
    references: tuple[_Cited, ...]
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
    context = {"page": page, "self": page, "request": request, "box_numbers": count(1)}
    html = body_html(page, request, context)
    if references is None:
        keys = _keys(place_citations(split(html)))
        references = resolve(page, keys) if keys else {}
    known = tuple(sorted((key, reference.pk) for key, reference in references.items()))
    terms = terms_for(page) if terms is None else terms
    done = _done(html, known, terms, get_language(), is_preview=is_preview)
    by_id = {reference.pk: reference for reference in references.values()}
    cited = tuple(
        CitedReference(each.number, by_id[each.reference], reference_anchor(each.number), each.backlinks)
        for each in done.references
    )
    return RenderedBody(done.html, done.contents, cited, done.terms)


@lru_cache(maxsize=KEPT)
def _done(
    html: str, known: tuple[tuple[str, int], ...], terms: tuple[Term, ...], _language: str, *, is_preview: bool
) -> _Pass:
    """The pass. ``known``: what the library has, by what cites it, as ids."""
    nodes = split(html)
    anchors = Anchors(_ids(nodes))
    nodes, contents = order_headings(nodes, anchors)
    placed = place_citations(nodes)
    numbering = number_keys(_keys(placed), {key: Reference(pk=pk) for key, pk in known})
    explained, explanations = explain_terms(placed, term_index(terms), anchors)
    superscripts = Superscripts(numbering, is_preview)
    made = "".join(node.html if isinstance(node, Node) else superscripts.write(node) for node in explained)
    cited = tuple(
        _Cited(number, reference.pk, tuple(superscripts.places.get(number, ())))
        for number, reference in numbering.references.items()
    )
    return _Pass(mark_safe(made), contents, cited, explanations)  # noqa: S308 - blocks escape what people typed


def _keys(placed: Iterable[Node | Citation]) -> list[str]:
    return [key for mark in placed if isinstance(mark, Citation) for key in mark.keys]


def _ids(nodes: list[Node]) -> set[str]:
    tags = (node.html for node in nodes if node.name and "id" in node.html.lower())
    return {found for tag in tags if (found := attribute(tag, "id"))}
