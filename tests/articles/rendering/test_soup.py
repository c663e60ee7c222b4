"""Whatever text and tags are thrown together: no error, no token, no tag that was not there before."""

from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.citations.numbering import number_keys
from articles.citations.placing import Citation, place_citations
from articles.citations.superscripts import Superscripts
from articles.citations.tokens import holds_token, strip_tokens
from articles.models import Reference
from articles.rendering.anchors import Anchors
from articles.rendering.headings import order_headings
from articles.rendering.term_index import Term, TermIndex
from articles.rendering.terms import explain_terms
from portal.markup import Kind, Node, is_boundary, plain, split

pytestmark = pytest.mark.any_database

KNOWN = {
    "a": Reference(pk=1, key="a"),
    "b": Reference(pk=2, key="b"),
    "moreau-2021": Reference(pk=3, key="moreau-2021"),
}
TERMS = TermIndex((Term("remission", "", "x"), Term("ref", "", "x"), Term("a", "b", "x")))

TOKENS = ["[[ref:a]]", "[[ref:a,b]]", "[[ref:moreau-2021]]", "[[ref:1]]", "[[ref:2,3,4]]", "[[ref:nobody]]", "[[ref:a"]
FRAGMENTS = [
    "[",
    "[[",
    "]]",
    "ref",
    "ref:",
    "[[ref:",
    "[[re",
    "f:a]]",
    "a",
    "b",
    ",",
    " ",
    ".",
    "&#91;",
    "&nbsp;",
    "&amp;",
]
TAGS = [
    "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<h2>", "</h2>", "<h4>", "</h4>", "<summary>", "</summary>", "<br>",
    '<a href="/x/?a=[[ref:a]]">', "</a>", "<button>", "</button>", "<sup>", "</sup>", '<img alt="[[ref:a]] > x">',
    "<img title='[[ref:' alt=[[ref:b]]>", "<!-- [[ref:a]] -->", "<!--", "<script>", "</script>", "<a", '<b x="', "<",
    ">", "<svg>", "</svg>", "<p [[ref:a]]>", "<p[[ref:a]]>", "</", "<td>", "</td>", "<template>", "</template>",
    "remission ",
]  # fmt: skip
SOUP = st.lists(st.sampled_from(TOKENS + FRAGMENTS + TAGS) | st.text(max_size=4), max_size=40).map("".join)
CLEAN = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    '<a title="x > y" href=/z/>',
    "</a>",
    "<td>",
    "</td>",
    "word ",
    "2 or more",
    "&amp; ",
]


def render(html, *, is_preview=False):
    anchors = Anchors()
    nodes, _contents = order_headings(split(html), anchors)
    placed = place_citations(nodes)
    numbering = number_keys([key for mark in placed if isinstance(mark, Citation) for key in mark.keys], KNOWN)
    explained, _terms = explain_terms(placed, TERMS, anchors)
    superscripts = Superscripts(numbering, is_preview)
    return "".join(node.html if isinstance(node, Node) else superscripts.write(node) for node in explained)


def tags(html):
    """The names of the tags in order, without those that rendering adds."""
    names = []
    skipped = ""
    for node in split(html):
        if node.kind not in (Kind.START, Kind.END):
            continue
        if not skipped and node.kind is Kind.START and node.name in ("sup", "button", "mark"):
            skipped = node.name
        elif not skipped:
            names.append((node.kind, "h" if node.name in ("h2", "h3", "h4") else node.name))
        elif node.kind is Kind.END and node.name == skipped:
            skipped = ""
    return names


def visible_lines(html):
    lines = [[]]
    for node in split(html):
        if is_boundary(node):
            lines.append([])
        else:
            lines[-1].append(node)
    return [plain(line) for line in lines]


@settings(max_examples=600, deadline=None)
@given(SOUP)
@example("[[re[[ref:nobody]]f:a]]")
@example("<b>[[re</b>[[ref:nobody]]<i>f:a]]</i>")
@example('<a title="[[ref:a" href="b]]">x</a>')
@example("<img alt='&#91;[ref:a]]'>")
@example("&#91&#91;ref:a]]")
@example("<script>[[ref:a]]")
@example("<a b='[[ref:a]]")
def test_no_token_is_left_for_readers(html):
    for is_preview in (False, True):
        shown = render(html, is_preview=is_preview)
        assert "[[ref:" not in shown.lower()
        assert "[[ref:" not in unescape(shown).lower()
        assert not any("[[ref:" in line.lower() for line in visible_lines(shown))


@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_plain_text_holds_no_token(text):
    assert not holds_token(strip_tokens(text))
    assert strip_tokens(strip_tokens(text)) == strip_tokens(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*TOKENS, *CLEAN, "<h2>", "</h2>", "<h4>", "</h4>", "<summary>", "</summary>"])))
def test_tags_stay_as_they_were_in_number_and_order(parts):
    html = "".join(parts)
    assert tags(render(html)) == tags(html)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(CLEAN)).map("".join))
def test_text_without_tokens_terms_or_headings_comes_out_letter_for_letter(html):
    assert render(html) == html


@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_splitting_loses_nothing_that_a_browser_shows(html):
    assert unescape("".join(node.html for node in split(html))) == unescape(html)


def test_links_are_never_nested():
    for html in (
        "<a href=x>[[ref:a]]",
        "<a>x[[ref:a]]<a>[[ref:b]]</a>",
        "<button>[[ref:a]]</button>",
        "<a>[[ref:a]]</a>",
    ):
        is_in_link = False
        for node in split(render(html)):
            if node.name == "a":
                assert not (is_in_link and "cite-" in node.html)
                is_in_link = node.kind is Kind.START
