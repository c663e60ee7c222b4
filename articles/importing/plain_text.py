"""A scraped page as plain text: its lines, with wrapped paragraphs joined and bullets recognised.

A line belongs to the one above when its first word wouldn't have fitted there (in a file that is wrapped at all),
or when it begins with a small letter and the line above doesn't end a sentence: links torn out of a sentence.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.importing.boilerplate import drop_reason, label_reason
from articles.importing.bullets import Bullet, bullet_of, is_sign_alone, width_of
from articles.importing.characters import clean
from articles.importing.claims import claims_in, label_alone
from articles.importing.lists import LONGEST_BARE_ITEM
from articles.importing.pieces import Kind, Line, Source, Span, without
from articles.importing.web_page import spans_of

FEWEST_INDENTED = 2  # lines that make a list by standing further in
WIDEST = 110  # characters; a file with longer lines isn't wrapped
_ENDS = re.compile(r"[.!?:…][)\]”\"’'»\d,–-]*$")
_INNER_SPACE = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,})\s*")


@dataclass
class Raw:
    """One source line: its text, and whether it must stay apart."""

    number: int
    text: str
    gap: bool
    apart: bool = False
    underlined: int = 0
    piece: int = 0


def read_plain_text(text: str, source: Source) -> None:
    """Adds the pieces and lines of ``text`` to ``source``."""
    raws = _raw_lines(text, source)
    width = _wrap_width(raws)
    lines: list[tuple[Line, Raw, Bullet | None]] = []
    sign: Raw | None = None
    for raw in raws:
        if is_sign_alone(raw.text):
            _drop_sign(sign, source)
            sign = raw
            continue
        bullet = bullet_of(raw.text)
        previous = lines[-1] if lines else None
        if sign is None and previous and _belongs(previous[0], previous[1], previous[2], raw, bullet, width):
            lines[-1] = (_joined(previous[0], raw), raw, previous[2])
            continue
        pieces = (raw.piece,) if sign is None else (sign.piece, raw.piece)
        text = raw.text if sign is None else f"{sign.text.strip()} {raw.text.strip()}"
        bullet = bullet if sign is None else bullet_of(text)
        lines.append((_line(pieces, text, raw, bullet), raw, bullet))
        sign = None
    _drop_sign(sign, source)
    source.lines.extend(_with_indented_items([line for line, _raw, _bullet in lines], [raw for _line, raw, _ in lines]))


def _with_indented_items(lines: list[Line], raws: list[Raw]) -> list[Line]:
    """``lines`` in which short lines without a sign that stand further in than the line above are items of a list."""
    result = list(lines)
    index = 1
    while index < len(lines):
        end = index
        while end < len(lines) and _may_be_indented_item(lines[end], raws[end], raws[index - 1], first=end == index):
            end += 1
        if end - index >= FEWEST_INDENTED:
            result[index:end] = [replace(line, kind=Kind.ITEM, bullet="•") for line in lines[index:end]]
        index = max(end, index + 1)
    return result


def _may_be_indented_item(line: Line, raw: Raw, above: Raw, *, first: bool) -> bool:
    return (
        line.kind is Kind.TEXT
        and (first or not raw.gap)
        and _indent(raw) >= _indent(above) + 2
        and len(line.text) <= LONGEST_BARE_ITEM
        and not raw.apart
        and not _ENDS.search(line.text)
    )


def _indent(raw: Raw) -> int:
    return width_of(raw.text[: len(raw.text) - len(raw.text.lstrip())])


def _drop_sign(sign: Raw | None, source: Source) -> None:
    if sign is not None:
        source.dropped[sign.piece] = "a bullet without text"


def _raw_lines(text: str, source: Source) -> list[Raw]:
    raws: list[Raw] = []
    gap = True
    for number, original in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        if not original.strip():
            gap = True
            continue
        piece = source.add(number, clean(original).strip())
        cleaned = _INNER_SPACE.sub(" ", clean(original).expandtabs(4).rstrip())
        if not cleaned.strip():
            source.dropped[piece] = "nothing but invisible characters"
            continue
        if _UNDERLINE.fullmatch(cleaned):
            if raws and not gap and not bullet_of(raws[-1].text):
                raws[-1].underlined = 1 if "=" in cleaned else 2
            source.dropped[piece] = "ornament without words"
            gap = True
            continue
        apart = _stands_apart(cleaned)
        raws.append(Raw(number, cleaned, gap, apart, piece=piece))
        gap = False
    return raws


def _stands_apart(text: str) -> bool:
    """Whether a line is complete as it stands: page furniture or a claim."""
    return bool(label_reason(text) or label_alone(text) or claims_in(text, near_top=False))


def _wrap_width(raws: list[Raw]) -> int:
    """The width at which the file is wrapped, or 0."""
    lengths = sorted(len(raw.text) for raw in raws)
    if len(lengths) < 4 or lengths[int(len(lengths) * 0.9) - 1] > WIDEST:
        return 0
    width = max((length for length in lengths if length <= WIDEST), default=0)
    pairs = [(first, second) for first, second in pairwise(raws) if not second.gap and not bullet_of(second.text)]
    full = sum(not _fits(first.text, second.text, width) for first, second in pairs)
    return width if width >= 40 and pairs and full * 2 >= len(pairs) else 0


def _fits(above: str, below: str, width: int) -> bool:
    return len(above) + 1 + len(below.split()[0]) <= width


def _belongs(line: Line, last: Raw, own: Bullet | None, raw: Raw, bullet: Bullet | None, width: int) -> bool:
    if raw.gap or raw.apart or last.apart or last.underlined or (bullet and (bullet.sure or not width)):
        return False
    if bullet and (bullet.order != 0 or own or _fits(last.text, raw.text, width)):
        return False
    if drop_reason(line.text) and drop_reason(f"{line.text} {raw.text.strip()}") != drop_reason(line.text):
        return False
    if width and not _fits(last.text, raw.text, width):
        return True
    hangs = own is not None and _indent(raw) >= own.indent + 2
    if hangs and not _ENDS.search(last.text):
        return True
    torn = raw.text.strip()[0].islower() and not line.text[:1].islower() and len(last.text) >= 40
    return not width and torn and not _ENDS.search(last.text)


def _joined(line: Line, raw: Raw) -> Line:
    more = spans_of(raw.text.strip())
    return replace(line, pieces=(*line.pieces, raw.piece), spans=(*line.spans, Span(" "), *more))


def _line(pieces: tuple[int, ...], text: str, raw: Raw, bullet: Bullet | None) -> Line:
    spans = spans_of(text.lstrip())
    if raw.underlined:
        return Line(pieces, spans, Kind.HEADING, raw.underlined, gap=raw.gap)
    if bullet is None:
        return Line(pieces, spans, gap=raw.gap)
    lead = len(text) - len(text.lstrip())
    typed, rest = text[: bullet.length].strip(), without(spans, bullet.length - lead)
    return Line(pieces, rest, Kind.ITEM, bullet.indent, _sign(bullet), typed, gap=raw.gap)


def _sign(bullet: Bullet) -> str:
    return f"{bullet.sign}{bullet.order}" if bullet.order else bullet.sign
