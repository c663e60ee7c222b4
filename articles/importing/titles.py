"""Which line is the title, and which lines only repeat it."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from articles.importing.headings import may_be_heading
from articles.importing.pieces import Kind, Line, Source

LONGEST = 255  # characters, as a page's title takes them
_SITE_NAME = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,60}$")
_LABELLED = re.compile(r"(?:title|titel|título)\s*:\s+(?=\S)", re.IGNORECASE)
_TOP = 6  # lines in which a title without markup is looked for


@dataclass(frozen=True)
class Title:
    """The title, the line that holds it (-1: none) and whether it is only a guess."""

    text: str
    index: int = -1
    guessed: bool = False


def find_title(lines: list[Line], source: Source) -> Title:
    """The title of the article among ``lines``, or one made from the file's name."""
    for rule in (_marked_title, _main_heading, _only_heading, _name_of_page, _first_line):
        if found := rule(lines, source):
            return found
    return Title(_from_file_name(source.name), guessed=True)


def repeats(line: Line, title: str) -> bool:
    """Whether a line says the title once more."""
    return bool(title) and _plain(line.bare) == _plain(title)


def _marked_title(lines: list[Line], _source: Source) -> Title | None:
    index = next((index for index, line in enumerate(lines) if line.kind is Kind.TITLE), -1)
    return Title(lines[index].bare, index) if index >= 0 else None


def _main_heading(lines: list[Line], _source: Source) -> Title | None:
    main = [index for index, line in enumerate(lines) if line.kind is Kind.HEADING and line.level == 1]
    if main and (len(main) == 1 or not any(len(line.text) > LONGEST for line in lines[: main[0]])):
        return Title(lines[main[0]].bare, main[0])
    return None


def _only_heading(lines: list[Line], source: Source) -> Title | None:
    """A first line that is the one heading of its level, the highest of the text."""
    levels = [line.level for line in lines if line.kind is Kind.HEADING]
    if source.title or not lines or lines[0].kind is not Kind.HEADING or len(levels) < 2:
        return None
    first = lines[0].level
    return Title(lines[0].bare, 0) if levels.count(first) == 1 and first == min(levels) else None


def _name_of_page(lines: list[Line], source: Source) -> Title | None:
    if not source.title:
        return None
    text = _SITE_NAME.sub("", source.title)
    return Title(text[:LONGEST], next((index for index, line in enumerate(lines[:_TOP]) if repeats(line, text)), -1))


def _first_line(lines: list[Line], _source: Source) -> Title | None:
    for index, line in enumerate(lines[:_TOP]):
        labelled = _LABELLED.match(line.text)
        if labelled and len(line.text) <= LONGEST:
            return Title(line.text[labelled.end() :], index)
        if may_be_heading(line) and len(lines) > 1:
            return Title(line.bare, index)
        if line.kind is not Kind.TEXT or len(line.text) > LONGEST:
            return None
    return None


def _from_file_name(name: str) -> str:
    words = re.sub(r"[\W_]+", " ", PurePath(name.replace("\\", "/")).stem).strip()
    return (words[:1].upper() + words[1:])[:LONGEST] or "Imported article"


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
