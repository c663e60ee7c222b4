"""Items that belong together become one list, also when page furniture had cut it in two.

A sign that isn't sure to be a bullet ("-", "1.", "a)") needs company: alone it stays part of the text. Short lines
without a sign below a sentence that ends in a colon are a list too.
"""

import re
from dataclasses import replace

from articles.importing.bullets import SURE, bullet_of
from articles.importing.elements import Item, Listing
from articles.importing.pieces import Kind, Line, Span, Spans, without

DEEPEST = 3  # nesting that the editor keeps
LONGEST_BARE_ITEM = 90  # characters
LONGEST_ASKED = 240  # characters of a question
_ENDS = re.compile(r"[.:…]$")


def with_typed_bullets(lines: list[Line]) -> list[Line]:
    """``lines`` in which a paragraph that begins with a typed bullet is an item of a list."""
    result = []
    for line in lines:
        bullet = bullet_of(line.text) if line.kind is Kind.TEXT else None
        if bullet and not line.cells:
            sign = f"{bullet.sign}{bullet.order}" if bullet.order else bullet.sign
            typed, spans = line.text[: bullet.length].strip(), without(line.spans, bullet.length)
            line = replace(line, kind=Kind.ITEM, spans=spans, bullet=sign, typed=typed)
        result.append(line)
    return result


def with_unsigned_lists(lines: list[Line]) -> list[Line]:
    """``lines`` in which the items of a list that lost its signs are items again."""
    result = list(lines)
    index = 0
    while index < len(lines):
        end = (
            _end_of_unsigned(lines, index + 1)
            if lines[index].bare.endswith(":") and lines[index].kind is Kind.TEXT
            else index
        )
        if end - index > 2:
            for place in range(index + 1, end):
                result[place] = replace(lines[place], kind=Kind.ITEM, bullet="•", level=0)
        index = max(end, index + 1)
    return result


def _end_of_unsigned(lines: list[Line], start: int) -> int:
    """The line after the last item of a list without signs that begins at ``start``."""
    end = start
    asks = start < len(lines) and _is_question(lines[start])
    may_be_item = _is_question if asks else _may_be_item
    while end < len(lines) and may_be_item(lines[end]) and (end == start or lines[end].gap == lines[start + 1].gap):
        end += 1
    if end > start and lines[start].gap and end < len(lines) and not _ENDS.search(lines[end - 1].bare):
        end -= _is_heading_below(lines, start, end)
    return end


def _may_be_item(line: Line) -> bool:
    text = line.bare
    return (
        line.kind is Kind.TEXT and len(text) <= LONGEST_BARE_ITEM and not _ENDS.search(text) and not text.endswith("?")
    )


def _is_question(line: Line) -> bool:
    return line.kind is Kind.TEXT and line.bare.endswith("?") and len(line.bare) <= LONGEST_ASKED


def _is_heading_below(lines: list[Line], start: int, end: int) -> bool:
    """Whether the last of several spaced lines announces the prose below it, so that it is a heading."""
    return lines[end].kind is Kind.TEXT and len(lines[end].bare) > LONGEST_BARE_ITEM and end - start > 1


def with_lonely_signs_as_text(lines: list[Line]) -> list[Line]:
    """``lines`` in which an unsure sign that makes no list is text again."""
    result = list(lines)
    for index, line in enumerate(lines):
        if line.kind is Kind.ITEM and not line.group and not is_sure(line) and not _has_company(lines, index):
            result[index] = replace(
                line, kind=Kind.TEXT, spans=(Span(f"{line.typed} "), *line.spans), bullet="", level=0
            )
    return result


def is_sure(line: Line) -> bool:
    """Whether the line's sign can only be a bullet."""
    return line.bullet in SURE and bool(line.bullet)


def _has_company(lines: list[Line], index: int) -> bool:
    line = lines[index]
    neighbours = [lines[place] for place in (index - 1, index + 1) if 0 <= place < len(lines)]
    if any(other.kind is Kind.ITEM and _same_habit(line, other) for other in neighbours):
        return True
    return index > 0 and lines[index - 1].bare.endswith(":") and line.bullet[:1] not in ("1", "a")


def _same_habit(line: Line, other: Line) -> bool:
    """Whether two neighbours count on, or carry signs."""
    if line.bullet[:1] in ("1", "a") and line.bullet[:1] == other.bullet[:1] and line.bullet[1:] and other.bullet[1:]:
        return abs(int(line.bullet[1:]) - int(other.bullet[1:])) == 1
    return True


def gather(lines: list[Line]) -> Listing:
    """One list of ``lines``, all of kind ``ITEM``."""
    listing = Listing()
    indents: list[int] = []
    signs: dict[int, str] = {}
    for line in lines:
        if line.continues and listing.items:
            listing.items[-1].paragraphs.append(line.spans)
            continue
        while indents and line.level < indents[-1]:
            indents.pop()
        if not indents or line.level > indents[-1]:
            indents.append(line.level)
        depth = len(indents) - 1
        first = signs.setdefault(depth, line.bullet[:1])
        if not line.group and first in "•●" and line.bullet[:1] in "◦○▪o–-":
            depth += 1  # a lower sign at the same indent, as text taken from a word processor has it
        previous = listing.items[-1].depth if listing.items else -1
        listing.items.append(Item(min(depth, previous + 1, DEEPEST), _is_ordered(line), [line.spans], _number(line)))
    return listing


def _is_ordered(line: Line) -> bool:
    return line.bullet[:1] in ("1", "a") and line.bullet[1:].isdecimal()


def _number(line: Line) -> int:
    return int(line.bullet[1:]) if _is_ordered(line) else 0


def belongs_to(line: Line, previous: Line, *, was_cut: bool) -> bool:
    """Whether an item goes on with the list that ``previous`` ends. ``was_cut``: something was dropped between."""
    if line.group == previous.group:
        return line.group != 0 or not _restarts(line, previous)
    return was_cut and _is_ordered(line) == _is_ordered(previous) and not _restarts(line, previous)


def _restarts(line: Line, previous: Line) -> bool:
    return _is_ordered(line) and _is_ordered(previous) and line.level <= previous.level and line.bullet[1:] == "1"


def plain(spans: Spans) -> str:
    """The text of ``spans`` without citation numbers."""
    return "".join(span.text for span in spans if not span.numbers).strip()
