"""From lines to the elements of an article: headings, paragraphs, lists, tables, sheets of questions."""

from dataclasses import dataclass, field, replace

from articles.importing.elements import Element, Heading, Listing, Paragraph, Questions, Table
from articles.importing.headings import find_headings, set_levels
from articles.importing.lists import belongs_to, gather, with_lonely_signs_as_text, with_unsigned_lists
from articles.importing.pieces import Kind, Line
from articles.importing.questions import announces_questions, find_questions


@dataclass
class Structure:
    """The elements, and what each piece became."""

    elements: list[Element] = field(default_factory=list)
    became: dict[int, str] = field(default_factory=dict)

    @property
    def headings(self) -> int:
        """How many headings the article has, those of sheets of questions included."""
        return sum(isinstance(element, Heading | Questions) for element in self.elements)

    @property
    def lists(self) -> list[int]:
        """The number of items of each list, in order; nested items count to the list they stand in."""
        return [_size(element) for element in self.elements if isinstance(element, Listing | Questions)]


def build(lines: list[Line], cuts: set[int]) -> Structure:
    """The structure of ``lines``. ``cuts``: the pieces before which something was dropped."""
    lines = _with_torn_sentences_mended(lines, cuts)
    lines = with_lonely_signs_as_text(_with_asked_lines(with_unsigned_lists(find_headings(lines))))
    lines = set_levels(lines)
    structure = Structure()
    index = 0
    while index < len(lines):
        end = _end_of_group(lines, index, cuts)
        group = lines[index:end]
        structure.elements.append(_element(group))
        for line in group:
            structure.became.update(dict.fromkeys(line.pieces, _name(line)))
        index = end
    structure.elements = find_questions(structure.elements)
    return structure


def _size(element: Element) -> int:
    return (
        len(element.questions)
        if isinstance(element, Questions)
        else len(element.items)
        if isinstance(element, Listing)
        else 0
    )


def _with_torn_sentences_mended(lines: list[Line], cuts: set[int]) -> list[Line]:
    """``lines`` in which a paragraph that page furniture had cut in two is whole again."""
    result: list[Line] = []
    for line in lines:
        before = result[-1] if result else None
        torn = before is not None and line.pieces and line.pieces[0] in cuts and line.kind is before.kind is Kind.TEXT
        if (
            torn
            and before
            and line.text[:1].islower()
            and not before.text[:1].islower()
            and before.text[-1:].isalpha() | before.text.endswith(",")
        ):
            space = replace(before.spans[-1], text=" ", numbers=())
            result[-1] = replace(
                before, pieces=(*before.pieces, *line.pieces), spans=(*before.spans, space, *line.spans)
            )
        else:
            result.append(line)
    return result


def _with_asked_lines(lines: list[Line]) -> list[Line]:
    """``lines`` in which questions without bullets under a heading that announces them are items of a list."""
    result = list(lines)
    for index, line in enumerate(lines):
        if line.kind is not Kind.HEADING or not announces_questions(line.bare):
            continue
        start = index + 1
        while start < len(lines) and lines[start].kind is Kind.TEXT and not lines[start].bare.endswith("?"):
            start += 1
        end = start
        while end < len(lines) and lines[end].kind in (Kind.TEXT, Kind.HEADING) and _is_asked(lines, end):
            end += 1
        if end - start >= 2:
            for place in range(start, end):
                result[place] = replace(lines[place], kind=Kind.ITEM, bullet="•", level=0)
    return result


def _is_asked(lines: list[Line], index: int) -> bool:
    """Whether a line is one of a row of questions, and not a heading that prose follows."""
    if not lines[index].bare.endswith("?") or (lines[index].kind is Kind.HEADING and lines[index].level):
        return False
    after = lines[index + 1] if index + 1 < len(lines) else None
    return (
        after is None or after.bare.endswith("?") or not (after.kind is Kind.TEXT and lines[index].kind is Kind.HEADING)
    )


def _end_of_group(lines: list[Line], index: int, cuts: set[int]) -> int:
    """Where the element that begins at ``index`` ends."""
    first, end = lines[index], index + 1
    while end < len(lines):
        line, previous = lines[end], lines[end - 1]
        if first.kind is Kind.ITEM and line.kind is Kind.ITEM:
            together = line.continues or belongs_to(line, previous, was_cut=line.pieces[0] in cuts)
        elif first.kind in (Kind.CAPTION, Kind.ROW) and line.kind is Kind.ROW:
            together = line.group == first.group
        else:
            together = (
                first.kind is line.kind
                and first.kind in (Kind.TEXT, Kind.QUOTE)
                and not line.gap
                and _flows(previous, line)
            )
        if not together:
            break
        end += 1
    return end


def _flows(previous: Line, line: Line) -> bool:
    """Whether two lines without a blank between them are one paragraph: the first doesn't end a sentence."""
    return line.soft and not previous.bare.endswith((".", "!", "?", ":", "…"))


def _element(group: list[Line]) -> Element:
    first = group[0]
    if first.kind is Kind.HEADING:
        return Heading(first.level, first.spans)
    if first.kind is Kind.ITEM:
        return gather(group)
    rows = tuple(line for line in group if line.kind is Kind.ROW)
    if rows:
        return Table(rows, first.text if first.kind is Kind.CAPTION else "")
    return Paragraph(tuple(line.spans for line in group), is_quote=first.kind is Kind.QUOTE)


def _name(line: Line) -> str:
    return "paragraph" if line.kind is Kind.TEXT else str(line.kind)
