"""The list of references of a file, told apart entry by entry. What each entry says is read in ``entries``."""

import re
from dataclasses import dataclass, field, replace

from articles.importing.entries import ADDRESS, DOI, PMID, URL, YEAR, Entry, read_entry
from articles.importing.pieces import Kind, Line

_NAMES = (
    r"(?:\d{1,3}\s+)?(?:(?:show|view|hide|see|our|article|medical|scientific|selected|key|cited)\s+)*(?:references?|sources?|"
    r"citations?|bibliography|works cited|"
    r"literature(?: cited)?|endnotes|footnotes|quellen(?:angaben|verzeichnis)?|literatur(?:verzeichnis|angaben|"
    r"hinweise)?|einzelnachweise|referencias(?: bibliográficas)?|fuentes|"
    r"bibliografía|citas)(?:\s*(?:\(\d+\)|\d+))?"
)
HEADING = re.compile(rf"{_NAMES}\s*:?", re.IGNORECASE)
_LEADING = re.compile(rf"{_NAMES}\s*:\s*(?=\S)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:\[\^?(\d{1,3})\]:?|\((\d{1,3})\)|(\d{1,3})[.)]|(\d{1,3})(?=\s+[A-Z\"“]))\s*(?=\S)")
_SPLIT = re.compile(r"(?:(?<=\s)|^)(?:\[(\d{1,3})\]|(\d{1,3})\.)\s+(?=[^\W\d_\"“])")
_SHORT_ENTRY = re.compile(r"[^.?!]{2,120}\.\s+[^.?!]{3,120}\.")


@dataclass
class Listing:
    """The references of a file, and what is left of its lines."""

    entries: list[Entry] = field(default_factory=list)
    headings: list[Line] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)


def take_references(lines: list[Line]) -> Listing:
    """The entries of the lists of references among ``lines``, and the lines that are none of them."""
    listing = Listing()
    raw: list[tuple[str, str, Line]] = []
    inside = False
    for index, line in enumerate(lines):
        if line.kind is Kind.NOTE and line.continues and raw:
            raw[-1] = _longer(raw[-1], line)
        elif line.kind is Kind.NOTE:
            raw.append((line.bullet[1:], line.text, line))
        elif _begins(line, lines[index + 1 : index + 3]):
            listing.headings.append(line)
            inside = True
        elif led := _led(line):
            raw += led
            inside = True
        elif inside and not raw and _is_tab(line, lines[index + 1 : index + 2]):
            listing.headings.append(line)
        elif inside and raw and _is_address_of(line, raw[-1]):
            raw[-1] = _longer(raw[-1], line)
        elif inside and (entry := _entry(line, raw) or _without_year(line, raw, lines[index + 1 : index + 3])):
            raw.append(entry)
        elif inside and raw and _continues(line, raw[-1][2]):
            raw[-1] = _longer(raw[-1], line)
        else:
            inside = False
            listing.rest.append(line)
    listing.entries = _numbered(raw)
    return listing


def is_heading(text: str) -> bool:
    """Whether ``text`` announces a list of references."""
    return bool(HEADING.fullmatch(text.strip()))


def _begins(line: Line, following: list[Line]) -> bool:
    """A heading counts only when something like a reference follows."""
    return is_heading(line.text) and any(
        _looks_like_reference(after.text) or _NUMBER.match(after.text) or after.bullet[:1] == "1" for after in following
    )


def _is_tab(line: Line, following: list[Line]) -> bool:
    """Whether a single word stands between the heading and the first entry: the name of a second tab of the page."""
    return line.text.isalpha() and any(_looks_like_reference(after.text) for after in following)


def _is_address_of(line: Line, entry: tuple[str, str, Line]) -> bool:
    """Whether a line is nothing but the address of the entry above, which has none."""
    return bool(ADDRESS.fullmatch(line.text)) and not URL.search(entry[1]) and _is_next(line, entry[2])


def _without_year(line: Line, before: list, following: list[Line]) -> tuple[str, str, Line] | None:
    """An entry "Society. Title." of a list without numbers, which says no more and goes on below."""
    numbered = bool(before) and bool(before[-1][0])
    if numbered or line.kind is not Kind.TEXT or not _SHORT_ENTRY.fullmatch(line.text):
        return None
    return ("", line.text, line) if any(_looks_like_reference(after.text) for after in following) else None


def _led(line: Line) -> list[tuple[str, str, Line]]:
    """The entries of a single line "References: 1. ... 2. ..."."""
    match = _LEADING.match(line.text)
    if not match or not _looks_like_reference(line.text):
        return []
    body = line.text[match.end() :]
    starts = list(_SPLIT.finditer(body))
    starts = [found for index, found in enumerate(starts, start=1) if int(found[1] or found[2]) == index]
    if len(starts) < 2:
        return [("", body, line)]
    ends = [*(found.start() for found in starts[1:]), len(body)]
    return [
        (found[1] or found[2], body[found.end() : end].strip(), line) for found, end in zip(starts, ends, strict=True)
    ]


def _entry(line: Line, before: list) -> tuple[str, str, Line] | None:
    if line.bullet[:1] == "1" and line.bullet[1:].isdecimal() and not line.continues:
        own = _NUMBER.match(line.text)
        if own:
            return next(group for group in own.groups() if group), line.text[own.end() :], line
        return line.bullet[1:], line.text, line
    match = _NUMBER.match(line.text)
    if match and not line.continues:
        return next(group for group in match.groups() if group), line.text[match.end() :], line
    numbered = bool(before) and bool(before[-1][0])
    if _looks_like_reference(line.text) and not (numbered and not line.gap) and not line.continues:
        return "", line.text, line
    return None


def _continues(line: Line, above: Line) -> bool:
    """Whether a line goes on with the entry above: nothing stood between them, not even what was dropped."""
    if not _is_next(line, above):
        return False
    return line.continues or not line.gap or bool(URL.match(line.text)) or bool(DOI.match(line.text))


def _is_next(line: Line, above: Line) -> bool:
    return line.pieces[0] == above.pieces[-1] + 1


def _longer(entry: tuple[str, str, Line], line: Line) -> tuple[str, str, Line]:
    number, text, first = entry
    return number, f"{text} {line.text}", replace(first, pieces=(*first.pieces, *line.pieces))


def _looks_like_reference(text: str) -> bool:
    return bool(YEAR.search(text) or URL.search(text) or DOI.search(text) or PMID.search(text)) and len(text) > 12


def _numbered(raw: list[tuple[str, str, Line]]) -> list[Entry]:
    """Entries with the numbers they carry. What carries none, or one that was taken, is counted on from the highest."""
    highest = max((int(number) for number, _text, _line in raw if number), default=0)
    taken: set[str] = set()
    entries = []
    for number, text, line in raw:
        counted = not number or number in taken
        highest += counted
        number = str(highest) if counted else number
        taken.add(number)
        entries.append(replace(read_entry(number, text, line), counted=counted))
    return entries
