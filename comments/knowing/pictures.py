"""Counts as columns, drawn in plain numbers for an SVG: one kind upwards, another downwards.

The kinds differ in pattern as well as in colour, and the same numbers stand in a table beside the picture.
"""

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT, GAP = 720, 180, 2


class Bar(NamedTuple):
    """A rectangle of the picture, and which of the two kinds it counts."""

    kind: str
    x: float
    y: float
    width: float
    height: float


class Picture(NamedTuple):
    """What a template draws. ``axis``: where nothing is. ``highest``: the most upwards and the most downwards."""

    bars: tuple[Bar, ...]
    axis: float
    highest: tuple[int, int]


def columns(pairs: Sequence[tuple[int, int]]) -> Picture:
    """A column for each pair, the first number upwards, the second downwards."""
    up, down = (max((pair[side] for pair in pairs), default=0) for side in (0, 1))
    unit = HEIGHT / ((up + down) or 1)
    axis = up * unit if up + down else HEIGHT / 2
    width = WIDTH / (len(pairs) or 1)
    bars = []
    for place, (above, below) in enumerate(pairs):
        for kind, top, size in (("up", axis - above * unit, above), ("down", axis, below)):
            if size:
                inner = max(width - GAP, 0.5)
                bars.append(Bar(kind, *(round(each, 2) for each in (place * width, top, inner, size * unit))))
    return Picture(tuple(bars), round(axis, 2), (up, down))
