"""Telephone numbers in words: "five five five one two three", "seis uno dos", "null eins sieben"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from comments.screening.text import Reading

_WORDS = {
    "zero oh nought null cero": "0",
    "one eins uno una": "1",
    "two zwei zwo dos": "2",
    "three drei tres": "3",
    "four vier cuatro": "4",
    "five funf fuenf cinco": "5",
    "six sechs seis": "6",
    "seven sieben siete": "7",
    "eight acht ocho": "8",
    "nine neun nueve": "9",
}
_DIGITS = {word: digit for words, digit in _WORDS.items() for word in words.split()}
_TIMES = {"double": 2, "doble": 2, "doppel": 2, "triple": 3, "treble": 3}
_TOKEN = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ ,.;/+-]{0,3}")
_FEWEST, _FEWEST_WORDS = 7, 3  # digits, words among them


def spoken_numbers(reading: Reading, _language: str) -> Iterator[tuple[int, int, str]]:
    """Seven digits or more in a row. Counting from one to ten is none."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(reading.characters):
        is_part = token.group() in _DIGITS or token.group() in _TIMES or _is_number(token.group())
        if run and not (is_part and _GAP.fullmatch(reading.characters, run[-1].end(), token.start())):
            yield from _judged(run)
            run = []
        if is_part:
            run.append(token)
    yield from _judged(run)


def _is_number(word: str) -> bool:
    return len(word) <= 4 and word.isdecimal() and word.isascii()  # noqa: PLR2004 - a group of digits


def _judged(run: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    digits, times = "", 1
    for token in run:
        word = token.group()
        if word in _TIMES:
            times = _TIMES[word]
        else:
            digits, times = digits + _DIGITS.get(word, word) * times, 1
    words = sum(1 for token in run if not token.group().isdecimal())
    counting = all(abs(int(later) - int(earlier)) <= 1 for earlier, later in pairwise(digits))
    if len(digits) >= _FEWEST and words >= _FEWEST_WORDS and (not counting or len(set(digits)) < 5):  # noqa: PLR2004
        yield run[0].start(), run[-1].end(), "Telephone number in words"
