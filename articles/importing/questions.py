"""The section of questions to ask a doctor, which becomes a sheet that readers can tick and print."""

import re

from articles.importing.elements import Element, Heading, Listing, Paragraph, Questions
from articles.importing.lists import plain

LONGEST_TITLE = 120  # what the block's fields take
LONGEST_QUESTION = 300
LONGEST_INTRODUCTION = 200
_ANNOUNCES = re.compile(
    r"\bquestions?\b.{0,60}\b(?:ask|doctor|physician|care team|health ?care|provider|nurse|specialist|oncologist|"
    r"neurologist|pharmacist|appointment|visit|consider|bring)|"
    r"\bask (?:these|the following|some of these) questions\b|\b(?:things|points) to (?:ask|discuss)\b|"
    r"\b(?:ask|asking) your\b.{0,40}\b(?:doctor|physician|team|provider|nurse|specialist|pharmacist)|\bwhat "
    r"(?:should|can|to|do) (?:I )?ask\b|"
    r"\bfragen\b.{0,40}\b(?:arzt|ärztin|ärzte|team|behandl\w+|termin)|\bpreguntas?\b.{0,40}\b(?:médic\w+|doctor\w*|equipo|especialista|consulta)",
    re.IGNORECASE,
)
_ASKED = 0.6  # share of a list's items that are questions


def find_questions(elements: list[Element]) -> list[Element]:
    """``elements`` in which a heading that announces questions, what introduces them and the list are one."""
    result: list[Element] = []
    index = 0
    while index < len(elements):
        end = _end_of_sheet(elements, index)
        if end:
            heading, listing = elements[index], elements[end]
            introduction = tuple(part for part in elements[index + 1 : end] if isinstance(part, Paragraph))
            result.append(_sheet(heading, introduction, listing))
        else:
            result.append(elements[index])
        index = (end or index) + 1
    return result


def announces_questions(text: str) -> bool:
    """Whether a heading announces questions to ask."""
    return bool(_ANNOUNCES.search(text))


def _end_of_sheet(elements: list[Element], index: int) -> int:
    """Where the list stands that belongs to the sheet whose heading is at ``index``, or 0."""
    heading = elements[index]
    if not isinstance(heading, Heading) or len(plain(heading.spans)) > LONGEST_TITLE:
        return 0
    announced = announces_questions(plain(heading.spans))
    for place in range(index + 1, len(elements)):
        element = elements[place]
        if isinstance(element, Listing):
            return place if announced and _asks(element) else 0
        if not isinstance(element, Paragraph) or element.is_quote:
            return 0
        announced = announced or (place == index + 1 and _introduces(element))
    return 0


def _introduces(paragraph: Paragraph) -> bool:
    """Whether a single short paragraph below a heading announces the questions that the heading doesn't."""
    text = " ".join(plain(line) for line in paragraph.lines)
    return len(text) <= LONGEST_INTRODUCTION and announces_questions(text)


def _asks(listing: Listing) -> bool:
    asked = [plain(item.paragraphs[0]).endswith("?") for item in listing.items]
    fit = all(
        len(item.paragraphs) == 1 and len(plain(item.paragraphs[0])) <= LONGEST_QUESTION - 60 for item in listing.items
    )
    return fit and sum(asked) >= _ASKED * len(asked)


def _sheet(heading: Element, introduction: tuple[Paragraph, ...], listing: Element) -> Questions:
    assert isinstance(heading, Heading)  # noqa: S101  (narrows the type)
    assert isinstance(listing, Listing)  # noqa: S101  (narrows the type)
    return Questions(plain(heading.spans), introduction, tuple(item.paragraphs[0] for item in listing.items))
