"""Headings in order: levels that never skip (WCAG technique G141), an anchor for each, and the list of contents.

The page's title is the only heading of the first level. Headings keep their order of rank among each other: what
stood one level below, or several, comes to stand exactly one below. A heading that is a link throughout names another
page: it gets no anchor and no line in the contents, and neither do headings of what stands aside.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.citations.tokens import strip_tokens
from articles.rendering.anchors import Anchors
from portal.markup import Kind, Node, attribute, plain

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ASIDE = frozenset({"aside", "details", "blockquote", "figure", "nav", "dialog"})  # not in the list of contents
_DEEPEST_IN_CONTENTS = 3


class Heading(NamedTuple):
    """A line of the list of contents: level 2 or 3, plain text, the id to which it leads."""

    level: int
    text: str
    anchor: str


class _Found(NamedTuple):
    start: int
    end: int
    is_aside: bool
    leads_elsewhere: bool


def order_headings(nodes: Sequence[Node], anchors: Anchors) -> tuple[list[Node], tuple[Heading, ...]]:
    """``nodes`` with their headings in order, and the list of contents."""
    ordered = list(nodes)
    contents = []
    above: list[tuple[int, int]] = []  # (level as written, level as shown) of the headings that this one stands under
    for start, end, is_aside, leads_elsewhere in _headings(nodes):
        written = int(nodes[start].name[1])
        while above and above[-1][0] >= written:
            above.pop()
        level = (above[-1][1] if above else 1) + 1
        above.append((written, level))
        text = " ".join(strip_tokens(plain(nodes[start:end])).split())
        own = attribute(nodes[start].html, "id")
        anchor = own or (anchors.claim(text) if text and not leads_elsewhere else "")
        ordered[start] = _with_level(nodes[start], level, "" if own else anchor)
        ordered[end] = _with_level(nodes[end], level)
        if anchor and text and not is_aside and level <= _DEEPEST_IN_CONTENTS:
            contents.append(Heading(level, text, anchor))
    return ordered, tuple(contents)


def _headings(nodes: Sequence[Node]) -> Iterator[_Found]:
    """Every heading that is closed, with the index of its two tags."""
    opened = None
    depth = 0
    is_in_link = has_own_words = False
    for index, node in enumerate(nodes):
        if node.name in _ASIDE:
            depth = max(0, depth + (1 if node.kind is Kind.START else -1))
        elif node.name == "a":
            is_in_link = node.kind is Kind.START
        elif node.kind is Kind.TEXT:
            has_own_words = has_own_words or not (is_in_link or node.html.isspace())
        elif node.name in _HEADINGS:
            if node.kind is Kind.START:
                opened, has_own_words = index, False
            elif opened is not None:
                yield _Found(opened, index, depth > 0, not has_own_words)
                opened = None


def _with_level(tag: Node, level: int, anchor: str = "") -> Node:
    """A heading's tag at another level; every attribute stays, and an anchor becomes the first."""
    opening = "</h" if tag.kind is Kind.END else "<h"
    identity = f' id="{anchor}"' if anchor else ""
    return tag._replace(html=f"{opening}{level}{identity}{tag.html[len(opening) + 1 :]}", name=f"h{level}")
