"""Two texts with one digest look the same to readers."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Reference
from articles.rendering import render_body
from articles.review.canonical import canonical_text
from articles.review.rich_text import paragraphs
from tests.articles.review.everything import everything, with_body

# Few letters and many ways of writing the same, so that digests often meet.
letters = st.sampled_from(["a", "b", "a b", "a  b", " a", "a ", "[[ref:a]]", "[[re", "f:a]]", "&amp;", "a&nbsp;b", ""])
tags = st.sampled_from(["b", "strong", "i", "em", "span"])
inline = st.recursive(
    letters,
    lambda inner: (
        st.builds("<{0}>{1}</{0}>".format, tags, inner)
        | st.builds("{}{}".format, inner, inner)
        | st.builds("{}<!-- a note -->{}".format, inner, inner)
        | st.builds('<a href="{}">{}</a>'.format, st.sampled_from(["x", "x y", "x&quot; title=&quot;y"]), letters)
        | st.builds("{}<br/>{}".format, inner, inner)
    ),
    max_leaves=4,
)
paragraph = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "h2", "div"]), inline)
item = st.builds("<li>{}</li>".format, inline | paragraph)
html = st.lists(
    paragraph | inline | st.builds("<{0}>{1}{2}</{0}>".format, st.sampled_from(["ul", "ol"]), item, item | st.just("")),
    max_size=3,
).map("".join)
line = letters.map(lambda text: text.replace("&nbsp;", "\u00a0").replace("&amp;", "&"))
body = st.lists(
    st.one_of(
        html.map(lambda value: {"type": "text", "value": value}),
        st.lists(html, max_size=2).map(lambda items: {"type": "do", "value": {"items": items}}),
        st.lists(html, max_size=2).map(lambda items: {"type": "dont", "value": {"items": items}}),
        st.builds(lambda title, text: {"type": "callout", "value": {"title": title, "text": text}}, line, html),
        st.builds(lambda title, text: {"type": "details", "value": {"summary": title, "text": text}}, line, html),
        st.builds(lambda q, who: {"type": "quotation", "value": {"quote": q, "attribution": who}}, line, line),
    ),
    max_size=2,
)


BLOCKS = ("aside", "div", "figcaption", "h2", "h3", "h4", "li", "ol", "p", "summary", "ul")
STYLES = {"b": "b", "strong": "b", "i": "i", "em": "i", "span": "span", "sup": "sup"}


def shown(page):
    """What readers see of the body, as lines of letters, each with the number of its item and with its styles."""
    lines = [("", [])]
    _read(BeautifulSoup(str(render_body(page).html), "html.parser"), frozenset(), lines)
    joined = [(number, _joined(letters)) for number, letters in lines]
    return [entry for entry in joined if any(entry)]


def _read(parent, marks, lines):
    for node in parent.children:
        if type(node).__name__ == "NavigableString":
            lines[-1][1].extend((letter, marks) for letter in str(node).replace("\u00a0", "_"))
        elif node.name == "br":
            lines.append(("", []))
        elif node.name in BLOCKS:
            lines.append((_number(node), []))
            _read(node, marks, lines)
            lines.append(("", []))
        elif node.name == "a":
            _read(node, marks | {node.get("href")}, lines)
        elif node.name:
            _read(node, marks | {STYLES.get(node.name, "")} - {""}, lines)


def _number(node):
    if node.name != "li" or node.parent.name != "ol":
        return ""
    return 1 + len(node.find_previous_siblings("li"))


def _joined(letters):
    """Letters with their styles, with space drawn together and without any at both ends."""
    kept = [(" ", ())]
    for letter, marks in letters:
        if not letter.isspace():
            kept.append((letter, marks))
        elif kept[-1][0] != " ":
            kept.append((" ", ()))
    return tuple(kept[1 : -1 if len(kept) > 1 and kept[-1][0] == " " else None])


@pytest.mark.django_db
def test_two_texts_with_one_digest_look_the_same(topic, article):
    page = everything(topic, article)
    assert Reference.objects.filter(key="a").exists()
    seen = {}

    @settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(stored=body)
    def look(stored):
        variant = with_body(page, stored)
        text = canonical_text(variant)
        now = shown(with_body(page, stored))
        before, first = seen.setdefault(text, (now, stored))
        assert now == before, (first, stored)

    look()
    assert 50 < len(seen) < 400


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<a href="x title=y">a</a>', '<a href="x" title="y">a</a>'),
        ('<div class="x p">a</div>', '<div class="x"><p>a</p></div>'),
        ('<a href="x" href="y">a</a>', '<a href="y">a</a>'),
        ("<ol><li>a</li><li>b</li></ol>", "<ol><li>a</li></ol><ol><li>b</li></ol>"),
        ("<ol><li></li><li>b</li></ol>", "<ol><li>b</li></ol>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>"),
        ("<b><i>a</b>b</i>", "<b><i>a</i></b>b"),
        ("<b>a</strong>b</b>", "<b>a</b>b"),
        ("a</div>b", "<p>a</p><p>b</p>"),
        ("<sup><b>a</sup>b</b>", "<sup><b>a</b></sup>b"),
        ("<a href='x'>a<a href='y'>b</a>c</a>", "<a href='x'>a</a><a href='x'>b</a>c"),
        ("[[re<!-- -->f:a]]", "[[ref:a]]"),
        ("<b>[[re</b><b>f:a]]</b>", "<b>[[ref:a]]</b>"),
        ("[[ref:a,<b> </b>b]]", "[[ref:a, b]]"),
        ("a\u000bb", "a<br/>b"),
        ("a&nbsp;b", "a b"),
        ("a &amp;lt; b", "a &lt; b"),
        ("<ul><li>a</ul>b", "<ul><li>a<p>b</p></li></ul>"),
        ("<p>a<hr/>b</p>", "<p>a</p><p>b</p>"),
    ],
)
def test_html_that_reads_differently_differs(one, other):
    assert paragraphs(one) != paragraphs(other)
