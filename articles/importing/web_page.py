"""A web page as lines: every block of text in document order, with what its markup says.

A piece is a block of text (heading, paragraph, list item, table row, line before a line break); its number is the
source line on which the element begins. Markup itself never survives: only the spans of ``pieces`` leave here.
"""

import re
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from lxml import etree
from lxml import html as lxml_html

from articles.importing.characters import clean
from articles.importing.chrome import MAIN, chrome_reason
from articles.importing.inline import raise_superscripts, sunk
from articles.importing.links import safe_address
from articles.importing.pieces import Kind, Line, Source, Span, Spans, UnreadableError, merged
from articles.importing.tables import is_data_table, read_table
from articles.importing.tags import BLOCKS, SILENT

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_NOTE = re.compile(r"(?:foot|end)note-|fn[:-]?\d|cite_note", re.IGNORECASE)  # mammoth, Markdown, MediaWiki
_TAG = re.compile(
    r"</?(?:[abiu]|em|strong|su[bp]|br|p|div|span|font|script|style|iframe|img|h[1-6]|ul|ol|li|svg|object|embed|form|input|"
    r"button|link|meta|base|table|t[rdh]|video|audio|math|details|body|html)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


@dataclass
class Listing:
    """A list that is open while the page is walked."""

    group: int
    ordered: bool
    count: int = 0
    used: bool = False  # whether the item at hand has given its first line
    plain: bool = False  # whether the item at hand holds a heading, so that it is no list item
    notes: bool = False  # whether its items are footnotes, which are references


@dataclass
class Walk:
    """Where the walk through a page stands."""

    source: Source
    spans: list[Span] = field(default_factory=list)
    numbers: tuple[int, ...] = (1,)
    kind: Kind = Kind.TEXT
    level: int = 0
    lists: list[Listing] = field(default_factory=list)
    look: list[Span] = field(default_factory=lambda: [Span("")])
    chrome: list[tuple[object, str]] = field(default_factory=list)
    groups: int = 0
    broken: bool = False  # whether the line before ended at a line break

    def write(self, text: str | None) -> None:
        """Takes up a stretch of text with the look of the elements that are open."""
        if text:
            self.spans.append(replace(self.look[-1], text=text))

    def flush(self, *, broken: bool = False) -> None:
        """Ends the line at hand."""
        spans = tidy(tuple(self.spans))
        self.spans = []
        if spans:
            self.source.lines.append(self._line(spans))
        self.broken = broken and bool(spans)

    def _line(self, spans: Spans) -> Line:
        text = "".join(span.text for span in spans)
        pieces = tuple(self.source.add(number, text) for number in self.numbers)
        line = Line(
            pieces,
            spans,
            self.kind,
            self.level,
            gap=not self.broken,
            soft=self.broken,
            chrome=self.chrome[-1][1] if self.chrome else "",
        )
        return self._placed(line)

    def _placed(self, line: Line) -> Line:
        """The line as an item of the list in which it stands, unless it is something else."""
        if not self.lists or self.kind in (Kind.QUOTE, Kind.CAPTION):
            return line
        here = self.lists[-1]
        if self.kind is Kind.HEADING:
            here.plain = True
        if here.plain:
            return line
        bullet = f"1{here.count}" if here.ordered else "•"
        line = replace(
            line,
            kind=Kind.NOTE if here.notes else Kind.ITEM,
            level=len(self.lists) - 1,
            bullet=bullet,
            group=self.lists[0].group,
            continues=here.used,
        )
        here.used = True
        return line


def read_web_page(markup: str, source: Source, *, numbered: bool = False) -> None:
    """Adds the pieces and lines of a page to ``source``. Raises ``UnreadableError``.

    ``numbered``: elements name their own source lines in ``data-lines`` ("3,4"), as those made from Markdown do.
    """
    root = parse(markup)
    title = root.find(".//head/title")
    source.title = tidy_text("".join(title.itertext())) if title is not None else ""
    body = root.find("body")
    main = max(root.iter(*MAIN), key=lambda element: len("".join(element.itertext())), default=None)
    walk = Walk(source)
    if body is not None:
        _walk(body, walk, main, numbered=numbered)


def parse(markup: str) -> lxml_html.HtmlElement:
    """The page as a tree. Raises ``UnreadableError`` when it is nested deeper than any page is."""
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError(_("The page holds no text.")) from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise UnreadableError(_("The page is nested more than 250 levels deep. Save its article alone and try again."))
    return root


def spans_of(text: str) -> Spans:
    """A line of plain text as spans. Markup that was left in it is read, and never kept."""
    if not _TAG.search(text):
        return raise_superscripts((Span(text),))
    scratch = Source("", "")
    read_web_page(f"<body><p>{text}</p></body>", scratch)
    spans: list[Span] = []
    for line in scratch.lines:
        spans += [Span(" "), *line.spans] if spans else line.spans
    return merged(tuple(spans))


def _walk(body, walk: Walk, main, *, numbered: bool) -> None:
    whole = len("".join(body.itertext())) or 1
    skipped = None
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                walk.write(element.tail)
            continue
        if event == "start":
            if element.tag in SILENT or _is_table(element, walk):
                skipped = element
                continue
            _open(element, walk, main, whole, numbered=numbered)
        else:
            _close(element, walk)
            if element is not body:
                walk.write(element.tail)
    walk.flush()


def _is_table(element, walk: Walk) -> bool:
    """Reads a table of data whole. Tables that only lay out a page are walked like other blocks."""
    if element.tag != "table" or not is_data_table(element):
        return False
    walk.flush()
    walk.groups += 1
    read_table(element, walk.source, walk.groups, cell_spans)
    return True


def cell_spans(cell) -> Spans:
    """The text of a table's cell."""
    scratch = Walk(Source("", ""))
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if event == "start":
            if element.tag == "br" or (element.tag in BLOCKS and element is not cell):
                scratch.write(" ")
            _push_look(element, scratch)
            scratch.write(None if element.tag in SILENT else element.text)
        else:
            scratch.look.pop()
            if element is not cell:
                scratch.write((" " if element.tag in BLOCKS else "") + (element.tail or ""))
    return tidy(tuple(scratch.spans))


def _open(element, walk: Walk, main, whole: int, *, numbered: bool) -> None:
    tag = element.tag
    if tag == "br":
        walk.flush(broken=True)
    elif tag == "img":
        walk.source.pictures += 1
    elif tag in BLOCKS:
        walk.flush()
        walk.numbers = _numbers(element, numbered) or walk.numbers
        walk.kind, walk.level = _kind(element, walk)
        _open_list(element, walk)
    if reason := chrome_reason(element, main, whole):
        walk.flush()
        walk.chrome.append((element, reason))
    _push_look(element, walk)
    walk.write(element.text)


def _open_list(element, walk: Walk) -> None:
    if element.tag in ("ul", "ol", "menu", "dir"):
        if not walk.lists:
            walk.groups += 1
        start = element.get("start", "1")
        count = int(start) - 1 if start.isascii() and start.isdecimal() and len(start) < 4 else 0
        notes = element.tag == "ol" and any(_NOTE.match(item.get("id", "")) for item in element.iterchildren("li"))
        walk.lists.append(Listing(walk.groups, element.tag == "ol", count, notes=notes))
    elif element.tag == "li" and walk.lists:
        walk.lists[-1].count += 1
        walk.lists[-1].used = walk.lists[-1].plain = False


def _close(element, walk: Walk) -> None:
    walk.look.pop()
    if element.tag in BLOCKS:
        walk.flush()
        if element.tag in ("ul", "ol", "menu", "dir") and walk.lists:
            walk.lists.pop()
        parent = element.getparent()
        if parent is not None:
            walk.kind, walk.level = _kind(parent, walk)
    if walk.chrome and walk.chrome[-1][0] is element:
        walk.flush()
        walk.chrome.pop()


def _kind(element, walk: Walk) -> tuple[Kind, int]:
    tag = element.tag
    if tag in HEADINGS:
        return (Kind.TITLE, 1) if element.get("class") == "imported-title" else (Kind.HEADING, HEADINGS[tag])
    if tag == "blockquote" or (tag == "p" and any(parent.tag == "blockquote" for parent in element.iterancestors())):
        return Kind.QUOTE, 0
    return Kind.TEXT, 0


def _numbers(element, numbered: bool) -> tuple[int, ...]:
    if not numbered:
        return (element.sourceline or 1,)
    named = element.get("data-lines", "")
    return tuple(int(number) for number in named.split(",") if number.isascii() and number.isdecimal())


def _push_look(element, walk: Walk) -> None:
    look, tag = walk.look[-1], element.tag
    style = (element.get("style") or "").replace(" ", "").lower()
    if tag in ("b", "strong") or "font-weight:bold" in style or "font-weight:700" in style:
        look = replace(look, bold=True)
    elif tag in ("i", "em", "cite", "dfn", "var"):
        look = replace(look, italic=True)
    elif tag == "sup" or "vertical-align:super" in style:
        look = replace(look, raised=True)
    elif tag == "sub" and element.text:
        element.text = sunk(element.text)
    elif tag == "a":
        look = replace(look, href=safe_address(element.get("href", "")))
        walk.source.lost_links += (
            not walk.chrome
            and bool(element.get("href", "").strip())
            and not look.href
            and not element.get("href", "").startswith("#")
        )
    walk.look.append(look)


def tidy(spans: Spans) -> Spans:
    """``spans`` with white space collapsed as a browser does, and nothing that can't be seen."""
    result: list[Span] = []
    ends_open = True
    for span in spans:
        text = _SPACE.sub(" ", clean(span.text))
        text = text.lstrip(" ") if ends_open else text
        if text:
            ends_open = text.endswith(" ")
            result.append(replace(span, text=text))
    while result and not (cut := result[-1].text.rstrip(" \u00a0")):
        result.pop()
    if result:
        result[-1] = replace(result[-1], text=cut)
    return raise_superscripts(merged(tuple(result)))


def tidy_text(text: str) -> str:
    """``text`` on one line."""
    return " ".join(clean(text).split())
