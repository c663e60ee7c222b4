"""Tables of data: at least two rows and two columns, one cell a column, no table inside. Others only lay out a page."""

from collections.abc import Callable

from articles.importing.pieces import Kind, Line, Source, Spans

LONGEST_CELL = 600  # characters; longer text isn't data
MOST_COLUMNS = 12


def is_data_table(table) -> bool:
    """Whether ``table`` holds data that keeps its meaning in the portal's own tables."""
    if table.find(".//table") is not None or (table.get("role") or "") in ("presentation", "none"):
        return False
    if any(cell.get(name, "1") not in ("", "1") for cell in table.iter("td", "th") for name in ("colspan", "rowspan")):
        return False
    rows = _rows(table)
    widths = {len(row) for row in rows}
    if len(rows) < 2 or len(widths) != 1 or not 2 <= widths.pop() <= MOST_COLUMNS:
        return False
    if any(True for _ in table.iter("ul", "ol", "h1", "h2", "h3", "h4", "form", "img")):
        return False
    return all(len("".join(cell.itertext())) <= LONGEST_CELL for row in rows for cell in row)


def read_table(table, source: Source, group: int, cell_spans: Callable[..., Spans]) -> None:
    """Adds the caption and the rows of ``table`` to ``source``: a row is a piece."""
    caption = table.find("caption")
    if caption is not None and (spans := cell_spans(caption)):
        _add(source, _number(caption), (spans,), Kind.CAPTION, group)
    for index, row in enumerate(_rows(table)):
        cells = tuple(cell_spans(cell) for cell in row)
        if any(cells):
            header = index == 0 and all(cell.tag == "th" or cell.getparent().getparent().tag == "thead" for cell in row)
            _add(source, _number(row[0].getparent()), cells, Kind.ROW, group, level=int(header))


def _rows(table) -> list[list]:
    rows = ([cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr"))
    return [row for row in rows if row]


def _number(element) -> int:
    named = (element.get("data-lines") or "").split(",")[0]
    return int(named) if named.isascii() and named.isdecimal() else element.sourceline or 1


def _add(source: Source, number: int, cells: tuple[Spans, ...], kind: Kind, group: int, *, level: int = 0) -> None:
    text = " | ".join("".join(span.text for span in cell) for cell in cells)
    line = Line(
        (source.add(number, text),), cells[0] if kind is Kind.CAPTION else (), kind, level, group=group, cells=cells
    )
    source.lines.append(line)
