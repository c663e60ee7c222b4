"""A comment's words with what was found in them: pieces, each with the findings that reach over it. Findings may
overlap. Takes plain values.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol


class Span(Protocol):
    """Where something was found: the first character, and the one after the last."""

    start: int
    end: int


class Piece(NamedTuple):
    """Some words of one line. ``numbers``: which findings reach over them, from 1. ``start``: their place in the
    text.
    """

    text: str
    start: int
    numbers: tuple[int, ...]


def pieces(text: str, findings: Sequence[Span]) -> list[list[Piece]]:
    """The text line by line, each cut where a finding begins or ends."""
    cuts = {0, len(text)} | {min(max(0, at), len(text)) for each in findings for at in (each.start, each.end)}
    lines: list[list[Piece]] = []
    at = 0
    for line in text.split("\n"):
        lines.append(list(_pieces_of(line, at, sorted(cuts), findings)))
        at += len(line) + 1
    return lines


def _pieces_of(line: str, at: int, cuts: Sequence[int], findings: Sequence[Span]) -> Iterable[Piece]:
    edges = [at, *(cut for cut in cuts if at < cut < at + len(line)), at + len(line)]
    for start, end in pairwise(edges):
        over = (number for number, each in enumerate(findings, 1) if each.start <= start and end <= each.end)
        if words := line[start - at : end - at].replace("\r", ""):
            yield Piece(words, start, tuple(over))
