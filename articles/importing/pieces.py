"""What a file is made of: pieces that must be accounted for, and the lines that detectors look at.

A *piece* is the unit of the report: a source line that isn't blank (.txt, .md), or a block of text (.html, .docx).
A *line* is one thought of the author: a paragraph, heading, list item or table row, made of one or more pieces.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class UnreadableError(Exception):
    """A file that can't be imported. Its message is a sentence for people."""


class Kind(StrEnum):
    """What the markup says that a line is. ``TEXT``: it says nothing, so that detectors decide."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"
    ITEM = "list item"
    ROW = "table row"
    CAPTION = "table caption"
    QUOTE = "quotation"
    NOTE = "reference"


@dataclass(frozen=True)
class Piece:
    """One unit of accounting: where it stands in the file and what it says."""

    number: int
    text: str


@dataclass(frozen=True)
class Span:
    """A stretch of text with one look. ``numbers`` holds the citation numbers of a marker."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    raised: bool = False
    numbers: tuple[str, ...] = ()

    def looks_like(self, other: "Span") -> bool:
        """Whether both may be written as one."""
        return replace(self, text="") == replace(other, text="")


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Line:
    """One thought of the author, with what the markup says of it."""

    pieces: tuple[int, ...]
    spans: Spans
    kind: Kind = Kind.TEXT
    level: int = 0  # of a heading: 1-6; of a list item: how deep it is nested, from 0; of a header row: 1
    bullet: str = ""  # of a list item: "1" when numbered, else the sign
    typed: str = ""  # of a list item: the sign as it was typed, "(1)"
    group: int = 0  # the list or table it stands in
    gap: bool = True  # whether a blank line stands before it
    soft: bool = False  # whether only a line break parts it from the line before, in a format that has them
    continues: bool = False  # a further paragraph of the item before it
    cells: tuple[Spans, ...] = ()
    chrome: str = ""  # why the markup says that this isn't part of the text

    @property
    def text(self) -> str:
        """What a reader sees, citation numbers included."""
        return "".join(span.text for span in self.spans).strip()

    @property
    def bare(self) -> str:
        """What a reader sees, citation numbers left out."""
        return "".join(span.text for span in self.spans if not span.numbers).strip()

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.text) and all(span.bold or span.raised or not span.text.strip() for span in self.spans)


@dataclass
class Source:
    """A file, read but not yet understood."""

    name: str
    digest: str
    pieces: list[Piece] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    dropped: dict[int, str] = field(default_factory=dict)  # piece -> reason, for what the reader itself drops
    needs_person: list[str] = field(default_factory=list)
    title: str = ""  # what the file calls itself apart from its text
    summary: str = ""
    pictures: int = 0  # that the file shows and the draft doesn't
    lost_links: int = 0  # whose address leads nowhere outside the file's own site

    def add(self, number: int, text: str) -> int:
        """Adds a piece and returns its index."""
        self.pieces.append(Piece(number, text))
        return len(self.pieces) - 1


def without(spans: Spans, start: int) -> Spans:
    """``spans`` without their first ``start`` characters."""
    kept = []
    for span in spans:
        if start >= len(span.text):
            start -= len(span.text)
            continue
        kept.append(replace(span, text=span.text[start:]))
        start = 0
    return tuple(kept)


def merged(spans: Spans) -> Spans:
    """``spans`` with neighbours of one look written as one, and without empty ones."""
    result: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if result and not span.numbers and result[-1].looks_like(span):
            result[-1] = replace(span, text=result[-1].text + span.text)
        else:
            result.append(span)
    return tuple(result)
