"""A comment as detectors read it: as it was typed, and folded, with a way back from one to the other.

Folded text has small letters without accents, one form for look-alike characters (NFKD), no invisible characters and
one space for any run of white space. Spans found in it are turned into spans of the text as it was typed.
"""

import unicodedata
from dataclasses import dataclass
from functools import cached_property

_JOINERS = {"Cf", "Cc", "Mn", "Me"}  # invisible characters, marks on letters


@dataclass(frozen=True)
class Text:
    """One wording."""

    typed: str

    @property
    def folded(self) -> str:
        """The text, folded."""
        return self._folded[0]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of ``folded`` stands in ``typed``."""
        places = self._folded[1]
        if start >= end:
            return (places[start] if start < len(places) else len(self.typed),) * 2
        return places[start], places[end - 1] + 1

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        characters: list[str] = []
        places: list[int] = []
        for place, typed in enumerate(self.typed):
            for character in unicodedata.normalize("NFKD", typed).casefold():
                if character.isspace():
                    if characters and characters[-1] == " ":
                        continue
                    character = " "
                elif unicodedata.category(character) in _JOINERS:
                    continue
                characters.append(character)
                places.append(place)
        return "".join(characters), places
