"""Lists from A to Z. Accents do not make a letter of their own, and whatever begins with no letter comes last."""

import string
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Entry = TypeVar("Entry")
NO_LETTER = "0–9"


@dataclass(frozen=True)
class Letter(Generic[Entry]):
    """A letter, the anchor of its part of the list, and what begins with it."""

    letter: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The letter as it stands in an address."""
        return "0" if self.letter == NO_LETTER else self.letter.lower()

    @property
    def anchor(self) -> str:
        """The part's id."""
        return f"letter-{self.key}"


def initial(text: str) -> str:
    """The letter under which ``text`` is listed: upper case, without accents; ``0–9`` if it begins with no letter."""
    for character in unicodedata.normalize("NFD", text):
        if character.isalpha():
            return character.upper()
        if character.isdigit():
            break
    return NO_LETTER


def sort_key(text: str) -> str:
    """Sorts ``text`` without regard to case and accents."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def by_letter(entries: Iterable[Entry], name: Callable[[Entry], str]) -> list[Letter[Entry]]:
    """``entries`` under their letters, from A to Z. Letters of the Latin alphabet without an entry are there, empty."""
    found: dict[str, list[Entry]] = {letter: [] for letter in string.ascii_uppercase}
    for entry in sorted(entries, key=lambda entry: sort_key(name(entry))):
        found.setdefault(initial(name(entry)), []).append(entry)
    return [Letter(letter, found[letter]) for letter in sorted(found, key=lambda letter: (letter == NO_LETTER, letter))]
