"""Markdown as lines. It is turned into HTML and read like a web page, each block with its own source lines.

A piece is a source line that isn't blank. Definitions of footnotes (``[^1]: ...``, ``[1]: ...``) are taken out first:
they are references. The values at the head of the file (front matter) give title, summary and claims.
"""

import re
from dataclasses import replace
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from articles.importing.characters import clean
from articles.importing.pieces import Kind, Line, Source, Span
from articles.importing.web_page import read_web_page, spans_of

_BULLET = re.compile(r"^(\s*)[•●▪◦‣∙](\s*)(?=\S)")
_FOOTNOTE = re.compile(r"^ {0,3}\[\^?(\d{1,3})\]:\s+(?=\S)")
_NOTE = re.compile(r"\[\^([^\]\s^]{1,60})\]")
_NAMED_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s^]{1,60})\]:", re.MULTILINE)
_ANY_NUMBER = re.compile(r"(?:\[\^|^ {0,3})(\d{1,3})(?:\]|[.)] )", re.MULTILINE)
_FRONT = re.compile(r"^([A-Za-z][\w .-]{0,40}?)\s*:\s*(.*)$")
_SUMMARY = ("summary", "description", "excerpt", "abstract", "standfirst")


class Parser(MarkdownIt):
    """Takes every address for a link: which of them a draft may keep is decided in ``links``."""

    def validateLink(self, url: str) -> bool:  # noqa: N802  (overrides)
        return True


def read_markdown(text: str, source: Source) -> None:
    """Adds the pieces and lines of ``text`` to ``source``."""
    originals = re.split(r"\r\n|\r|\n", text)
    rows = list(originals)
    front = _take_front_matter(rows, source)
    rows = _with_numbered_footnotes(rows)
    notes = _take_footnotes(rows)
    rows = [_BULLET.sub(r"\1- ", row) for row in rows]
    scratch = Source(source.name, source.digest)
    read_web_page(f"<body>{_to_html(rows)}</body>", scratch, numbered=True)
    source.pictures, source.lost_links = scratch.pictures, scratch.lost_links
    pieces = {
        number: source.add(number, clean(row).strip()) for number, row in enumerate(originals, start=1) if row.strip()
    }
    used = {number for number, _key, _value in front} | {number for note in notes for number in note[2]}
    used |= _place(scratch, pieces, source)
    source.lines[:0] = _front_lines(front, pieces, source)
    source.lines += _note_lines(notes, pieces)
    for number, piece in pieces.items():
        if number not in used:
            source.dropped[piece] = "markup without text"


def _take_front_matter(rows: list[str], source: Source) -> list[tuple[int, str, str]]:
    """Removes the values between two lines of dashes at the head of the file and returns them."""
    if not rows or rows[0].strip() != "---":
        return []
    end = next((index for index, row in enumerate(rows[1:60], start=1) if row.strip() in ("---", "...")), 0)
    found = []
    if not end or not any(_FRONT.match(row) for row in rows[1:end]):
        return []
    for index in range(1, end):
        match = _FRONT.match(rows[index])
        if rows[index].strip():
            key, value = (match[1], match[2]) if match else ("", rows[index])
            found.append((index + 1, key.strip(), value.strip().strip("\"'")))
    rows[: end + 1] = [""] * (end + 1)
    return found


def _with_numbered_footnotes(rows: list[str]) -> list[str]:
    """``rows`` in which a footnote with a name, ``[^smith]``, has the number of its first use instead."""
    body = "\n".join(rows)
    defined = {match[1] for match in _NAMED_NOTE.finditer(body) if not match[1].isdecimal()}
    used = [match[1] for match in _NOTE.finditer(body) if match[1] in defined]
    highest = max((int(match[1]) for match in _ANY_NUMBER.finditer(body)), default=0) if defined else 0
    numbers = {name: str(highest + place) for place, name in enumerate(dict.fromkeys(used), start=1)}
    return _NOTE.sub(lambda match: f"[^{numbers.get(match[1], match[1])}]", body).split("\n")


def _take_footnotes(rows: list[str]) -> list[tuple[str, str, list[int]]]:
    """Removes the definitions of footnotes and returns number, text and source lines of each."""
    found: list[tuple[str, str, list[int]]] = []
    body = "\n".join(rows)
    index = 0
    while index < len(rows):
        match = _FOOTNOTE.match(rows[index])
        if not match or f"][{match[1]}]" in body:
            index += 1
            continue
        texts, numbers = [rows[index][match.end() :].strip()], [index + 1]
        rows[index] = ""
        index += 1
        while index < len(rows) and rows[index].strip() and rows[index].startswith(("  ", "\t")):
            texts.append(rows[index].strip())
            numbers.append(index + 1)
            rows[index] = ""
            index += 1
        found.append((match[1], " ".join(texts), numbers))
    return found


def _to_html(rows: list[str]) -> str:
    """The page that the Markdown means. Blocks name their source lines; raw HTML is left to the reader of pages."""
    parser = Parser("commonmark", {"html": True}).enable("table").disable("code")
    tokens = parser.parse("\n".join(rows))
    return parser.renderer.render(_numbered(tokens), parser.options, {})


def _numbered(tokens: list[Token]) -> list[Token]:
    result = []
    for index, token in enumerate(tokens):
        if token.map and token.nesting == 1:
            token.attrSet("data-lines", _lines(token, tokens, index))
        if token.type == "html_block" and token.map:
            token.content = f'<div data-lines="{_range(token.map)}">{token.content}</div>'
        if token.type in ("fence", "code_block") and token.map:
            token = replace(token, type="html_block", content=_fence(token))
        result.append(token)
    return result


def _fence(token: Token) -> str:
    first = (token.map or [0])[0] + 2
    return "".join(
        f'<p data-lines="{first + index}">{escape(row)}</p>' for index, row in enumerate(token.content.split("\n"))
    )


def _lines(token: Token, tokens: list[Token], index: int) -> str:
    """The source lines of a block that holds text itself; a list or a quotation leaves them to its paragraphs."""
    if token.type in (
        "bullet_list_open",
        "ordered_list_open",
        "blockquote_open",
        "table_open",
        "thead_open",
        "tbody_open",
    ):
        return ""
    if token.type == "list_item_open" and token.map:
        return str(token.map[0] + 1)
    return _range(token.map or [0, 0])


def _range(span: list[int]) -> str:
    return ",".join(str(number) for number in range(span[0] + 1, span[1] + 1))


def _place(scratch: Source, pieces: dict[int, int], source: Source) -> set[int]:
    """Takes the lines of the page over, with source lines as their pieces. A source line is counted once."""
    used: set[int] = set()
    for line in scratch.lines:
        numbers = [scratch.pieces[piece].number for piece in line.pieces]
        fresh = tuple(pieces[number] for number in numbers if number in pieces and number not in used)
        shared = tuple(pieces[number] for number in numbers if number in pieces)
        used.update(numbers)
        if shared:
            source.lines.append(replace(line, pieces=fresh or shared[-1:]))
    return used


def _front_lines(front: list[tuple[int, str, str]], pieces: dict[int, int], source: Source) -> list[Line]:
    lines = []
    for number, key, value in front:
        piece, name = pieces[number], key.casefold().replace("_", " ").replace("-", " ")
        if name == "title" and value:
            lines.append(Line((piece,), (Span(clean(value)),), Kind.TITLE))
        elif name in _SUMMARY and value:
            source.summary = clean(value)
            source.dropped[piece] = "value at the head of the file, taken as the summary"
        elif name:
            text = f"{name[:1].upper()}{name[1:]}: {clean(value)}"
            lines.append(Line((piece,), (Span(text),), chrome="value at the head of the file"))
        else:
            source.dropped[piece] = "value at the head of the file"
    return lines


def _note_lines(notes: list[tuple[str, str, list[int]]], pieces: dict[int, int]) -> list[Line]:
    """The definitions of footnotes, which are references."""
    return [
        Line(tuple(pieces[row] for row in rows), spans_of(clean(text)), Kind.NOTE, bullet=f"1{number}")
        for number, text, rows in notes
    ]
