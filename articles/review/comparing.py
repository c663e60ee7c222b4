"""What changed between two canonical texts, part by part. Lines and words are compared by ``portal.comparing``."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.review.lines import Line, Names, lines_of, names_in
from portal.comparing import ChangedLine, are_alike, changed_line, line_added, line_gone

_AFTER_THE_FIELDS = ("authors", "body", "references", "pictures")


class ChangedPart(NamedTuple):
    """A part of an article in which something changed."""

    place: str
    lines: tuple[ChangedLine, ...]


def compare(before: str, after: str, names: Names | None = None) -> list[ChangedPart]:
    """Every part in which two canonical texts differ, in the order of the text. Empty if they are the same text.

    Two queries, none if the ``names`` in both are known.
    """
    names = names or names_in([before, after])
    old, new = lines_of(before, names), lines_of(after, names)
    changes: list[tuple[str, ChangedLine]] = []
    matcher = SequenceMatcher(None, _keys(old), _keys(new), autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            changes += _between(old[old_start:old_end], new[new_start:new_end])
    if before != after and not changes:
        sentence = _("Something changed that the words do not show, such as the kind of a column.")
        changes = [(_("Form"), line_added(sentence))]
    return [
        ChangedPart(place, tuple(line for _place, line in group))
        for place, group in groupby(changes, key=lambda change: change[0])
    ]


def _keys(lines: Sequence[Line]) -> list[tuple[str, str, str]]:
    """What a line is compared by: a block that moved down by one is the same block."""
    return [(line.part.split(".")[0], line.kind, line.text) for line in lines]


def _between(old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[str, ChangedLine]]:
    """Pairs what stands in the same part: the body with the body, a reference with itself."""
    for part in sorted({_part_of(line) for line in [*old, *new]}, key=_place_of):
        pairs = zip_longest(*([line for line in lines if _part_of(line) == part] for lines in (old, new)))
        for before, after in pairs:
            if before and after and _are_alike(before, after):
                yield after.place, changed_line(before.text, after.text)
                continue
            if before:
                yield before.place, line_gone(before.text)
            if after:
                yield after.place, line_added(after.text)


def _place_of(part: str) -> tuple[int, str]:
    """Where a part stands in the text: the fields first, whatever their order, then these."""
    kind = part.partition(".")[0]
    return (_AFTER_THE_FIELDS.index(kind) if kind in _AFTER_THE_FIELDS else -1), part


def _part_of(line: Line) -> str:
    return "body" if line.part.startswith("body.") else line.part


def _are_alike(before: Line, after: Line) -> bool:
    return before.kind == after.kind and are_alike(before.text, after.text)
