"""Asks the detectors, in order, what each line of a file is. Pure: no database, same answer every time.

claims -> furniture of the page -> title -> references -> citation numbers -> headings, lists, paragraphs, questions.
Every piece ends up in ``became`` or in ``dropped``.
"""

import re
from dataclasses import dataclass, field, replace

from articles.importing.claims import TOP as TOP_OF_FILE
from articles.importing.claims import Claim, claims_in, complete, label_alone
from articles.importing.elements import Paragraph
from articles.importing.entries import Entry
from articles.importing.furniture import find_furniture
from articles.importing.lists import with_typed_bullets
from articles.importing.markers import Findings, find_markers
from articles.importing.pieces import Kind, Line, Source
from articles.importing.references import is_heading, take_references
from articles.importing.structure import Structure, build
from articles.importing.titles import Title, find_title, repeats

LONGEST_SUMMARY = 300  # what the field takes
_SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s+\S")


@dataclass
class Understood:
    """A file and what each of its pieces is."""

    source: Source
    title: Title = field(default_factory=lambda: Title(""))
    summary: str = ""
    claims: list[Claim] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    findings: Findings = field(default_factory=lambda: Findings([], 0, (), ()))
    structure: Structure = field(default_factory=Structure)
    became: dict[int, str] = field(default_factory=dict)
    dropped: dict[int, str] = field(default_factory=dict)
    partly: list[tuple[int, str, str]] = field(default_factory=list)  # piece, text and reason of a dropped part

    @property
    def dangling(self) -> list[str]:
        """Cited numbers without a reference in the file."""
        listed = {entry.number for entry in self.entries}
        return [number for number in self.findings.numbers if number not in listed]

    def keep(self, line: Line, what: str) -> None:
        """Notes what became of the pieces of ``line``."""
        self.became.update(dict.fromkeys(line.pieces, what))

    def drop(self, line: Line, reason: str) -> None:
        """Notes why the pieces of ``line`` were dropped."""
        self.dropped.update(dict.fromkeys(line.pieces, reason))
        self.partly.append((line.pieces[0], line.text, reason))

    def settle(self) -> None:
        """A piece of which a part was kept counts as kept; ``partly`` holds on to the part that wasn't."""
        self.partly = [part for part in self.partly if part[0] in self.became]
        self.dropped = {piece: reason for piece, reason in self.dropped.items() if piece not in self.became}


def understand(source: Source) -> Understood:
    """What ``source`` says, piece by piece."""
    result = Understood(source, dropped=dict(source.dropped))
    lines = _take_claims(with_typed_bullets(source.lines), result)
    lines = _take_furniture(lines, result)
    lines = _take_title(lines, result)
    lines = _take_references(lines, result)
    result.findings = _marked(lines, [entry.number for entry in result.entries])
    lines = result.findings.lines
    result.structure = build(lines, _cuts(result))
    result.became.update(result.structure.became)
    _take_summary(result)
    result.settle()
    return result


def _take_claims(lines: list[Line], result: Understood) -> list[Line]:
    rest: list[Line] = []
    awaited: tuple[str, Line] | None = None
    for index, line in enumerate(lines):
        number = result.source.pieces[line.pieces[0]].number
        if awaited:
            claim = complete(awaited[0], line.text, line=number)
            result.claims.append(claim or Claim(awaited[0], line=number))
            result.keep(awaited[1], "claim")
            awaited = None
            if claim:
                result.keep(line, "claim")
                continue
        if line.kind not in (Kind.ROW, Kind.CAPTION, Kind.NOTE) and (
            found := claims_in(line.text, near_top=_is_edge(lines, index, result), line=number)
        ):
            what = label_alone(line.text)
            if what and len(found) == 1:
                awaited = (what, line)
            else:
                result.claims += found
                result.keep(line, "claim")
            continue
        rest.append(line)
    if awaited:
        result.claims.append(Claim(awaited[0], line=result.source.pieces[awaited[1].pieces[0]].number))
        result.keep(awaited[1], "claim")
    return rest


def _is_edge(lines: list[Line], index: int, result: Understood) -> bool:
    """Whether a bare byline or date can stand here: at the top, above the references, or naming somebody again."""
    text = lines[index].text
    return (
        index < TOP_OF_FILE
        or any(is_heading(after.text) for after in lines[index + 1 : index + 3])
        or any(claim.person and text.endswith(claim.person) for claim in result.claims)
    )


def _take_furniture(lines: list[Line], result: Understood) -> list[Line]:
    reasons = find_furniture(lines)
    for index, reason in reasons.items():
        result.drop(lines[index], reason)
    return [line for index, line in enumerate(lines) if index not in reasons]


def _take_title(lines: list[Line], result: Understood) -> list[Line]:
    title = find_title(lines, result.source)
    if title.index >= 0:
        marked = _marked(lines, []).lines[title.index]
        if marked.bare and title.text == lines[title.index].bare:
            title = replace(title, text=marked.bare)
        result.keep(lines[title.index], "title")
    result.title = title
    rest = []
    for index, line in enumerate(lines):
        if index == title.index:
            continue
        if repeats(line, title.text) and line.kind in (Kind.TEXT, Kind.HEADING) and index < TOP_OF_FILE:
            result.drop(line, "repeats the title")
            continue
        rest.append(line)
    return rest


def _take_references(lines: list[Line], result: Understood) -> list[Line]:
    listing = take_references(lines)
    result.entries = listing.entries
    for line in listing.headings:
        result.keep(line, "heading of the references")
    for entry in listing.entries:
        result.became.update(dict.fromkeys(entry.pieces, "reference"))
    return listing.rest


def _marked(lines: list[Line], listed: list[str]) -> Findings:
    """The markers of all lines, those in the cells of tables included."""
    flat: list[Line] = []
    for line in lines:
        flat += [replace(line, spans=cell) for cell in line.cells] if line.kind is Kind.ROW else [line]
    findings = find_markers(flat, listed)
    found = iter(findings.lines)
    result = []
    for line in lines:
        if line.kind is Kind.ROW:
            result.append(replace(line, cells=tuple(next(found).spans for _cell in line.cells)))
        else:
            result.append(next(found))
    places = [line.pieces[0] for line in flat]
    doubtful = tuple(replace(candidate, line=places[candidate.line]) for candidate in findings.doubtful)
    return replace(findings, lines=result, doubtful=doubtful)


def _cuts(result: Understood) -> set[int]:
    """The pieces before which something was dropped."""
    return {piece + 1 for piece in result.dropped} | {piece for piece in result.became if piece - 1 in result.dropped}


def _take_summary(result: Understood) -> None:
    """A labelled summary, or a first paragraph of one sentence without citations when prose follows it."""
    if result.source.summary and len(result.source.summary) <= LONGEST_SUMMARY:
        result.summary = result.source.summary
        return
    elements = result.structure.elements
    if len(elements) < 2 or not all(isinstance(element, Paragraph) for element in elements[:2]):
        return
    first = elements[0]
    if (
        not isinstance(first, Paragraph)
        or first.is_quote
        or len(first.lines) != 1
        or any(span.numbers for span in first.lines[0])
    ):
        return
    text = "".join(span.text for span in first.lines[0]).strip()
    if 20 <= len(text) <= LONGEST_SUMMARY and text.endswith((".", "!", "?")) and not _SENTENCE_END.search(text):
        result.summary = text
        elements.pop(0)
        for piece in _pieces_of(result, text):
            result.became[piece] = "summary"


def _pieces_of(result: Understood, text: str) -> tuple[int, ...]:
    return next((line.pieces for line in result.findings.lines if line.text == text), ())
