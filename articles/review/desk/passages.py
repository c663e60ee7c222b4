"""The parts of a text that a note can be tied to, and the part in which quoted words stand."""

from articles.review.lines import Line


def places_in(lines: list[Line]) -> list[str]:
    """The names of the parts, in the order of the text, each once."""
    return list(dict.fromkeys(line.place for line in lines))


def place_with(words: str, lines: list[Line]) -> str:
    """The first part that holds ``words``, whatever their markup, space and punctuation; empty if none does."""
    wanted = _bare(words)
    texts: dict[str, str] = {}
    for line in lines:
        texts[line.place] = texts.get(line.place, "") + _bare(line.text)
    return next((place for place, text in texts.items() if wanted and wanted in text), "")


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
