"""Explains glossary terms at their first use on a page, without leaving it and without script.

The terms are those of the page's community and those that every community shares, in the page's language. A
community's own explanation goes before a shared one.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple
from unicodedata import normalize

from django.db.models import F, Q, QuerySet
from wagtail.models import Page

from articles.citations.placing import Citation
from articles.citations.tokens import strip_tokens
from articles.models import GlossaryTerm
from articles.rendering.anchors import Anchors
from articles.rendering.term_index import Term, TermIndex
from portal.markup import Kind, Node
from portal.prepared import prepared

_WIDE_SPACE = re.compile(r"[ \t\r\n\f]{2,}")
_OPENING = "([{“‘«„¿¡"
# Where a button can't stand or would disturb.
_UNEXPLAINED = frozenset({
    "a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "th", "sup", "sub", "code", "pre", "kbd", "samp", "var", "label",
    "legend", "summary", "select", "option", "optgroup", "svg", "math", "template", "nav", "abbr", "dfn", "form",
})  # fmt: skip


class ExplainedTerm(NamedTuple):
    """An explanation that goes with the page: the id it has, the term, the definition as plain text."""

    anchor: str
    term: str
    definition: str


def terms_for(page: Page) -> tuple[Term, ...]:
    """The glossary as it applies to ``page``. One query."""
    lines = range(Page.steplen, len(page.path) + 1, Page.steplen)
    return tuple(Term(*row) for row in _terms([page.path[:end] for end in lines], page.locale_id))


@prepared
def _terms(paths: Sequence[str], locale: int) -> QuerySet:
    ancestors = Page.objects.filter(path__in=paths)
    is_own = Q(site__root_page__translation_key__in=ancestors.values("translation_key"))
    found = GlossaryTerm.objects.filter(Q(site=None) | is_own, locale_id=locale)
    ordered = found.order_by(F("site_id").desc(nulls_last=True), "term")
    return ordered.values_list("term", "other_forms", "definition")


def explain_terms(
    nodes: Sequence[Node | Citation], index: TermIndex, anchors: Anchors
) -> tuple[list[Node | Citation], tuple[ExplainedTerm, ...]]:
    """``nodes`` with a button around the first use of each term, and the explanations that the buttons open."""
    anchor_of: dict[Term, str] = {}
    explained: list[Node | Citation] = []
    depth = 0
    for node in nodes:
        if not isinstance(node, Node):
            explained.append(node)
        elif node.kind is Kind.TEXT and not depth:
            explained += _with_buttons(node, index, anchors, anchor_of)
        else:
            if node.name in _UNEXPLAINED:
                depth = max(0, depth + (1 if node.kind is Kind.START else -1))
            explained.append(node)
    terms = (ExplainedTerm(id_, term.term, strip_tokens(term.definition)) for term, id_ in anchor_of.items())
    return explained, tuple(terms)


def _with_buttons(node: Node, index: TermIndex, anchors: Anchors, anchor_of: dict[Term, str]) -> Iterator[Node]:
    """One text in pieces. Space that browsers draw together is drawn together, and composed letters are composed.

    Browsers may end a line on either side of a button. What opens before it stands in the span that forbids it, and
    the style sheet forbids it behind.
    """
    text = normalize("NFC", _WIDE_SPACE.sub(" ", node.html))
    end = 0
    for use in index.uses(text):
        if use.term in anchor_of:
            continue
        anchor = anchor_of[use.term] = anchors.claim(use.term.term, prefix="term-")
        opening = f'<button type="button" class="term" popovertarget="{escape(anchor)}">'
        before = text[end : use.start]
        kept = before.rstrip(_OPENING)
        yield Node(Kind.TEXT, kept)
        button = f"{opening}{text[use.start : use.end]}</button>"
        yield Node(Kind.OPAQUE, f'<span class="unbroken">{before[len(kept) :]}{button}</span>')
        end = use.end
    yield Node(Kind.TEXT, text[end:])
