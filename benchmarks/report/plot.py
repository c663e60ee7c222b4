"""The plot: how far each figure is from its target, which is the line in the middle. SVG, in plain shapes and words.

The scale is logarithmic, so that twice the target and half of it are equally far away.
"""

import math
from collections.abc import Sequence
from html import escape

from benchmarks.outcome import Outcome
from benchmarks.report.table import figure

WIDTH, LABELS, ROW, HEAD = 960, 430, 26, 44
REACH = 4.0  # times the target, or a part of it: what is further away ends at the edge
GOOD, BAD, INK, PALE = "#1b6e4a", "#a3281e", "#222222", "#dddddd"
_TYPE = f'font-family="sans-serif" font-size="13" fill="{INK}"'


def plot(lines: Sequence[Outcome], title: str) -> str:
    """The picture of all lines that have a target above zero."""
    shown = [line for line in lines if line.target > 0 and line.measured > 0]
    height = HEAD + ROW * len(shown) + 24
    middle = LABELS + (WIDTH - LABELS - 90) / 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" {_TYPE}>',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="8" y="20" font-weight="bold">{escape(title)}</text>',
        f'<text x="{middle:.0f}" y="36" text-anchor="middle">target</text>',
    ]
    for place, line in enumerate(shown):
        parts += _bar(line, HEAD + ROW * place, middle)
    parts.append(
        f'<line x1="{middle:.0f}" y1="{HEAD - 4}" x2="{middle:.0f}" y2="{height - 20}" stroke="{INK}"/>'
        f'<text x="8" y="{height - 6}" font-size="11">Right of the line: better than the target. Logarithmic, '
        f"to {REACH:.0f} times it.</text></svg>"
    )
    return "".join(parts) + "\n"


def _bar(line: Outcome, top: float, middle: float) -> list[str]:
    half = (WIDTH - LABELS - 90) / 2
    ahead = line.target / line.measured if line.at_most else line.measured / line.target
    reach = max(-1.0, min(1.0, math.log(ahead) / math.log(REACH)))
    left, width = middle + min(0, reach) * half, abs(reach) * half
    colour = GOOD if line.holds else BAD
    name = line.name if len(line.name) <= 62 else f"{line.name[:61]}…"
    told = f"{figure(line.measured, line.unit)}{'' if line.holds else ' ✗'}"
    return [
        f'<rect x="{LABELS}" y="{top + 4}" width="{2 * half:.0f}" height="{ROW - 8}" fill="{PALE}" opacity="0.4"/>',
        f'<text x="8" y="{top + 17}" font-size="12">{line.number}  {escape(name)}</text>',
        f'<rect x="{left:.1f}" y="{top + 4}" width="{max(width, 1):.1f}" height="{ROW - 8}" fill="{colour}"/>',
        f'<text x="{WIDTH - 84}" y="{top + 17}">{escape(told)}</text>',
    ]
