"""HTML as a flat list of nodes, split as browsers split it (HTML Living Standard, section 13.2.5).

Joining the nodes gives the HTML back, but for what no browser would show: an unfinished tag at the end becomes
text, and characters that were written as entities without need stand for themselves. Takes linear time.
"""

import re
from collections.abc import Iterable
from enum import Enum
from html import unescape
from typing import NamedTuple


class Kind(Enum):
    """What a node is."""

    TEXT = "text"
    START = "start"
    END = "end"
    OPAQUE = "opaque"  # comments, declarations, what stands in <script>, <style>, <title>, <textarea>


class Node(NamedTuple):
    """A piece of HTML as it stands in the page, with the tag's name in small letters."""

    kind: Kind
    html: str
    name: str = ""


INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "output", "q", "ruby", "rp", "rt", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_RAW_TEXT = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})

_VALUE = r"(?>\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)"
_ATTRIBUTE = rf"[^\s/>][^\s/>=]*+(?>(?:\s*+=\s*+(?>{_VALUE}?))?)"
_MARKUP = re.compile(
    rf"(?P<comment><!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*+(?:>|\Z)|</[^a-zA-Z>][^>]*+(?:>|\Z)|</>)"
    rf"|<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?>(?:[\s/]++|{_ATTRIBUTE})*)(?P<close>>|\Z)",
    re.DOTALL,
)
_ATTRIBUTES = re.compile(
    rf"(?P<before>[\s/]*+)(?P<name>[^\s/>][^\s/>=]*+)(?>(?:(?P<equals>\s*+=\s*+)(?P<value>(?>{_VALUE}?)))?)"
)
_TAG_NAME = re.compile(r"</?[^\s/>]*+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def split(html: str) -> list[Node]:
    """The nodes of ``html``, in order."""
    nodes: list[Node] = []
    end = 0
    while match := _MARKUP.search(html, end):
        if match.start() > end:
            nodes.append(text_node(html[end : match.start()]))
        if match["comment"] is None and match["close"] == "":  # unfinished: it would swallow the rest of the page
            nodes.append(text_node(html[match.start() :].replace("<", "&lt;")))
            return nodes
        node = _tag_or_opaque(match)
        nodes.append(node)
        end = match.end()
        if node.kind is Kind.START and node.name in _RAW_TEXT:
            start, end = end, _end_of_raw_text(html, end, node.name)
            nodes.append(Node(Kind.OPAQUE, html[start:end], node.name))
    if end < len(html):
        nodes.append(text_node(html[end:]))
    return nodes


def _tag_or_opaque(match: re.Match[str]) -> Node:
    if match["comment"] is not None:
        return Node(Kind.OPAQUE, match[0])
    return Node(Kind.END if match["slash"] else Kind.START, match[0], match["name"].lower())


def _end_of_raw_text(html: str, start: int, name: str) -> int:
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(html, start)
    return closing.start() if closing else len(html)


def text_node(html: str) -> Node:
    """Text, with every entity written as the character that it stands for, but ``<``, ``>`` and ``&``."""
    return Node(Kind.TEXT, _ENTITY.sub(_character, html) if "&" in html else html)


def _character(entity: re.Match[str]) -> str:
    character = unescape(entity[0])
    return entity[0] if not character or character[0] in "<>&" else character


def plain(nodes: Iterable[Node]) -> str:
    """The text of ``nodes`` without markup."""
    return unescape("".join(node.html for node in nodes if node.kind is Kind.TEXT))


def plain_lines(html: str) -> list[str]:
    """The text of ``html`` without markup: a new line wherever a browser begins one."""
    lines: list[list[Node]] = [[]]
    for node in split(html):
        if is_boundary(node):
            lines.append([])
        else:
            lines[-1].append(node)
    return [text for line in lines if (text := plain(line).strip())]


def attributes(tag: str) -> list[re.Match[str]]:
    """The attributes of a tag as it stands in the page: groups ``before``, ``name``, ``equals`` and ``value``."""
    name = _TAG_NAME.match(tag)
    return list(_ATTRIBUTES.finditer(tag, name.end() if name else 0))


def attribute(tag: str, name: str) -> str | None:
    """The value of an attribute, unescaped; ``None`` if the tag has none of that name."""
    for match in attributes(tag):
        if match["name"].lower() == name:
            return attribute_value(match)
    return None


def attribute_value(found: re.Match[str]) -> str:
    """The value of one of ``attributes``, unescaped, without its quotes; empty if it has none."""
    value = found["value"] or ""
    return unescape(value[1:].removesuffix(value[0]) if value[:1] in ('"', "'") else value)


def is_boundary(node: Node) -> bool:
    """Whether text before and after ``node`` stands apart on the page."""
    return node.kind in (Kind.START, Kind.END) and node.name not in INLINE
