"""Takes the furniture of the page out of its lines: each detector of ``boilerplate``, in its surroundings."""

from itertools import dropwhile, groupby, pairwise, takewhile

from articles.importing.boilerplate import (
    CONTENTS_HEADING,
    EMAIL_REQUEST,
    HELPFUL_QUESTION,
    LINKS_HEADING,
    NAVIGATION,
    NEWSLETTER,
    drop_reason,
    label_reason,
)
from articles.importing.pieces import Kind, Line
from articles.importing.references import ADDRESS, is_heading
from articles.importing.sentences import SENTENCES

LONGEST_MENU_ENTRY = 40  # characters
LONGEST_ENTRY = 120  # characters of an entry in a contents list or of a link to another page
ANSWERS = frozenset({"yes", "no", "ja", "nein", "sí", "si", "👍", "👎"})
ROW = 3  # entries that make a contents list without a heading
TOP_OF_PAGE = 12  # lines in which the menu of a page is looked for
IN_A_BOX = 3  # lines that may stand between the head of an e-mail box and its field
LONGEST_IN_A_BOX = 160  # characters


def find_furniture(lines: list[Line]) -> dict[int, str]:
    """The lines, by index, that are no part of the article, and why."""
    reasons: dict[int, str] = {}
    menus = _lists_of_labels(lines)
    in_references = False
    for index, line in enumerate(lines):
        in_references = in_references or is_heading(line.text)
        reason = line.chrome or _own_reason(line, in_menu=index in menus)
        if reason and not (in_references and ADDRESS.fullmatch(line.text)):
            reasons[index] = reason
    reasons.update(_ways_back(lines, reasons))
    reasons.update(_menu_entries(lines, reasons))
    reasons.update(_in_boxes(lines, reasons))
    reasons.update(_answers(lines, reasons))
    reasons.update(_contents_lists(lines, reasons))
    reasons.update(_jump_list(lines, reasons))
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


def _ways_back(lines: list[Line], reasons: dict[int, str]) -> dict[int, str]:
    """ "Back to Conditions" below a line "Conditions" at the top of the page."""
    top = range(min(len(lines), TOP_OF_PAGE))
    named = {f"back to {_plain(line)}" for line in lines[:TOP_OF_PAGE]}
    return {index: NAVIGATION for index in top if index not in reasons and _plain(lines[index]) in named}


def _menu_entries(lines: list[Line], reasons: dict[int, str]) -> dict[int, str]:
    """The short lines between two entries of the menu at the top of the page."""
    menu = [index for index in range(min(len(lines), TOP_OF_PAGE)) if reasons.get(index) == NAVIGATION]
    between = range(menu[0], menu[-1]) if menu else range(0)
    found = [index for index in between if index not in reasons]
    if menu and menu[0] == 0 and all(_may_be_entry(lines[index]) for index in found):
        return dict.fromkeys(found, NAVIGATION)
    return {}


def _may_be_entry(line: Line) -> bool:
    return line.kind in (Kind.TEXT, Kind.ITEM) and len(line.text) <= LONGEST_MENU_ENTRY and line.text[-1:].isalnum()


def _in_boxes(lines: list[Line], reasons: dict[int, str]) -> dict[int, str]:
    """The lines between the head of an e-mail box and its field, and those that end it."""
    found: dict[int, str] = {}
    boxed = [index for index, reason in reasons.items() if reason in (NEWSLETTER, EMAIL_REQUEST)]
    for first, second in pairwise(sorted(boxed)):
        between = [index for index in range(first + 1, second) if index not in reasons]
        fits = len(between) <= IN_A_BOX and all(
            lines[index].kind is Kind.TEXT and len(lines[index].text) <= LONGEST_IN_A_BOX for index in between
        )
        if reasons[first] == NEWSLETTER and reasons[second] == EMAIL_REQUEST and fits:
            found.update(dict.fromkeys(between, NEWSLETTER))
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
    """Entries that repeat a later line word for word, below a heading of contents or at least three in a row.

    What a colon announces is a list of the article, though each of its items may have a section of its own.
    """
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
        announced = index > 0 and lines[index - 1].bare.endswith(":")
        if end - index >= (1 if headed else ROW) and not announced:
            found.update(dict.fromkeys(range(index, end), "entry of a contents list"))
        index = max(end, index + 1)
    return found


def _jump_list(lines: list[Line], reasons: dict[int, str]) -> dict[int, str]:
    """The short names of the sections below the title: one is a later heading word for word, most are part of one."""
    left = [index for index in range(len(lines)) if index not in reasons][: TOP_OF_PAGE + 1]
    short = {index: _may_be_entry(lines[index]) for index in left}
    run = list(takewhile(lambda index: short[index], dropwhile(lambda index: not short[index], left[1:])))
    later = [_plain(line) for line in lines[run[-1] + 1 :] if len(line.text) <= LONGEST_ENTRY] if run else []
    inside = [index for index in run if any(_plain(lines[index]) in text for text in later)]
    announced = bool(run) and lines[run[0] - 1].bare.endswith(":")
    is_exact = any(_plain(lines[index]) in later for index in inside)
    if announced or not is_exact or len(inside) < ROW or len(inside) * 2 < len(run):
        return {}
    return {index: "entry of a contents list" for index in run if index <= inside[-1]}


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
