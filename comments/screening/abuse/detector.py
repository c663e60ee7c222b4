"""Finds abuse of people, as whole words: "specialist", "cervix" and "Scunthorpe" hold none.

Read as typed, spaced out ("i d i o t"), with digits for letters ("1d10t") and with stars ("a**hole"), which
phrases may have, too ("hijo de p*ta").
"""

import re
from collections.abc import Iterable, Iterator

from comments.screening.abuse.vocabulary import (
    Entry,
    against_a_group,
    against_hated,
    against_many,
    coarse_words,
    denied,
    entries,
    innocent,
    long_words,
    of_oneself,
    patterns,
    said_to_somebody,
    single_words,
    skeleton,
    words_behind_stars,
)
from comments.screening.detector import About, Category, Found
from comments.screening.spans import Span, Spans, without_overlaps
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
# "What an idiot I was".
_I_AM_ONE = re.compile(
    r",? (?:that )?(?:i|we|ich|wir) (?:was|am|were|are|have been|felt|feel|bin|war|sind|waren)\b(?! \w+ing\b)"
    r"|,? (?:que )?(?:soy|fui|he sido|era yo|fuimos|somos|bin ich|war ich)\b"
)
_SAID_OF_THINGS = {"fuck", "shit", "mierda", "puta", "puto", "cock"}
# "This b*tch of a disease".
_OF_A_THING = re.compile(r" (?:of an?|de)\b")
_A_THING_IS = re.compile(r"\b(?:this|life is a|life's a|it's a|is a|such a|esta|es una|que) $")
_WORD = re.compile(r"[^\W_]+")
_STARRED = re.compile(r"(?<![\w*])[^\W_]{1,20}[*#]{1,6}[^\W_]{1,20}(?![\w*])")
# "your stupid disease", "you are stupid busy": what is insulted is no person.
_NO_PERSON = re.compile(r"(?<![^\W_])(?:your|ur) (?:\w{1,12} ){0,2}\w{1,12}$")


class Abuse:
    """Finds abuse."""

    name, version = "abuse", 2

    def find(self, text: Text, about: About) -> Iterable[Found]:
        """Each word or phrase, once."""
        found: list[tuple[Span, str]] = []
        unstarred = _unstarred(text)
        readings = {id(each): each for each in (text.plain, text.joined, text.unmasked, unstarred)}.values()
        for reading in readings:
            found += [(reading.span(start, end), REASONS[kind]) for start, end, kind in _read(reading, about.language)]
        found += [(text.joined.span(start, end), REASONS[kind]) for start, end, kind in _spelled(text)]
        found += [(text.joined.span(start, end), REASONS["insult"]) for start, end in _disguised(text, unstarred)]
        innocent_places = Spans(text.plain.span(*each.span()) for each in innocent().finditer(text.folded))
        kept = [each for each in found if not innocent_places.touch(each[0])]
        for span, reason in without_overlaps(kept):
            yield Found(Category.ABUSE, *span, reason)


def _read(reading: Reading, language: str) -> Iterator[tuple[int, int, str]]:
    yield from _words(reading.characters, language)
    yield from _phrases(reading.characters, language)


def _words(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    for word in _WORD.finditer(text):
        entry = single_words().get(skeleton(word.group()))
        if entry and _is_meant(entry, word.group(), language) and not _is_taken_back(text, word, entry):
            yield *word.span(), entry.kind
    for word in _STARRED.finditer(text):
        if kind := _behind_stars(word.group(), language):
            yield *word.span(), kind


def _phrases(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    several = (*patterns(), ("hatred", against_a_group()), ("hatred", against_hated()), ("you", against_many()))
    for kind, pattern in several:
        for match in pattern.finditer(text):
            yield *match.span(), kind
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


def _is_taken_back(text: str, word: re.Match[str], entry: Entry) -> bool:
    """Whether somebody says it of themselves, or that somebody is none."""
    if entry.kind != "insult":
        return False
    before, after = text[max(0, word.start() - 40) : word.start()], text[word.end() : word.end() + 20]
    return bool(of_oneself().search(before) or denied().search(before) or _I_AM_ONE.match(after))


def _behind_stars(word: str, language: str) -> str:
    pattern = _of_stars(word)
    if not _is_legible(word):
        return ""
    fits = [
        entry
        for entry in entries()
        if entry.kind in _SINGLE and entry.language in {"", language} and pattern.fullmatch(entry.words)
    ]
    return fits[0].kind if fits else ""


def _of_stars(word: str) -> re.Pattern[str]:
    return re.compile("".join("[a-z]" if letter in "*#" else re.escape(letter) for letter in word))


def _is_legible(word: str) -> bool:
    return sum(letter in "*#" for letter in word) <= len(word) // 2


def _unstarred(text: Text) -> Reading:
    """The text with words behind stars as what they stand for: "hijo de p*ta"."""

    def meant(word: re.Match[str]) -> str:
        pattern = _of_stars(word.group())
        fits = (each for each in words_behind_stars() if pattern.fullmatch(each))
        return next(fits, word.group()) if _is_legible(word.group()) else word.group()

    reading = text.joined
    characters = _STARRED.sub(meant, reading.characters)
    return reading if characters == reading.characters else Reading(characters, reading.places, reading.typed)


def _disguised(text: Text, unstarred: Reading) -> Iterator[tuple[int, int]]:
    """Coarse words that are disguised: "b!tch", "bi*ch". A thing may be one."""
    typed = text.joined.characters
    for reading in (text.unmasked, unstarred):
        for word in _WORD.finditer(reading.characters):
            start, end = word.span()
            if word.group() in coarse_words() - _SAID_OF_THINGS and typed[start:end] != word.group():
                before, after = typed[max(0, start - 12) : start], typed[end : end + 6]
                if not _OF_A_THING.match(after) and not _A_THING_IS.search(before):
                    yield start, end


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
