"""What changed between two texts: line by line, and in a changed line word by word. Takes plain values."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

_WORDS = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
_ALIKE = 0.4  # below this two lines are told as one gone and one new


class How(StrEnum):
    """What became of words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class Words(NamedTuple):
    """Some words of a line, and what became of them."""

    how: How
    text: str


class ChangedLine(NamedTuple):
    """A line that is new, gone, or has changed words: its words in order."""

    words: tuple[Words, ...]

    @property
    def how(self) -> How | None:
        """Whether the whole line is new or gone; ``None`` if some of its words are as they were."""
        kinds = {words.how for words in self.words}
        return kinds.pop() if len(kinds) == 1 else None


def changed_lines(before: str, after: str) -> list[ChangedLine]:
    """The lines in which two texts differ, in the order of the text. Empty if they are the same."""
    old, new = before.splitlines(), after.splitlines()
    found: list[ChangedLine] = []
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _between(old[old_start:old_end], new[new_start:new_end])
    return found


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[ChangedLine]:
    for before, after in zip_longest(old, new):
        if before is not None and after is not None and are_alike(before, after):
            yield changed_line(before, after)
            continue
        if before is not None:
            yield line_gone(before)
        if after is not None:
            yield line_added(after)


def line_gone(text: str) -> ChangedLine:
    """A line that is there no more."""
    return ChangedLine((Words(How.REMOVED, text),))


def line_added(text: str) -> ChangedLine:
    """A line that is new."""
    return ChangedLine((Words(How.ADDED, text),))


def changed_line(before: str, after: str) -> ChangedLine:
    """A line whose words changed."""
    return ChangedLine(tuple(_words(before, after)))


def are_alike(before: str, after: str) -> bool:
    """Whether two lines have so much in common that they are shown as one that changed."""
    return SequenceMatcher(None, _split(before), _split(after), autojunk=False).ratio() >= _ALIKE


def _split(text: str) -> list[str]:
    return _WORDS.findall(text)


def _words(before: str, after: str) -> Iterator[Words]:
    old, new = _split(before), _split(after)
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Words(How.SAME, "".join(new[new_start:new_end]))
            continue
        if old_end > old_start:
            yield Words(How.REMOVED, "".join(old[old_start:old_end]))
        if new_end > new_start:
            yield Words(How.ADDED, "".join(new[new_start:new_end]))
