"""Spans of a text, and which of them say the same thing twice."""

from bisect import bisect_right
from collections.abc import Iterable

Span = tuple[int, int]


class Spans:
    """Passages that are taken. Asking whether one is costs no more the more there are."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._merged = [span for span, _reason in without_overlaps((span, "") for span in spans)]
        self._starts = [start for start, _end in self._merged]

    def touch(self, span: Span) -> bool:
        """Whether ``span`` shares a character with one of them."""
        last = bisect_right(self._starts, span[1] - 1) - 1
        return last >= 0 and self._merged[last][1] > span[0]


def without_overlaps(found: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """One for each passage, in their order. Those that overlap become one, with the reason of the first and longest."""
    kept: list[tuple[Span, str]] = []
    for span, reason in sorted(found, key=lambda each: (each[0][0], -each[0][1])):
        if not kept or span[0] >= kept[-1][0][1]:
            kept.append((span, reason))
        elif span[1] > kept[-1][0][1]:
            (start, _end), earlier = kept[-1]
            kept[-1] = (start, span[1]), earlier
    return kept
