"""Citation numbers in a text, told apart from the numbers that the text is about.

Places where a number *may* be a citation are found line by line (``STYLES``); whether they *are* is decided for the
whole document. A document cites with numbers that run 1, 2, 3 ...: a lone "7" behind a full stop is no citation
unless the file's own list of references has a seventh entry. What can't be believed stays text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from articles.importing.pieces import Line, Span, Spans, merged

HIGHEST = 400  # the longest lists of references in articles for patients stay far below
LONGEST_RANGE = 60
NEAR = 300  # characters around a number that tell what it is
WIDEST_HOLE = 3  # how far the next number of a run may lie from the one before

_RUN = r"\d{1,3}(?:\s?[,;–‐‑-]\s?\d{1,3})*"
_TIGHT = r"\d{1,3}(?:[,–‐‑-]\d{1,3}|[,]\s\d{1,3}(?=\s*$|[,\s]\s?\d{1,3}\s*$|\s+[A-Z“\"(]))*"
_NEXT = r"(?=\s|$|[)\]”\"’'»]|[—–]\s?[^\W\d])"
_UNITS = (
    r"(?!\s?(?:%|°|mg|mcg|µg|μg|g|kg|ml|mL|l|L|dl|cm|mm|m|km|hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|months?|years?|times|"
    r"drugs?|people|patients?|percent|per cent|million|thousand|stunden|tage|wochen|jahre|horas|días|semanas|años|"
    r"to|or|and|x|×|bis|a\.?m\.?|p\.?m\.?)\b)"
)
STYLES = {
    # treatment.1,2 | include:2 | transplant).1-3 | “relapse.”1
    "after a sign": re.compile(
        rf"(?<=[^\W\d_][.,;:!?])(?P<a>{_TIGHT}){_NEXT}{_UNITS}|(?<=[)\]”\"’»%][.,;:!?])(?P<b>{_TIGHT}){_NEXT}{_UNITS}|"
        rf"(?<=[^\W\d_][.,!?][)”\"’»])(?P<c>{_TIGHT}){_NEXT}{_UNITS}|(?<=[^\W\d_][)”\"’»])(?P<d>{_TIGHT})(?=\s|$|[.,;:)]){_UNITS}|"
        rf"(?<=\s(?:19|20)\d\d[.,;])(?P<e>{_TIGHT})(?=\s+[A-Z“]|\s*$)"
    ),
    # disease. 1,2 at the end of a line
    "at the end": re.compile(rf"(?<=[^\W\d_][.!?)”])\s(?P<a>{_RUN})\s*$"),
    # cells1,2 and
    "on a word": re.compile(rf"(?<=[a-zß-ÿ]{{4}})(?P<a>{_TIGHT})(?=\s|$|[.,;:!?)](?:\s|$))"),
    # relapse [1], relapse [1-3], relapse [^2], relapse ^1,2^
    "in brackets": re.compile(rf"\s?\[\s?\^?(?P<a>{_RUN})\s?\](?!\()|\s?\^(?P<b>{_RUN})\^"),
    # relapse (1,2). with a list of references, or when such numbers run from 1 through the text
    "in round brackets": re.compile(
        rf"(?<=[\w%)”\"])\s?\((?P<a>{_RUN})\)(?=[.,;:]|\s*$)|(?<=[^\W\d_][.,])\s?\((?P<b>{_RUN})\)(?=\s+[A-Z]|\s*$)"
    ),
    # severe relapse (4) may, with a list of references, in a text that cites in round brackets
    "in round brackets amid": re.compile(rf"(?<=[^\W\d_])\s\((?P<a>{_RUN})\)(?=\s+[a-zß-ÿ])"),
    # one in 50.2 Most: a decimal as well as a citation, so never believed
    "after a number": re.compile(rf"[^\W\d_]{{2}}\s\d{{1,4}}\.(?P<a>{_TIGHT})(?=\s+[A-ZÀ-Þ][a-zß-ÿ]|\s*$)"),
}
SURE_STYLES = ("raised", "after a sign", "at the end", "in brackets")
_ROUND, _AMID = "in round brackets", "in round brackets amid"
_FEWEST_PLACES = 3  # lines that must cite in round brackets when no list of references confirms them
_COUNTED = re.compile(r"(?<!\w)\((\d{1,2})\)(?=\s+[^\W\d_])")
# 1,2 | [1][2] | (1), (2): gives nothing back, so that no stretch of figures takes more than its length
_RAISED = re.compile(rf"(?>(?:[\[(]?+\s*+(?>{_RUN})(?!\d)\s*+[\])]?+[,;]?+\s*+)+)")
_EACH_RUN = re.compile(_RUN)
_NAMED = re.compile(
    r"(?:^|[\s(])(?:fig|figs|no|nos|nr|p|pp|s|vol|art|abs|vs|v|ver|ca|approx|eq|ref|chap|sec|tab|núm|pág|tel|ext|ed|ch|par)\.$",
    re.IGNORECASE,
)
_COUNTED_WORDS = re.compile(
    r"(?:omega|vitamin\w*|type|stage|phase|grade|days?|weeks?|cycles?|group|arm|level|factor|line|class|part|step|tables?|figures?|"
    r"chromosome|section|chapter|covid|version|typ|stufe|phase|grad|tipo|fase|grado|vitamina|interleukin|score|hour|month|year)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"://|www\.|@|\b10\.\d{4,9}/|\.(?:com|org|net|gov|edu|pdf|html?)\b", re.IGNORECASE)
_POWER = re.compile(r"(?:\d|(?:^|[\s/(\d])(?:[kcmµμdn]?m|kg/m|in|ft|[A-ZxyzRrχ])|[+−-])$")


@dataclass(frozen=True)
class Candidate:
    """A place that may cite: characters ``start`` to ``end`` of a line."""

    line: int
    start: int
    end: int
    numbers: tuple[str, ...]
    style: str


@dataclass(frozen=True)
class Findings:
    """The lines with their markers, and the places that were left alone although they look like markers."""

    lines: list[Line]
    count: int
    numbers: tuple[str, ...]  # cited numbers, ascending
    doubtful: tuple[Candidate, ...]


def find_markers(lines: list[Line], listed: Iterable[str] = ()) -> Findings:
    """``lines`` in which each citation is a span with its numbers. ``listed``: numbers of the file's references."""
    listed = set(listed)
    candidates = [candidate for index, line in enumerate(lines) for candidate in _candidates(index, line)]
    believed, doubtful = _weigh(candidates, listed)
    marked, count = list(lines), 0
    numbers: set[str] = set()
    by_line: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in believed:
        by_line[candidate.line].append(candidate)
    for index, found in by_line.items():
        marked[index], added = _mark(lines[index], found)
        count += added
        numbers.update(number for candidate in found for number in candidate.numbers)
    return Findings(marked, count, tuple(sorted(numbers, key=int)), tuple(doubtful))


def expand(run: str) -> tuple[str, ...]:
    """The numbers of "1,3-5", or nothing when they make no sense as citations."""
    numbers: list[int] = []
    for part in re.split(r"[,;]", re.sub(r"[–‐‑]", "-", run)):
        ends = [int(end) for end in part.split("-") if end.strip()]
        if not ends or len(ends) > 2 or (len(ends) == 2 and not 0 < ends[1] - ends[0] <= LONGEST_RANGE):
            return ()
        numbers += range(ends[0], ends[-1] + 1)
    if not numbers or min(numbers) < 1 or max(numbers) > HIGHEST or re.search(r"\b0", run):
        return ()
    return tuple(dict.fromkeys(str(number) for number in numbers))


def _candidates(index: int, line: Line) -> list[Candidate]:
    text = "".join(span.text for span in line.spans)
    found: list[Candidate] = []
    taken: set[int] = set()
    for start, end, numbers in _raised(line.spans, text):
        found.append(Candidate(index, start, end, numbers, "raised"))
        taken.update(range(start, end))
    raised = _raised_positions(line.spans)
    counted = _counted_places(line, text)
    for style, pattern in STYLES.items():
        for match in pattern.finditer(text):
            name, run = next((name, run) for name, run in match.groupdict().items() if run)
            numbers = expand(run)
            start, end = (
                match.start() if style.startswith("in ") else match.start(name),
                match.end(),
            )
            if style == "at the end":
                start = match.start()
            places = range(start, end)
            is_free = not any(place in taken or place in raised or place in counted for place in places)
            if numbers and is_free and _is_possible(text, match.start(name), style):
                found.append(Candidate(index, start, end, numbers, style))
                taken.update(places)
    return sorted(found, key=lambda candidate: candidate.start)


def _counted_places(line: Line, text: str) -> set[int]:
    """The positions of numbers that count what the line lists: "(1) rest, (2) drink, (3) sleep"."""
    counted = list(_COUNTED.finditer(text))
    first = [int(line.bullet[1:])] if line.bullet[:1] == "1" and line.bullet[1:].isdecimal() else []
    if [*first, *(int(match[1]) for match in counted)][:2] != [1, 2]:
        return set()
    return {place for match in counted for place in range(*match.span())}


def _is_possible(text: str, start: int, style: str) -> bool:
    """Whether the word before a number can be cited: no address, no abbreviation that counts, no "type" or "stage"."""
    before = text[max(0, start - NEAR) : start].rstrip("([^ " if style.startswith("in ") else None)
    word = before.rsplit(None, 1)[-1] if before.strip() else ""
    after = text[start : start + NEAR].split(None, 1)[0]
    if _ADDRESS.search(word + after) or _NAMED.search(before[-12:]):
        return False
    if style == "on a word":
        return not _COUNTED_WORDS.search(word)
    return bool(before.strip())


def _raised(spans: Spans, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """Stretches of raised figures, neighbours as one ("1" "," "2"), that are no power, unit or isotope."""
    found, position, index = [], 0, 0
    while index < len(spans):
        start = position
        while index < len(spans) and (spans[index].raised or (position > start and _bridges(spans, index))):
            position += len(spans[index].text)
            index += 1
        if position > start:
            stretch = text[start:position].strip()
            numbers = expand(",".join(_EACH_RUN.findall(stretch))) if _RAISED.fullmatch(stretch) else ()
            before, after = text[max(0, start - NEAR) : start], text[position : position + 1]
            if numbers and before.strip() and not after.isalpha() and not _POWER.search(before):
                found.append((start, position, numbers))
        else:
            position += len(spans[index].text)
            index += 1
    return found


def _bridges(spans: Spans, index: int) -> bool:
    """Whether a span joins two raised ones: a comma or a dash that wasn't raised with them."""
    return spans[index].text.strip() in (",", "-", "–") and index + 1 < len(spans) and spans[index + 1].raised


def _raised_positions(spans: Spans) -> set[int]:
    position = 0
    places: set[int] = set()
    for span in spans:
        if span.raised:
            places.update(range(position, position + len(span.text)))
        position += len(span.text)
    return places


def _weigh(candidates: list[Candidate], listed: set[str]) -> tuple[list[Candidate], list[Candidate]]:
    """Candidates to believe, and those that look like markers but don't fit the document."""
    top = _top(candidates, listed)
    in_round = _cites_in_round_brackets(candidates, listed)
    believed: list[Candidate] = []
    doubtful: list[Candidate] = []
    for candidate in candidates:
        inside = all(int(number) <= top for number in candidate.numbers)
        if candidate.style in SURE_STYLES:
            (believed if inside or candidate.style == "raised" else doubtful).append(candidate)
        elif (candidate.style == "on a word" and inside and (listed or _is_habit(candidates, top))) or (
            candidate.style in (_ROUND, _AMID) and set(candidate.numbers) <= in_round[candidate.style]
        ):
            believed.append(candidate)
        elif (
            candidate.style == "on a word"
            or (candidate.style == "after a number" and inside)
            or (candidate.style == _AMID and set(candidate.numbers) <= listed)
        ):
            doubtful.append(candidate)
    return believed, doubtful


def _top(candidates: list[Candidate], listed: set[str]) -> int:
    """The highest number that is believed. Numbers on words may fill the holes between surer ones, no more."""
    sure = {int(number) for candidate in candidates if candidate.style in SURE_STYLES for number in candidate.numbers}
    sure |= {int(number) for number in listed}
    words = {int(number) for candidate in candidates if candidate.style == "on a word" for number in candidate.numbers}
    run = _top_of_run(sure | words)
    return max((number for number in sure if number <= run), default=0)


def _cites_in_round_brackets(candidates: list[Candidate], listed: set[str]) -> dict[str, set[str]]:
    """The numbers that are believed in round brackets, by style."""
    places = [candidate for candidate in candidates if candidate.style == _ROUND]
    if listed:
        confirmed = [candidate for candidate in places if set(candidate.numbers) <= listed]
        return {_ROUND: listed, _AMID: listed if len(confirmed) > 1 else set()}
    top = _top_of_run({int(number) for candidate in places for number in candidate.numbers})
    if top < _FEWEST_PLACES or len({candidate.line for candidate in places}) < _FEWEST_PLACES:
        return {_ROUND: set(), _AMID: set()}
    return {_ROUND: {str(number) for number in range(1, top + 1)}, _AMID: set()}


def _is_habit(candidates: list[Candidate], top: int) -> bool:
    """Whether numbers on words are this document's way of citing: surer styles agree."""
    return top > 0 and any(candidate.style in SURE_STYLES for candidate in candidates)


def _top_of_run(numbers: set[int]) -> int:
    """The last number of the run that begins at 1 and has no wide hole, or 0."""
    top = 0
    for number in sorted(numbers):
        if number - top > (WIDEST_HOLE if top else 1):
            break
        top = number
    return top


def _mark(line: Line, found: list[Candidate]) -> tuple[Line, int]:
    """``line`` with its markers, and how many there are once neighbours are joined."""
    text = "".join(span.text for span in line.spans)
    joined: list[Candidate] = []
    for candidate in found:
        if joined and not text[joined[-1].end : candidate.start].strip(" ,;"):
            numbers = tuple(dict.fromkeys((*joined[-1].numbers, *candidate.numbers)))
            joined[-1] = replace(joined[-1], end=candidate.end, numbers=numbers)
        else:
            joined.append(candidate)
    return replace(line, spans=_cut(line.spans, joined)), len(joined)


def _cut(spans: Spans, markers: list[Candidate]) -> Spans:
    result: list[Span] = []
    position = 0
    pending = list(markers)
    for span in spans:
        start, end = position, position + len(span.text)
        position = end
        while pending and pending[0].start < end:
            marker = pending[0]
            if marker.start >= start:
                result.append(replace(span, text=span.text[: marker.start - start]))
                result.append(Span(span.text[marker.start - start : marker.end - start], numbers=marker.numbers))
            if marker.end > end:
                span = replace(span, text="")
                break
            span = replace(span, text=span.text[marker.end - start :])
            start = marker.end
            pending.pop(0)
        result.append(span)
    return merged(tuple(result))
