"""Rich text as it is reviewed: paragraphs of styled words, whatever the editor's way of writing them as HTML.

What no reader can see is left out: ids of blocks, empty paragraphs, the order of nested styles, entities for
characters, space that browsers draw together. Everything else stays, tags and attributes that we do not know included.
"""

from functools import lru_cache
from html import unescape
from typing import Any

from portal.markup import INLINE, Kind, Node, attribute_value, attributes, split

_SAME = {"strong": "b", "em": "i"}
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_UNSEEN = frozenset({"data-block-key"})
_SPACE = " \t\n\r\f"

Paragraph = dict[str, Any]


@lru_cache(maxsize=4096)
def paragraphs(html: str) -> tuple[Paragraph, ...]:
    """The paragraphs of stored rich text. Each has ``as`` (the tags around it, outermost first) and ``text``: runs of
    one string, with their styles if they have any. Read only: the result is remembered by ``html``.
    """
    reader = _Reader()
    for node in split(html):
        reader.read(node)
    reader.end_paragraph()
    return tuple(reader.paragraphs)


def words_of(paragraph: Paragraph) -> str:
    """The text of a paragraph without its styles."""
    return "".join(run[0] for run in paragraph["text"])


class _Reader:
    """Reads nodes in their order. ``blocks`` and ``styles`` are the tags that are open."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.blocks: list[tuple[str, str]] = []
        self.styles: list[tuple[str, str]] = []
        self.runs: list[list] = []

    def read(self, node: Node) -> None:
        name = _SAME.get(node.name, node.name)
        match node.kind:
            case Kind.TEXT:
                self.add(unescape(node.html))
            case Kind.OPAQUE:
                if node.name:
                    self.add(node.html)
            case Kind.START if name == "br":
                self.add("\v")
            case Kind.START if name in _VOID:
                self.runs.append(["", {described(node, name): True}])
            case Kind.START if name in INLINE:
                self.styles.append((name, described(node, name)))
            case Kind.START:
                self.end_paragraph()
                self.blocks.append((name, described(node, name)))
            case Kind.END:
                self.close(name)

    def add(self, text: str) -> None:
        styles = {described_style: True for _name, described_style in self.styles}
        if self.runs and (self.runs[-1][1] if len(self.runs[-1]) > 1 else {}) == styles and self.runs[-1][0]:
            self.runs[-1][0] += text
        elif text:
            self.runs.append([text, styles] if styles else [text])

    def close(self, name: str) -> None:
        open_tags = self.styles if name in INLINE else self.blocks
        if open_tags is self.blocks:
            self.end_paragraph()
        for index in range(len(open_tags) - 1, -1, -1):
            if open_tags[index][0] == name:
                del open_tags[index:]
                return

    def end_paragraph(self) -> None:
        if runs := _trimmed(self.runs):
            self.paragraphs.append({"as": " ".join(described for _name, described in self.blocks), "text": runs})
        self.runs = []


def described(node: Node, name: str) -> str:
    """A tag and those of its attributes that can matter: ``a href=https://example.org``."""
    found = {match["name"].lower(): attribute_value(match) for match in attributes(node.html)}
    known = [f"{key}={value}" for key, value in sorted(found.items()) if key not in _UNSEEN]
    return " ".join([name, *known])


def _trimmed(runs: list[list]) -> list[list]:
    """``runs`` with space drawn together, and without any at the beginning, the end and around line breaks."""
    kept: list[list] = []
    after_space = True
    for text, *styles in runs:
        words = []
        for character in text:
            if character in _SPACE:
                if not after_space:
                    words.append(" ")
                after_space = True
            else:
                words.append(character)
                after_space = character == "\v"
        joined = "".join(words)
        if joined or (not text and styles):
            kept.append([joined, *styles])
            after_space = after_space if joined else False
    while kept and kept[-1][0] and not kept[-1][0].rstrip(" \v"):
        kept.pop()
    if kept and kept[-1][0]:
        kept[-1][0] = kept[-1][0].rstrip(" \v")
    return kept
