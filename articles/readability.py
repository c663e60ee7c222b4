"""How hard an English text is to read: the Flesch-Kincaid grade level and sentences that run long.

Grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59, which gives the year of United States schooling
that a reader needs (J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom: Derivation of New Readability
Formulas for Navy Enlisted Personnel, Research Branch Report 8-75, 1975). Syllables are counted by rule: vowel groups,
less silent endings. The formula was made for English and is not applied to any other language.
"""

import re
from collections.abc import Iterable

FORMULA = "Flesch-Kincaid"
LONG_SENTENCE = 20  # words
FEWEST_WORDS = 100  # below that, a grade says nothing

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_LETTERS = re.compile(r"[a-z]+")
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|ca|approx|dr|mr|mrs|ms|prof|st|no|fig|al)|\b[A-Za-z])\.\Z", re.IGNORECASE
)
_LONGEST_ABBREVIATION = 8  # with its full stop and what stands before it
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]es|[^aeiouydt]ed|[^aeiouy]e)\Z")
_SPOKEN_END = re.compile(r"(?:[^aeiouy]les?|[cgsxz]es|(?<!heada)(?<!tootha)(?<!backa)(?<!\ba)[cs]hes)\Z")
_TWO_VOWELS = re.compile(  # vowels beside each other that are spoken apart, as in "dial", "various", "diet", "being"
    r"(?<![tc])ia|(?<![tscg])io(?!n\b)|(?:qu|sc|d|l|r)ie(?=t|nc|nt)|(?<=[eouy])ing\b|eo(?!pl|u)|[^qg]ua"
    r"|(?<=re)act|(?<=cr)ea|\bmye|(?<=[rd])ea\b|(?<=l)uid|(?<=[bcdfghlmnprstvz])ism\Z"
)


def is_measurable(language_code: str) -> bool:
    """Whether the formula was made for this language."""
    return language_code.lower().partition("-")[0] == "en"


def words(text: str) -> list[str]:
    """The words of ``text``, numbers among them."""
    return _WORD.findall(text)


def sentences(lines: Iterable[str]) -> list[str]:
    """The sentences of a text given by lines: paragraphs, list items, cells. A line ends a sentence too."""
    found = []
    for line in lines:
        start = 0
        for end in _END.finditer(line):
            if not _ABBREVIATION.search(line, max(start, end.start() - _LONGEST_ABBREVIATION), end.start()):
                found.append(line[start : end.start()])
                start = end.end()
        found.append(line[start:])
    return [sentence.strip() for sentence in found if words(sentence)]


def long_sentences(lines: Iterable[str], *, limit: int = LONG_SENTENCE) -> list[str]:
    """The sentences of more than ``limit`` words."""
    return [sentence for sentence in sentences(lines) if len(words(sentence)) > limit]


def syllables(word: str) -> int:
    """How many syllables an English word has, by rule: at least one. Numbers count as one."""
    total = 0
    for part in _LETTERS.findall(word.lower()):
        count = len(_VOWELS.findall(part)) + len(_TWO_VOWELS.findall(part))
        if _SILENT_END.search(part) and not _SPOKEN_END.search(part):
            count -= 1
        total += max(count, 1) if _VOWELS.search(part) else 0  # none for the s of "people's"
    return max(total, 1)


def reading_grade(lines: Iterable[str]) -> float | None:
    """The Flesch-Kincaid grade of an English text, to one decimal; ``None`` for one of fewer than 100 words."""
    parts = [words(sentence) for sentence in sentences(lines)]
    count = sum(len(part) for part in parts)
    if count < FEWEST_WORDS:
        return None
    spoken = sum(syllables(word) for part in parts for word in part)
    return round(0.39 * count / len(parts) + 11.8 * spoken / count - 15.59, 1)
