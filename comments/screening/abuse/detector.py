"""Finds abuse of people, as whole words: "specialist", "cervix" and "Scunthorpe" hold none.

Read as typed, spaced out ("i d i o t"), with digits for letters ("1d10t") and with stars ("a**hole").
"""

import re
from collections.abc import Iterable, Iterator

from comments.screening.abuse.vocabulary import (
    Entry,
    against_a_group,
    entries,
    long_words,
    of_oneself,
    patterns,
    said_to_somebody,
    single_words,
    skeleton,
)
from comments.screening.detector import About, Category, Found
from comments.screening.spans import Span, without_overlaps
from comments.screening.text import Reading, Text

REASONS = {
    "slur": "Slur",
    "insult": "Insult",
    "you": "Insults somebody",
    "phrase": "Insults somebody",
    "threat": "Threat, or wishes somebody harm",
    "hatred": "Hatred against a group",
}
_SINGLE = {"slur", "insult"}
_WORD = re.compile(r"[^\W_]+")
_STARRED = re.compile(r"(?<![\w*])[^\W_]{1,20}[*#]{1,6}[^\W_]{1,20}(?![\w*])")
# "your stupid disease", "you are stupid busy": what is insulted is no person.
_NO_PERSON = re.compile(r"(?<![^\W_])(?:your|ur) (?:\w{1,12} ){0,2}\w{1,12}$")


class Abuse:
    """Finds abuse."""

    name, version = "abuse", 1

    def find(self, text: Text, about: About) -> Iterable[Found]:
        """Each word or phrase, once."""
        found: list[tuple[Span, str]] = []
        readings = {id(each): each for each in (text.plain, text.joined, text.unmasked)}.values()
        for reading in readings:
            found += [(reading.span(start, end), REASONS[kind]) for start, end, kind in _read(reading, about.language)]
        found += [(text.joined.span(start, end), REASONS[kind]) for start, end, kind in _spelled(text)]
        for span, reason in without_overlaps(found):
            yield Found(Category.ABUSE, *span, reason)


def _read(reading: Reading, language: str) -> Iterator[tuple[int, int, str]]:
    text = reading.characters
    for word in _WORD.finditer(text):
        entry = single_words().get(skeleton(word.group()))
        if entry and _is_meant(entry, word.group(), language) and not _is_of_myself(text, word.start(), entry):
            yield *word.span(), entry.kind
    for word in _STARRED.finditer(text):
        if kind := _behind_stars(word.group(), language):
            yield *word.span(), kind
    for kind, pattern in patterns():
        for match in pattern.finditer(text):
            yield *match.span(), kind
    for match in against_a_group().finditer(text):
        yield *match.span(), "hatred"
    for match in said_to_somebody(language).finditer(text):
        if not _NO_PERSON.match(match.group()) or match.group().startswith(("you're", "youre")):
            yield *match.span(), "you"


def _is_meant(entry: Entry, word: str, language: str) -> bool:
    """The language, and no more than letters that were dragged out: "asses" is not "ases"."""
    is_word = (
        word == entry.words
        or len(word) > len(entry.words)
        or "1" in word
        or word.replace("i", "l") == entry.words.replace("i", "l")
    )
    return is_word and entry.language in {"", language}


def _is_of_myself(text: str, start: int, entry: Entry) -> bool:
    return entry.kind == "insult" and bool(of_oneself().search(text[max(0, start - 40) : start]))


def _behind_stars(word: str, language: str) -> str:
    pattern = re.compile("".join("[a-z]" if letter in "*#" else re.escape(letter) for letter in word))
    if sum(letter in "*#" for letter in word) > len(word) // 2:
        return ""
    fits = [
        entry
        for entry in entries()
        if entry.kind in _SINGLE and entry.language in {"", language} and pattern.fullmatch(entry.words)
    ]
    return fits[0].kind if fits else ""


def _spelled(text: Text) -> Iterator[tuple[int, int, str]]:
    """Long words within what was spaced out: "y o u i d i o t" is one run of letters."""
    if text.joined is text.plain:
        return
    known = {word.group() for word in _WORD.finditer(text.folded)}
    for run in _WORD.finditer(text.joined.characters):
        if run.group() in known:
            continue
        for entry in long_words():
            at = run.group().find(entry.words)
            if at >= 0:
                yield run.start() + at, run.start() + at + len(entry.words), entry.kind
