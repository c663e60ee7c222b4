"""The table: each ratio beside its target, on the screen and as Markdown."""

from collections.abc import Sequence

from benchmarks.outcome import NotMeasured, Outcome

Line = Outcome | NotMeasured
HEADS = ("", "What", "Target", "Measured", "Rounds", "By CPU", "")


def figure(value: float, unit: str = "") -> str:
    """A number as a person reads it."""
    text = f"{value:,.0f}" if value == int(value) and unit else f"{value:,.2f}" if value < 10 else f"{value:,.1f}"
    return f"{text} {unit}".rstrip()


def row(line: Line) -> tuple[str, ...]:
    """The cells of one line."""
    if isinstance(line, NotMeasured):
        return str(line.number), line.name, "", "not measured", "", "", line.reason
    sign = "≤" if line.at_most else "≥"
    low, high = line.spread
    spread = f"{figure(low)} – {figure(high)}" if line.rounds else ""
    target = f"{sign} {figure(line.target, line.unit)}"
    verdict = "holds" if line.holds else "DOES NOT HOLD"
    by_processor = "" if line.by_processor is None else figure(line.by_processor)
    return str(line.number), line.name, target, figure(line.measured, line.unit), spread, by_processor, verdict


def on_screen(lines: Sequence[Line]) -> str:
    """Columns of text."""
    rows = [HEADS, *map(row, lines)]
    widths = [max(len(cells[place]) for cells in rows) for place in range(len(HEADS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in rows
    )


def markdown(lines: Sequence[Line]) -> str:
    """A table in Markdown, with what was noted on each line."""
    heads = ("", "What", "Target", "Measured", "Lowest and highest round", "By processor time", "", "Note")
    rows = [heads, ("---",) * len(heads)]
    rows += [(*row(line), getattr(line, "note", "")) for line in lines]
    return "".join(f"| {' | '.join(map(_cell, cells))} |\n" for cells in rows)


def _cell(text: str) -> str:
    """A bar would begin another column."""
    return text.replace("|", "\\|")
