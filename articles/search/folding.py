"""Words as search compares them: without case, accents and endings, the same on every database.

SQLite folds accents but does not know word stems; PostgreSQL is the other way round. So the portal folds and stems on
its own, in what is indexed and in what is asked (Snowball stems, M. F. Porter 2001; https://snowballstem.org), and the
databases compare plain words.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.german_stemmer import GermanStemmer
from snowballstemmer.spanish_stemmer import SpanishStemmer

LONGEST_WORD = 40  # characters that are compared
STEMMERS = {"de": GermanStemmer, "en": EnglishStemmer, "es": SpanishStemmer}

_WORD = re.compile(r"[^\W_]+(?:[’'](?:s|S)\b)?")  # "Crohn's" is one word
_POSSESSIVE = re.compile(r"[’']s\Z", re.IGNORECASE)
# Letters that Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})

_STOP_WORDS = {
    "de": "als am an auf aus bei das dem den der des die ein eine einer im in ist mit oder und von was wie zu",
    "en": "a about all an and are as at be by can do does for from how i if in is it me my of on or so that the their "
    "this to was we what when which who why will with you your",
    "es": "a al como con de del el en es la las lo los me mi o para por que se si son su un una y",
}
STOP_WORDS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}


class Word(NamedTuple):
    """A word of a text: as written, folded, its stem, and where it stands."""

    written: str
    folded: str
    stem: str
    start: int
    end: int


def fold(text: str) -> str:
    """``text`` in small letters without accents: "Sjögren" -> "sjogren", "Straße" -> "strasse"."""
    taken_apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in taken_apart if not unicodedata.combining(c)).casefold().translate(_LETTERS)


@lru_cache(maxsize=100_000)
def _fold_and_stem(written: str, language: str) -> tuple[str, str]:
    folded = "".join(c for c in fold(_POSSESSIVE.sub("", written)) if c.isalnum())[:LONGEST_WORD]
    folded = folded or written[:LONGEST_WORD].casefold()
    stemmer = STEMMERS.get(language)
    # A stemmer keeps state while it works, so that each call has one of its own.
    return folded, (stemmer().stemWord(folded) if stemmer and folded.isalpha() else folded)


def words(text: str, language: str) -> Iterator[Word]:
    """The words of ``text`` in order. Punctuation, signs and emoji are none."""
    language = base_language(language)
    for match in _WORD.finditer(text):
        yield Word(match[0], *_fold_and_stem(match[0], language), match.start(), match.end())


def stems(text: str, language: str) -> list[str]:
    """The stems of ``text`` in order, one for each word."""
    language = base_language(language)
    return [_fold_and_stem(written, language)[1] for written in _WORD.findall(text)]


def is_stop_word(word: Word, language: str) -> bool:
    """Whether ``word`` says nothing about a subject ("the", "what")."""
    return word.folded in STOP_WORDS.get(base_language(language), frozenset())


def telling(found: Sequence[Word], language: str) -> list[Word]:
    """``found`` without stop words; as it is when nothing else would be left."""
    return [word for word in found if not is_stop_word(word, language)] or list(found)


def key_of(name: str, language: str) -> tuple[str, ...]:
    """The stems by which two names are compared: "Blood clot in the lung" -> ("blood", "clot", "lung")."""
    return tuple(word.stem for word in telling(list(words(name, language)), language))


def base_language(language: str) -> str:
    """The language without its region: "es-MX" -> "es"."""
    return language.partition("-")[0].lower()
