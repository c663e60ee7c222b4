"""Growth as a picture: a column for each month or week, confirmed upwards, withdrawn and erased downwards, in plain
numbers for an SVG. The kinds differ in pattern as well as in colour, and the numbers stand in a table beside it.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from consent.desk.growth import Row
from consent.desk.small_numbers import coarse, told

WIDTH, HEIGHT, GAP = 720, 200, 2


class Bar(NamedTuple):
    """A rectangle of the picture, and the name of what it counts."""

    kind: str
    x: float
    y: float
    width: float
    height: float


class Line(NamedTuple):
    """A row of the table beside the picture, in words."""

    begins: date
    given: str
    withdrawn: str
    erased: str


class Picture(NamedTuple):
    """What the template draws and writes. ``axis``: where nothing is. ``highest``: the most in one column."""

    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    axis: float
    highest: str


def draw(rows: Sequence[Row], *, exactly: bool) -> Picture:
    """The picture of ``rows``; in steps of five unless ``exactly``."""
    drawn = list(rows) if exactly else [Row(row.begins, *map(coarse, row[1:])) for row in rows]
    up = max((row.given for row in drawn), default=0)
    down = max((row.withdrawn + row.erased for row in drawn), default=0)
    unit = HEIGHT / ((up + down) or 1)
    axis = round(up * unit, 2) if up + down else HEIGHT / 2
    width = WIDTH / (len(drawn) or 1)
    bars = [bar for index, row in enumerate(drawn) for bar in _column(row, index * width, width, axis, unit)]
    lines = [Line(row.begins, *(told(number, exactly=exactly) for number in row[1:])) for row in reversed(rows)]
    return Picture(tuple(bars), tuple(lines), axis, told(max((row.given for row in rows), default=0), exactly=exactly))


def _column(row: Row, x: float, width: float, axis: float, unit: float) -> list[Bar]:
    up, down, gone = row.given * unit, row.withdrawn * unit, row.erased * unit
    places = (("given", axis - up, up), ("withdrawn", axis, down), ("erased", axis + down, gone))
    inner = max(width - GAP, 0.5)
    return [Bar(kind, round(x, 2), round(y, 2), round(inner, 2), round(size, 2)) for kind, y, size in places if size]
