"""Where on a page citations stand: from nodes with tokens to nodes with ``Citation`` marks in their places.

- Tokens beside each other, with nothing but space or commas between them, are one citation.
- The space before a citation goes, and the space between it and a full stop, comma or bracket that closes.
- A citation in the text of a link or button comes after it: a link never stands in a link.
- In a line that opens something, in attributes and in what isn't shown, tokens are taken out: no link can stand there.
- A token that a tag cuts in two is broken, even though it reads well.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from articles.citations.runs import Run, runs
from articles.citations.tags import without_tokens
from articles.citations.tokens import Found, find_tokens, holds_token, without_brackets
from portal.markup import Kind, Node

_SEPARATOR = re.compile(r"[\s,]*\Z")
_SPACE_BEFORE_CLOSING = re.compile(r"\s++(?=[.,)\]])")
_INTERACTIVE = ("a", "button")
_SILENT = frozenset(["summary", "select", "option", "optgroup", "svg", "math", "template"])


class Citation(NamedTuple):
    """The keys cited at one place, and the words of broken tokens there."""

    keys: tuple[str, ...]
    broken: tuple[str, ...]


class _Mark(NamedTuple):
    found: Found
    node: int  # in which it begins
    offset: int  # in that node
    is_split: bool
    link_end: int | None  # the closing tag of the link in which it stands


class _Edits(NamedTuple):
    cuts: dict[int, list[tuple[int, int]]]
    marks: dict[int, list[tuple[int, Citation]]]
    behind: dict[int, Citation]
    defused: set[int]


def place_citations(nodes: Sequence[Node]) -> list[Node | Citation]:
    """``nodes`` with a ``Citation`` wherever tokens stood. No token is left in them, whole or broken."""
    edits = _Edits({}, {}, {}, set())
    link_ends, silent = _surroundings(nodes)
    for run in runs(nodes):
        if holds_token(run.text):
            _edit(run, link_ends, silent, edits)
    placed: list[Node | Citation] = []
    for index, node in enumerate(nodes):
        placed += _edited_text(index, node, edits) if node.kind is Kind.TEXT else [without_tokens(node)]
        if index in edits.behind:
            placed.append(edits.behind[index])
    return placed


def _surroundings(nodes: Sequence[Node]) -> tuple[dict[int, int], set[int]]:
    """For nodes in links and buttons the index of the closing tag; and the nodes where no citation may stand."""
    link_ends: dict[int, int] = {}
    silent: set[int] = set()
    opened: tuple[str, int] | None = None
    depth = 0
    for index, node in enumerate(nodes):
        if node.name in _SILENT:
            depth = max(0, depth + (1 if node.kind is Kind.START else -1))
        if depth:
            silent.add(index)
        if node.kind is Kind.START and node.name in _INTERACTIVE:
            if opened and opened[0] == node.name:  # the browser closes the one that was left open
                silent.update(range(opened[1], index))
                opened = None
            opened = opened or (node.name, index)
        elif opened and node.kind is Kind.END and node.name == opened[0]:
            link_ends.update(dict.fromkeys(range(opened[1], index + 1), index))
            opened = None
    if opened:
        silent.update(range(opened[1], len(nodes)))
    return link_ends, silent


def _edit(run: Run, link_ends: dict[int, int], silent: set[int], edits: _Edits) -> None:
    """Writes into ``edits`` what becomes of the tokens in one run."""
    groups: list[list[_Mark]] = []
    cuts = []
    for found in find_tokens(run.text):
        node, offset = run.place(found.start)
        mark = _Mark(found, node, offset, run.place(found.end - 1)[0] != node, link_ends.get(node))
        start, end = found.start, found.end
        if space := _SPACE_BEFORE_CLOSING.match(run.text, end):
            end = space.end()
        joined_from = _joins(run, groups[-1][-1], mark) if groups else None
        cuts.append((run.space_before(start) if joined_from is None else joined_from, end))
        if node in silent:
            continue
        if joined_from is None:
            groups.append([])
        groups[-1].append(mark)
    for group in groups:
        _put(group, edits)
    for start, end in cuts:
        for node, first, last in run.parts(start, end):
            edits.cuts.setdefault(node, []).append((first, last))
    if holds_token(run.without(cuts)):
        edits.defused.update(run.nodes)


def _joins(run: Run, before: _Mark, mark: _Mark) -> int | None:
    """Where the text between two tokens begins if they are one citation."""
    if before.link_end is None:
        resumed = before.found.end
    elif before.link_end == mark.link_end:
        return run.space_before(mark.found.start)
    else:
        resumed = run.offset_of(before.link_end)
    return resumed if _SEPARATOR.match(run.text[resumed : mark.found.start]) else None


def _put(group: list[_Mark], edits: _Edits) -> None:
    keys = [key for mark in group if not mark.is_split for key in mark.found.keys]
    broken = [mark.found.words for mark in group if mark.is_split or not mark.found.keys]
    citation = Citation(tuple(dict.fromkeys(keys)), tuple(broken))
    first = group[0]
    if first.link_end is None:
        edits.marks.setdefault(first.node, []).append((first.offset, citation))
    elif before := edits.behind.get(first.link_end):  # two lines of one link: side by side, 1 and 2 would read as 12
        keys = [*before.keys, *citation.keys]
        edits.behind[first.link_end] = Citation(tuple(dict.fromkeys(keys)), before.broken + citation.broken)
    else:
        edits.behind[first.link_end] = citation


def _edited_text(index: int, node: Node, edits: _Edits) -> list[Node | Citation]:
    marks, cuts = edits.marks.get(index, []), edits.cuts.get(index, [])
    if not marks and not cuts:
        texts: list[Node | Citation] = [node]
    else:
        texts, end = [], 0
        for (start, stop), citation in sorted(
            [*((cut, None) for cut in cuts), *(((at, at), mark) for at, mark in marks)], key=lambda edit: edit[0]
        ):
            if start > end:
                texts.append(Node(Kind.TEXT, node.html[end:start]))
            if citation:
                texts.append(citation)
            end = max(end, stop)
        texts.append(Node(Kind.TEXT, node.html[end:]))
    if index in edits.defused:
        return [text._replace(html=without_brackets(text.html)) if isinstance(text, Node) else text for text in texts]
    return texts
