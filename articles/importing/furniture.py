"""Takes the furniture of the page out of its lines: each detector of ``boilerplate``, in its surroundings."""

from itertools import groupby

from articles.importing.boilerplate import CONTENTS_HEADING, HELPFUL_QUESTION, LINKS_HEADING, drop_reason, label_reason
from articles.importing.pieces import Kind, Line
from articles.importing.sentences import SENTENCES

LONGEST_ENTRY = 120  # characters of an entry in a contents list or of a link to another page
ANSWERS = frozenset({"yes", "no", "ja", "nein", "sí", "si", "👍", "👎"})
ROW = 3  # entries that make a contents list without a heading


def find_furniture(lines: list[Line]) -> dict[int, str]:
    """The lines, by index, that are no part of the article, and why."""
    reasons: dict[int, str] = {}
    menus = _lists_of_labels(lines)
    for index, line in enumerate(lines):
        if reason := line.chrome or _own_reason(line, in_menu=index in menus):
            reasons[index] = reason
    reasons.update(_answers(lines, reasons))
    reasons.update(_contents_lists(lines, reasons))
    reasons.update(_links_to_other_pages(lines, reasons))
    return reasons


def _own_reason(line: Line, *, in_menu: bool) -> str:
    if line.kind in (Kind.ROW, Kind.CAPTION, Kind.TITLE, Kind.NOTE):
        return ""
    if line.kind is Kind.ITEM and not in_menu and label_reason(line.text):
        return ""
    return drop_reason(line.text)


def _lists_of_labels(lines: list[Line]) -> set[int]:
    """The items of lists of which at least half are labels: "Print" alone among symptoms is none."""
    found: set[int] = set()
    for is_item, run in groupby(range(len(lines)), key=lambda index: lines[index].kind is Kind.ITEM):
        places = list(run) if is_item else []
        if places and sum(bool(label_reason(lines[place].text)) for place in places) * 2 >= len(places):
            found.update(places)
    return found


def _answers(lines: list[Line], reasons: dict[int, str]) -> dict[int, str]:
    """The buttons "Yes" and "No" below the question whether the page was helpful."""
    found: dict[int, str] = {}
    for index, reason in reasons.items():
        place = index + 1
        while reason == HELPFUL_QUESTION and place < len(lines) and lines[place].text.casefold() in ANSWERS:
            found[place] = reason
            place += 1
    return found


def _contents_lists(lines: list[Line], reasons: dict[int, str]) -> dict[int, str]:
    """Entries that repeat a later line word for word, below a heading of contents or at least three in a row."""
    last = {_plain(line): index for index, line in enumerate(lines)}
    repeated = [
        bool(_plain(line)) and len(line.text) <= LONGEST_ENTRY and last[_plain(line)] > index
        for index, line in enumerate(lines)
    ]
    found: dict[int, str] = {}
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and repeated[end] and end not in reasons:
            end += 1
        headed = index > 0 and reasons.get(index - 1) == CONTENTS_HEADING
        if end - index >= (1 if headed else ROW):
            found.update(dict.fromkeys(range(index, end), "entry of a contents list"))
        index = max(end, index + 1)
    return found


def _links_to_other_pages(lines: list[Line], reasons: dict[int, str]) -> dict[int, str]:
    """The short lines below "Related articles", up to the first that is prose or a heading above prose."""
    found: dict[int, str] = {}
    for index, reason in reasons.items():
        place = index + 1
        while reason == LINKS_HEADING and place < len(lines) and _may_be_link(lines, place):
            found.setdefault(place, "link to another page")
            place += 1
    return {place: reason for place, reason in found.items() if place not in reasons}


def _may_be_link(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if (
        len(line.text) > LONGEST_ENTRY
        or line.text.endswith((".", ":"))
        or line.kind not in (Kind.TEXT, Kind.ITEM, Kind.HEADING)
    ):
        return False
    if line.kind is Kind.ITEM:
        return True
    after = lines[index + 1] if index + 1 < len(lines) else None
    return after is None or (len(after.text) <= LONGEST_ENTRY and not after.text.endswith((".", ":")))


def _plain(line: Line) -> str:
    return " ".join(line.bare.casefold().split())


def hidden_in_prose(text: str) -> str:
    """Why a later sentence of a paragraph looks like page furniture, or an empty string."""
    for start in (place + 2 for place, sign in enumerate(text) if sign in ".!?" and text[place + 1 : place + 2] == " "):
        sentence = text[start:]
        if reason := next((detector.reason for detector in SENTENCES if detector.found_in(sentence)), ""):
            return reason
    return ""
