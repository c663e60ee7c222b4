"""Coverage over time as a picture: a column for each recorded day, drawn in plain numbers for an SVG.

The states differ in pattern as well as in colour, and the same numbers stand in a table beside the picture.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from articles.models import CoverageDay

WIDTH, HEIGHT, GAP = 720, 180, 1
MOST = 60  # columns; more days than that are thinned out
STATES = (
    ("current", _("Current")),
    ("due_soon", _("Due soon")),
    ("overdue", _("Overdue")),
    ("changed", _("Changed since review")),
    ("unreviewed", _("Not reviewed")),
)


class Bar(NamedTuple):
    """A rectangle of the picture, and the name of its state."""

    state: str
    x: float
    y: float
    width: float
    height: float


class Picture(NamedTuple):
    """What the template draws and writes: the bars, the days as rows of a table, and the first and the last day."""

    bars: tuple[Bar, ...]
    rows: tuple[dict, ...]
    first: date | None
    last: date | None


def totals_by_day(days: Sequence[CoverageDay]) -> list[dict]:
    """The counts of all communities for each day, oldest first."""
    found: dict[date, dict] = {}
    for row in days:
        total = found.setdefault(row.day, {"day": row.day, **dict.fromkeys((name for name, _label in STATES), 0)})
        for name, _label in STATES:
            total[name] += getattr(row, name)
    return [found[day] for day in sorted(found)]


def thinned(rows: list[dict]) -> list[dict]:
    """At most ``MOST`` of ``rows``, evenly spread, the newest always among them."""
    if len(rows) <= MOST:
        return rows
    step = (len(rows) - 1) / (MOST - 1)
    return [rows[round(index * step)] for index in range(MOST)]


def draw(days: Sequence[CoverageDay]) -> Picture:
    """The picture of ``days``."""
    rows = thinned(totals_by_day(days))
    width = WIDTH / len(rows) if rows else WIDTH
    bars = [bar for index, row in enumerate(rows) for bar in _column(row, index * width, width)]
    for row in rows:
        whole = sum(row[name] for name, _label in STATES)
        row["share"] = round(100 * (row["current"] + row["due_soon"]) / whole) if whole else None
    ends = (rows[0]["day"], rows[-1]["day"]) if rows else (None, None)
    return Picture(tuple(bars), tuple(reversed(rows)), *ends)


def _column(row: dict, x: float, width: float) -> list[Bar]:
    whole = sum(row[name] for name, _label in STATES)
    y, bars = float(HEIGHT), []
    for name, _label in STATES:
        height = HEIGHT * row[name] / whole if whole else 0
        if height:
            y -= height
            bars.append(Bar(name, round(x, 2), round(y, 2), round(max(width - GAP, 0.5), 2), round(height, 2)))
    return bars
