"""Headings of a text without markup, and the level of every heading.

A heading is a short line without a closing full stop that stands before what it announces. Levels: the article's own
headings are of the second and third level. Markup decides where there is any. In plain text, when several headings
are questions, the titles that stand in a row between two of them are the parts of the question before; familiar
section names and everything else stay on the second level. A level is never skipped.
"""

import re
from dataclasses import replace
from itertools import pairwise

from articles.importing.pieces import Kind, Line
from articles.importing.questions import announces_questions

LONGEST = 120  # characters
MOST_WORDS = 16
PROSE = 60  # characters, from which a line without a full stop is prose all the same
_CLOSED = re.compile(r"[.,;:…]$")
_OPENS = re.compile(r"[\"“„'‘«(¿¡]?[^\W_a-zß-ÿ]")
_SENTENCE_BREAK = re.compile(r"[a-zß-ÿ)]{2}[.!?]\s+[A-ZÀ-Þ]")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S")
_OUTLINE = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\S)")
_FAMILIAR = re.compile(
    r"(?:overview|introduction|background|key (?:points|facts|takeaways)|at a glance|definition|symptoms?|signs "
    r"(?:and|&) symptoms|(?:possible )?causes?|causes and risk factors|"
    r"risk factors?|diagnosis|tests and diagnosis|treatments?|treatment options|prevention|outlook|prognosis|"
    r"complications|living with .{2,40}|coping(?: .{2,40})?|"
    r"when to (?:see|call|contact|get|seek) .{2,60}|talk(?:ing)? (?:to|with) your (?:doctor|care team).*|summary|"
    r"conclusions?|(?:the )?bottom line|takeaways?|the takeaway|final thoughts|"
    r"frequently asked questions|faqs?|questions to ask .*|(?:get|find(?:ing)?) (?:help|support)|support|"
    r"resources|glossary|about the authors?|"
    r"überblick|einleitung|symptome|ursachen|diagnose|behandlung|vorbeugung|ausblick|fazit|resumen|síntomas|causas|diagnóstico|tratamiento|prevención|pronóstico|conclusión)",
    re.IGNORECASE,
)


def may_be_heading(line: Line) -> bool:
    """Whether ``line``, taken alone, has the shape of a heading."""
    text = line.bare
    if line.kind is not Kind.TEXT or not 2 <= len(text) <= LONGEST or len(text.split()) > MOST_WORDS:
        return False
    if _CLOSED.search(text) or not _OPENS.match(text) or _ADDRESS.search(text) or _SENTENCE_BREAK.search(text):
        return False
    return any(character.isalpha() for character in text)


def find_headings(lines: list[Line]) -> list[Line]:
    """``lines`` in which each heading is of kind ``HEADING``; its level is 0 where only the text tells."""
    if any(line.kind is Kind.HEADING for line in lines):
        return [_bold_heading(lines, index) for index in range(len(lines))]
    result = list(lines)
    shaped = [may_be_heading(line) for line in lines]
    numbered = sum(line.kind is Kind.ITEM and line.bullet[1:].isdecimal() for line in lines)
    for index, line in enumerate(lines):
        if shaped[index] and _announces(lines, shaped, index):
            result[index] = replace(line, kind=Kind.HEADING, level=0)
        elif line.kind is Kind.ITEM and numbered > 1 and _is_numbered_heading(lines, index):
            result[index] = replace(line, kind=Kind.HEADING, level=0, spans=_numbered_text(line))
    return result


def _bold_heading(lines: list[Line], index: int) -> Line:
    """In a text with real headings, a bold line of its own before prose is a lower heading."""
    line = lines[index]
    follows = lines[index + 1] if index + 1 < len(lines) else None
    if (
        may_be_heading(line)
        and line.is_bold
        and line.gap
        and follows
        and (_is_prose(follows) or follows.kind is Kind.ITEM)
    ):
        return replace(line, kind=Kind.HEADING, level=6)
    return line


def _announces(lines: list[Line], shaped: list[bool], index: int) -> bool:
    """Whether what a heading needs stands around the line: prose or a list below, no open sentence above."""
    before = lines[index - 1] if index else None
    if before is not None and before.bare.endswith((":", ",")) and not lines[index].bare.endswith("?"):
        return False
    if before is not None and not lines[index].gap and _is_spaced(lines) and not before.bare.endswith((".", "!", "?")):
        return False
    after = index + 1
    if after >= len(lines):
        return False
    if announces_questions(lines[index].bare) and all(line.bare.endswith("?") for line in lines[after : after + 2]):
        return True
    if shaped[after] and not _is_prose(lines[after]):  # a heading right above a lower one, and no longer row
        return (
            after + 1 < len(lines) and not shaped[after + 1] and not (index and shaped[index - 1]) and lines[after].gap
        )
    return lines[after].kind is not Kind.TEXT or _is_prose(lines[after]) or lines[after].bare.endswith(":")


def _is_spaced(lines: list[Line]) -> bool:
    """Whether blank lines part the paragraphs of the file, so that a line without one belongs to what is above."""
    return any(line.gap for line in lines[1:])


def _is_prose(line: Line) -> bool:
    if line.kind in (Kind.ROW, Kind.CAPTION, Kind.QUOTE):
        return True
    text = line.bare
    return line.kind is Kind.TEXT and (
        (len(text) > PROSE and not text.endswith("?")) or text.endswith((".", "!", ":", "…", ".”", ".)"))
    )


def _is_numbered_heading(lines: list[Line], index: int) -> bool:
    """A numbered line is a heading when prose, and no other item, stands on both sides: "1. Drink enough"."""
    line = lines[index]
    if line.group or not line.bullet[1:].isdecimal() or len(line.bare) > LONGEST or _CLOSED.search(line.bare):
        return False
    after = lines[index + 1] if index + 1 < len(lines) else None
    before = lines[index - 1] if index else None
    apart = before is None or before.kind is not Kind.ITEM
    return apart and after is not None and _is_prose(after) and after.gap and len(after.bare) > PROSE


def _numbered_text(line: Line) -> tuple:
    number = replace(line.spans[0], text=f"{line.typed} ", numbers=())
    return (number, *line.spans)


def set_levels(lines: list[Line]) -> list[Line]:
    """``lines`` whose headings are of level 2 or 3, without a skip."""
    headings = [index for index, line in enumerate(lines) if line.kind is Kind.HEADING]
    levels = _levels([lines[index] for index in headings])
    result = list(lines)
    deepest = 1
    for index, level in zip(headings, levels, strict=True):
        deepest = min(level, deepest + 1)
        result[index] = replace(lines[index], level=deepest)
    return result


def _levels(headings: list[Line]) -> list[int]:
    if any(heading.level for heading in headings):
        top = min(heading.level for heading in headings if heading.level)
        return [2 if heading.level <= top else 3 for heading in headings]
    return _outlined(headings) or _shouted(headings) or _questioned(headings)


def _outlined(headings: list[Line]) -> list[int]:
    """Levels of headings that all carry an outline number: 1, 1.1, 1.2, 2."""
    numbers = [_OUTLINE.match(heading.bare) for heading in headings]
    if len(headings) < 2 or not all(numbers):
        return []
    return [2 + (number[1].count(".") > 0) for number in numbers if number]


def _shouted(headings: list[Line]) -> list[int]:
    """Levels when some headings, the first among them, are in capitals."""
    loud = [heading.bare.isupper() and len(heading.bare) > 4 for heading in headings]
    return [2 if is_loud else 3 for is_loud in loud] if loud and loud[0] and 2 <= sum(loud) < len(loud) else []


def _questioned(headings: list[Line]) -> list[int]:
    asks = [heading.bare.endswith("?") for heading in headings]
    levels = [2] * len(headings)
    questions = [index for index, is_question in enumerate(asks) if is_question]
    if len(questions) < 2 or not asks[0]:
        return levels
    for first, following in zip(questions, [*questions[1:], len(headings)], strict=True):
        row = range(first + 1, following)
        parts = [index for index in row if not _FAMILIAR.fullmatch(headings[index].bare)]
        if len(parts) >= 2 and len(parts) == len(row) and (following < len(headings) or _has_inner_row(questions)):
            for index in parts:
                levels[index] = 3
    return levels


def _has_inner_row(questions: list[int]) -> bool:
    """Whether titles in a row stand between two questions elsewhere in the text."""
    return any(second - first > 2 for first, second in pairwise(questions))
