"""Rich text as it is reviewed: paragraphs of styled words, whatever the editor's way of writing them as HTML.

What no reader can see is left out: ids of blocks, empty paragraphs, the order of nested styles, entities for
characters, space that browsers draw together. Everything else stays, tags and attributes that we do not know included.
Tags that show what stands elsewhere, a picture or another page, can't be reviewed here: they are an error.
"""

import json
import re
from functools import lru_cache
from html import unescape
from typing import Any

from articles.citations.tokens import find_tokens
from articles.review.errors import NotReviewableError
from portal.markup import INLINE, Kind, Node, attribute_value, attributes, split

_SAME = {"strong": "b", "em": "i"}
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_ELSEWHERE = frozenset(
    {"audio", "embed", "iframe", "img", "link", "object", "picture", "script", "source", "style", "track", "video"}
)
# What browsers open again in the next block if it was left open (HTML Living Standard, section 13.2.4.3).
_FORMATTING = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SEEN_EMPTY = frozenset({"li", "td", "th"})  # an item without words still has its number
_UNSEEN = frozenset({"data-block-key"})
_BARE = re.compile(r"<\w+(?: data-block-key=\"[^\"]*\")?/?>\Z")
_BREAK = "\v"  # stands for <br>
_DEEPEST = 40  # open tags; each paragraph names those around it
_LONGEST_TOKEN = 2000  # characters
SPACES = re.compile(r"[ \t\n\r\f]+")
_PLAIN_VALUE = re.compile(r"[^\s\"]+\Z")

Paragraph = dict[str, Any]


@lru_cache(maxsize=2048)
def paragraphs(html: str) -> tuple[Paragraph, ...]:
    """The paragraphs of stored rich text. Read only: the result is remembered by ``html``.

    Each has ``as``, the tags around it, outermost first; ``in``, how many of these it shares with the paragraph before
    it, if any; and ``text``, runs of one string, with their styles if they have any. Raises ``NotReviewableError``.
    """
    reader = _Reader()
    for node in split(html):
        reader.read(node)
    reader.end_paragraph()
    reader.leave(0)
    return tuple(reader.paragraphs)


def words_of(paragraph: Paragraph) -> str:
    """The text of a paragraph without its styles."""
    return "".join(run[0] for run in paragraph["text"])


class _Reader:
    """Reads nodes in their order, as a browser does. ``blocks`` and ``styles`` are the tags that are open: each by its
    name, as it is told and, for a style, with the number of blocks around it.
    """

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.blocks: list[tuple[str, str]] = []
        self.styles: list[tuple[str, str, int]] = []
        self.runs: list[list] = []
        self.shared = 0  # how many of the open blocks hold the latest paragraph as well

    def read(self, node: Node) -> None:
        match node.kind:
            case Kind.TEXT:
                self.add(unescape(node.html).replace(_BREAK, "\ufffd"))
            case Kind.START:
                self.open(node)
            case Kind.END:
                self.close(node.name)
            case Kind.OPAQUE if node.name:  # others are comments
                self.add(node.html)

    def open(self, node: Node) -> None:
        name = node.name
        if name in _ELSEWHERE:
            raise NotReviewableError(f"<{name}> shows what stands elsewhere")
        if len(self.blocks) + len(self.styles) > _DEEPEST:
            raise NotReviewableError("the text is nested too deeply")
        if name == "br":
            self.add(_BREAK)
        elif name in INLINE and name != "wbr":
            if name == "a":
                self.close(name)  # a link never stands in a link
            self.styles.append((name, described(node), len(self.blocks)))
        elif name in _VOID and name != "hr":
            self.runs.append(["", {described(node): True}])
        else:
            self.end_paragraph()
            self.close_implied(name)
            if name == "hr":
                self.runs.append(["", {described(node): True}])
                self.end_paragraph()
            else:
                self.blocks.append((name, described(node)))

    def close_implied(self, name: str) -> None:
        """Closes what cannot go on around a block: a paragraph, the item before an item, a heading around a heading."""
        if self.blocks and self.blocks[-1][0] == "p":
            self.leave(len(self.blocks) - 1)
        if name == "li" and (index := self.open_item()) is not None:
            self.leave(index)
        inside = len(self.blocks)
        if name in _HEADINGS and inside and self.blocks[-1][0] in _HEADINGS and all(s[2] < inside for s in self.styles):
            self.leave(inside - 1)

    def open_item(self) -> int | None:
        """Where the item of a list is open that the next item ends."""
        for index in range(len(self.blocks) - 1, -1, -1):
            if self.blocks[index][0] not in ("div", "p"):
                return index if self.blocks[index][0] == "li" else None
        return None

    def add(self, text: str) -> None:
        styles = {style[1]: True for style in self.styles}
        last = self.runs[-1] if self.runs else [""]
        if last[0] and (last[1] if len(last) > 1 else {}) == styles and not _makes_token(last[0], text):
            last[0] += text
        elif text:
            self.runs.append([text, styles] if styles else [text])

    def close(self, name: str) -> None:
        """Closes the innermost tag of that name, and what can't outlive it. One that was never opened is ignored."""
        if name in INLINE:
            return self.close_style(name)
        for index in range(len(self.blocks) - 1, -1, -1):
            opened = self.blocks[index][0]
            if opened == name:
                self.end_paragraph()
                return self.leave(index)
            if name == "li" and opened in ("ul", "ol"):  # not through a list inside it
                return None
        return self.end_paragraph() if name == "p" else None  # which makes an empty paragraph

    def close_style(self, name: str) -> None:
        for index in range(len(self.styles) - 1, -1, -1):
            opened, _described, depth = self.styles[index]
            if opened == name and (name in _FORMATTING or depth == len(self.blocks)):
                self.styles[index:] = [style for style in self.styles[index + 1 :] if style[0] in _FORMATTING]
                return

    def leave(self, depth: int) -> None:
        """Leaves all blocks but the outermost ``depth``."""
        while len(self.blocks) > depth:
            if self.shared < len(self.blocks) and self.blocks[-1][0] in _SEEN_EMPTY:
                self.keep([])
            self.blocks.pop()
            self.shared = min(self.shared, len(self.blocks))
        if self.styles:
            self.styles = [style for style in self.styles if style[2] <= depth or style[0] in _FORMATTING]

    def end_paragraph(self) -> None:
        if self.runs and (runs := _trimmed(self.runs)):
            self.keep(runs)
        self.runs = []

    def keep(self, runs: list[list]) -> None:
        tags = " ".join(described for _name, described in self.blocks)
        shared = {"in": self.shared} if self.shared else {}
        self.paragraphs.append({"as": tags or "p", **shared, "text": runs})
        self.shared = len(self.blocks)


def described(node: Node) -> str:
    """A tag and those of its attributes that can matter: ``a href=https://example.org``."""
    name = _SAME.get(node.name, node.name)
    if _BARE.match(node.html):
        return name
    found: dict[str, str] = {}
    for match in attributes(node.html):
        found.setdefault(match["name"].lower(), attribute_value(match))  # browsers take the first of a name
    return " ".join([name, *(f"{key}={_quoted(value)}" for key, value in sorted(found.items()) if key not in _UNSEEN)])


def _quoted(value: str) -> str:
    """A value that can't be taken for two attributes, or for two tags."""
    return value if _PLAIN_VALUE.match(value) else json.dumps(value, ensure_ascii=False)


def _makes_token(before: str, after: str) -> bool:
    """Whether a citation token would begin in ``before`` and end in ``after``. A token that is cut in two is none."""
    if "[" not in before and "]" not in after:
        return False
    before = before[-_LONGEST_TOKEN:]
    before = before[max(before.rfind("[", 0, before.rfind("[")), 0) :]  # no bracket stands inside a token
    return any(found.start < len(before) < found.end for found in find_tokens(before + after[:_LONGEST_TOKEN]))


def _trimmed(runs: list[list]) -> list[list]:
    """``runs`` with space drawn together, and without any at the beginning, the end and after line breaks."""
    kept: list[list] = []
    after_space = True
    for text, *styles in runs:
        words = SPACES.sub(" ", text)
        if _BREAK in words:
            words = words.replace(_BREAK + " ", _BREAK)
        if after_space:
            words = words.removeprefix(" ")
        if words:
            kept.append([words, *styles])
            after_space = words[-1] in " \v"
        elif not text:  # a tag that stands alone
            kept.append(["", *styles])
            after_space = False
    if len(kept) > 1:
        kept = _with_spaces_outside(kept)
    while kept and kept[-1][0]:
        kept[-1][0] = kept[-1][0].rstrip(" \v")
        if kept[-1][0]:
            break
        kept.pop()
    return kept


def _with_spaces_outside(runs: list[list]) -> list[list]:
    """``runs`` without styles on the space at their ends: the editor takes it out of them when it saves again."""
    moved: list[list] = []
    for text, *styles in runs:
        words = text.strip(" ") if styles else text
        before, _words, after = text.partition(words) if words else (text, "", "")
        for piece, own in ((before, []), (words, styles), (after, [])):
            if piece and not own and moved and len(moved[-1]) == 1 and not _makes_token(moved[-1][0], piece):
                moved[-1][0] += piece
            elif piece or (not text and own):  # a tag that stands alone has no words
                moved.append([piece, *own])
    return moved
