"""What an article consists of once it is understood."""

from dataclasses import dataclass, field

from articles.importing.pieces import Line, Spans


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 or 3."""

    level: int
    spans: Spans


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of one or more lines."""

    lines: tuple[Spans, ...]
    is_quote: bool = False


@dataclass
class Item:
    """An item of a list: how deep it stands, and its paragraphs."""

    depth: int
    ordered: bool
    paragraphs: list[Spans] = field(default_factory=list)
    number: int = 0  # of an ordered item, as the file counts


@dataclass
class Listing:
    """A list, nested or not."""

    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True)
class Questions:
    """A sheet of questions to take along."""

    title: str
    introduction: tuple[Paragraph, ...]
    questions: tuple[Spans, ...]


@dataclass(frozen=True)
class Table:
    """A table of data."""

    rows: tuple[Line, ...]
    caption: str


Element = Heading | Paragraph | Listing | Questions | Table
