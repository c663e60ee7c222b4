"""What changed between two texts: line by line, and in a changed line word by word. Takes plain values."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

_WORDS = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
_ALIKE = 0.4  # below this two lines are told as one gone and one new
_SAME_WORDS = 0.5  # of the words of both, at least so many stand in both: else neither came of the other
_MOST_PAIRS = 40_000  # beyond this, lines are paired as they stand


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
    """Tells lines that were replaced by others: each beside the one that came of it, in the order of the text."""
    old_at = new_at = 0
    for before, after in [*_pairs(old, new), (len(old), len(new))]:
        yield from map(line_gone, old[old_at:before])
        yield from map(line_added, new[new_at:after])
        if before < len(old):
            yield changed_line(old[before], new[after])
        old_at, new_at = before + 1, after + 1


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Which lines of ``old`` became which of ``new``: without crossing, and with as much in common as can be."""
    if len(old) * len(new) > _MOST_PAIRS:
        return []
    words_of_new = [_word_set(line) for line in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]  # from a line of each to the ends
    likeness: dict[tuple[int, int], float] = {}
    for before in reversed(range(len(old))):
        words = _word_set(old[before])
        for after in reversed(range(len(new))):
            best[before][after] = max(best[before + 1][after], best[before][after + 1])
            alike = 2 * len(words & words_of_new[after]) / (len(words) + len(words_of_new[after]) or 1)
            if alike >= _SAME_WORDS:
                likeness[before, after] = alike
                best[before][after] = max(best[before][after], best[before + 1][after + 1] + alike)
    return list(_steps(best, likeness))


def _steps(best: Sequence[Sequence[float]], likeness: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, int]]:
    before = after = 0
    while best[before][after]:
        alike = likeness.get((before, after), 0)
        if alike and best[before][after] == best[before + 1][after + 1] + alike:
            yield before, after
            before, after = before + 1, after + 1
        elif best[before][after] == best[before + 1][after]:
            before += 1
        else:
            after += 1


def _word_set(line: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _split(line) if word[0].isalnum())


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
