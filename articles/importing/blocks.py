"""From elements to the blocks of an article. This is the one place that writes HTML and citation tokens."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

from articles.importing.characters import disarm
from articles.importing.elements import Element, Heading, Item, Listing, Paragraph, Questions, Table
from articles.importing.inline import lowered
from articles.importing.pieces import Spans, merged

LONGEST_QUOTATION = 500  # what the quotation block takes
KeyOf = Callable[[str], str]


def to_blocks(elements: list[Element], key_of: KeyOf) -> list[dict]:
    """The value of an article's body. ``key_of`` gives the key under which a number is cited."""
    blocks: list[dict] = []
    text: list[str] = []

    def end_text() -> None:
        if text:
            blocks.append({"type": "text", "value": "".join(text)})
            text.clear()

    for element in elements:
        if block := _own_block(element, key_of):
            end_text()
            blocks.append(block)
            continue
        if isinstance(element, Heading) and element.level == 2:
            end_text()
        text.append(_text_html(element, key_of))
    end_text()
    return blocks


def _own_block(element: Element, key_of: KeyOf) -> dict | None:
    if isinstance(element, Questions):
        return {"type": "questions", "value": _questions(element, key_of)}
    if isinstance(element, Table):
        return {"type": "table", "value": _table(element, key_of)}
    if isinstance(element, Paragraph) and element.is_quote:
        quote = " ".join(to_line(line, key_of) for line in element.lines)
        if len(quote) <= LONGEST_QUOTATION:
            return {"type": "quotation", "value": {"quote": quote, "attribution": ""}}
    return None


def _text_html(element: Element, key_of: KeyOf) -> str:
    if isinstance(element, Heading):
        spans = tuple(replace(span, bold=False) for span in element.spans)
        return f"<h{element.level}>{to_html(spans, key_of)}</h{element.level}>"
    if isinstance(element, Listing):
        return _list_html(element.items, key_of)
    assert isinstance(element, Paragraph)  # noqa: S101  (narrows the type)
    return f"<p>{'<br/>'.join(to_html(line, key_of) for line in element.lines)}</p>"


def _questions(element: Questions, key_of: KeyOf) -> dict:
    return {
        "title": disarm(element.title),
        "introduction": "".join(_text_html(part, key_of) for part in element.introduction),
        "questions": [to_line(question, key_of) for question in element.questions],
    }


def _table(element: Table, key_of: KeyOf) -> dict:
    rows = list(element.rows)
    header = rows.pop(0) if rows[0].level else None
    headings = [to_line(cell, key_of) for cell in header.cells] if header else [""] * len(rows[0].cells)
    return {
        "table": {
            "caption": disarm(element.caption),
            "columns": [{"type": "rich_text", "heading": heading} for heading in headings],
            "rows": [{"values": [f"<p>{to_html(cell, key_of)}</p>" for cell in row.cells]} for row in rows],
        },
        "first_column_is_header": True,
        "note": "",
    }


def _list_html(items: list[Item], key_of: KeyOf) -> str:
    """A list with the lists nested in its items."""
    if not items:
        return ""
    base = items[0].depth
    tag = "ol" if items[0].ordered and items[0].number in (0, 1) else "ul"
    html: list[str] = []
    index = 0
    while index < len(items):
        end = index + 1
        while end < len(items) and items[end].depth > base:
            end += 1
        item = items[index]
        number = f"{item.number}. " if item.number and tag == "ul" else ""
        text = "<br/>".join(to_html(paragraph, key_of) for paragraph in item.paragraphs)
        html.append(f"<li>{number}{text}{_list_html(items[index + 1 : end], key_of)}</li>")
        index = end
    return f"<{tag}>{''.join(html)}</{tag}>"


def to_html(spans: Spans, key_of: KeyOf) -> str:
    """``spans`` as rich text: bold, italics, links and citation tokens, everything else escaped."""
    html = []
    for span in merged(spans):
        if span.numbers:
            html.append(_token(span.numbers, key_of))
            continue
        text = escape(disarm(lowered(span.text) if span.raised else span.text), quote=False)
        text = f"<i>{text}</i>" if span.italic and text.strip() else text
        text = f"<b>{text}</b>" if span.bold and text.strip() else text
        html.append(f'<a href="{escape(span.href)}">{text}</a>' if span.href and text.strip() else text)
    return "".join(html).strip()


def to_line(spans: Spans, key_of: KeyOf) -> str:
    """``spans`` as one line of plain text with citation tokens."""
    parts, text = [], ""
    for span in spans:
        if span.numbers:
            parts += [disarm(text), _token(span.numbers, key_of)]
            text = ""
        else:
            text += lowered(span.text) if span.raised else span.text
    return "".join([*parts, disarm(text)]).strip()


def _token(numbers: tuple[str, ...], key_of: KeyOf) -> str:
    return f"[[ref:{','.join(dict.fromkeys(key_of(number) for number in numbers))}]]"
