"""Text that reads without a break: what stands between two tags that begin a new line, bold and links included."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from portal.markup import Kind, Node, is_boundary


class Run(NamedTuple):
    """The texts of some nodes as one. Offsets count characters of ``text``."""

    text: str
    nodes: list[int]  # indices of the text nodes
    starts: list[int]  # where the text of each begins

    def place(self, offset: int) -> tuple[int, int]:
        """The node in which the character at ``offset`` stands, and its offset there."""
        at = bisect_right(self.starts, offset) - 1
        return self.nodes[at], offset - self.starts[at]

    def offset_of(self, node: int) -> int:
        """Where the text after ``node`` (any node, itself no text) begins; the end when none follows."""
        at = bisect_right(self.nodes, node)
        return self.starts[at] if at < len(self.starts) else len(self.text)

    def space_before(self, offset: int) -> int:
        """Where the space that ends at ``offset`` begins; ``offset`` itself if there is none."""
        while offset and self.text[offset - 1].isspace():
            offset -= 1
        return offset

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The stretch from ``start`` to ``end`` as (node, start there, end there)."""
        at = max(bisect_right(self.starts, start) - 1, 0)
        while at < len(self.nodes) and self.starts[at] < end:
            begin = self.starts[at]
            stop = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)
            yield self.nodes[at], max(start, begin) - begin, min(end, stop) - begin
            at += 1

    def without(self, cuts: Sequence[tuple[int, int]]) -> str:
        """The text without the stretches ``cuts``."""
        kept, end = [], 0
        for start, stop in sorted(cuts):
            kept.append(self.text[end : max(start, end)])
            end = max(end, stop)
        return "".join([*kept, self.text[end:]])


def runs(nodes: Sequence[Node]) -> Iterator[Run]:
    """Every run in ``nodes`` that holds text."""
    members: list[int] = []
    for index, node in enumerate(nodes):
        if node.kind is Kind.TEXT:
            members.append(index)
        elif members and is_boundary(node):
            yield _run(nodes, members)
            members = []
    if members:
        yield _run(nodes, members)


def _run(nodes: Sequence[Node], members: list[int]) -> Run:
    starts, length = [], 0
    for index in members:
        starts.append(length)
        length += len(nodes[index].html)
    return Run("".join(nodes[index].html for index in members), members, starts)
