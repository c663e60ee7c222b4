"""A comment as detectors read it: as it was typed, and folded, with a way back from one to the other.

Folded text has small letters without accents, one form for look-alike characters (NFKD, and ``look_alikes``: Cyrillic
and Greek letters that pass for Latin ones, full-width signs, curly quotes), no invisible characters and one space for
any run of white space. ``joined`` reads "i d i o t" as one word, ``unmasked`` also "1d10t".
Spans found in any of them are turned into spans of the text as it was typed.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from comments.screening.look_alikes import BLANK, INVISIBLE, LEET, LOOK_ALIKES
from comments.screening.words import Words

_MARKS = {"Mn", "Me"}  # marks on letters
_JOINERS = {"Cf", "Cc", *_MARKS}  # and invisible characters
# Four characters or more that stand alone, one space apart; a last one may end a sentence.
_SPACED_OUT = re.compile(r"(?<!\S)\S(?>(?: \S(?=[\s.,!?;:)]|$)){3,})")
_DASHED_OUT = re.compile(r"(?<![^\W_])[^\W_](?>(?:[.*_/|,~+-]{1,2}[^\W_](?![^\W_])){2,})")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_WHITE = re.compile(r"\s{2,}|[^\S ]")  # what becomes another space than it was
_MASKED = re.compile(r"\S+")
_LONGEST_FORM = 6  # characters that one becomes: U+FDFA would be 18, and is no word that any detector reads


@dataclass(frozen=True)
class Reading:
    """The text read in one way. ``places``: where each character stands in the text as it was typed."""

    characters: str
    places: list[int]
    typed: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of ``characters`` stands in the text as it was typed, marks on its last letter included."""
        if start >= end:
            return (self.places[start] if start < len(self.places) else len(self.typed),) * 2
        last = self.places[end - 1] + 1
        while last < len(self.typed) and unicodedata.category(self.typed[last]) in _MARKS:
            last += 1
        return self.places[start], last

    def without(self, gap: str, pattern: re.Pattern[str]) -> "Reading":
        """The same without the characters of ``gap`` wherever ``pattern`` matches."""
        kept: list[int] = []
        done = 0
        for run in pattern.finditer(self.characters):
            kept.extend(range(done, run.start()))
            kept.extend(at for at in range(run.start(), run.end()) if self.characters[at] not in gap)
            done = run.end()
        if not done:
            return self
        kept.extend(range(done, len(self.characters)))
        return Reading("".join(self.characters[at] for at in kept), [self.places[at] for at in kept], self.typed)


@dataclass(frozen=True)
class Text:
    """One wording."""

    typed: str

    @property
    def folded(self) -> str:
        """The text, folded."""
        return self.plain.characters

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of ``folded`` stands in ``typed``."""
        return self.plain.span(start, end)

    @cached_property
    def plain(self) -> Reading:
        """``folded`` with its places."""
        if self.typed.isascii() and not _CONTROL.search(self.typed):
            return self._plain_of_ascii()
        characters: list[str] = []
        places: list[int] = []
        for place, typed in enumerate(self.typed):
            for character in unicodedata.normalize("NFKD", typed)[:_LONGEST_FORM].casefold().translate(LOOK_ALIKES):
                if character.isspace() or character in BLANK:
                    if characters and characters[-1] == " ":
                        continue
                    character = " "
                elif character in INVISIBLE or unicodedata.category(character) in _JOINERS:
                    continue
                characters.append(character)
                places.append(place)
        return Reading("".join(characters), places, self.typed)

    def _plain_of_ascii(self) -> Reading:
        """The same, where no character becomes several, or none."""
        places: list[int] = []
        done = 0
        for run in _WHITE.finditer(self.typed):
            places.extend(range(done, run.start() + 1))
            done = run.end()
        places.extend(range(done, len(self.typed)))
        return Reading(_WHITE.sub(" ", self.typed.lower().translate(LOOK_ALIKES)), places, self.typed)

    @cached_property
    def words(self) -> Words:
        """The text as words, with what hides them undone."""
        return Words(self)

    @cached_property
    def spaced_in(self) -> Reading:
        """``folded`` with whatever was spaced out put together: "a @ b . c" is "a@b.c"."""
        return self.plain.without(" ", _SPACED_OUT)

    @cached_property
    def joined(self) -> Reading:
        """The same, also for letters with signs between them: "i.d.i.o.t"."""
        return self.spaced_in.without(".*_/|,~+-", _DASHED_OUT)

    @cached_property
    def unmasked(self) -> Reading:
        """``joined`` with digits and signs as the letters that they stand for, in words that have a letter."""
        characters = _MASKED.sub(_letters, self.joined.characters)
        return (
            self.joined if characters == self.joined.characters else Reading(characters, self.joined.places, self.typed)
        )


def _letters(word: re.Match[str]) -> str:
    if not any(character.isalpha() for character in word.group()):
        return word.group()
    bare = word.group().rstrip("!|")  # "idiot!" has no last letter
    return bare.translate(LEET) + word.group()[len(bare) :]
