"""Telephone numbers in words: "five five five one two three", "seiscientos doce...", "null eins sieben"."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from comments.screening.personal_data.number_words import (
    AND,
    DIGITS,
    HUNDRED,
    HUNDREDS,
    JOINED,
    TEENS,
    TENS,
    TIMES,
    values,
)
from comments.screening.personal_data.public_lines import is_public_line
from comments.screening.text import Reading

_COMPOUND = frozenset((*TEENS, *TENS, *HUNDREDS, *HUNDRED, *JOINED))
_TOKEN = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ ,.;/+-]{0,3}")
_FEWEST, _FEWEST_WORDS = 7, 3  # digits, words among them
# How many digits a number has that is said in tens and hundreds: in Spain, with a zero in front, in North America.
_SHAPES = re.compile(r"[6-9]\d{8}|0[1-9]\d{8,10}|00[1-9]\d{8,13}|1?[2-9]\d\d[2-9]\d{6}")


def spoken_numbers(reading: Reading, _language: str) -> Iterator[tuple[int, int, str]]:
    """Seven digits or more in a row. Counting from one to ten is none, nor are a few round amounts."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(reading.characters):
        is_part = _is_part(token.group(), run[-1].group() if run else "")
        if run and not (is_part and _GAP.fullmatch(reading.characters, run[-1].end(), token.start())):
            yield from _judged(run)
            run = []
            is_part = _is_part(token.group(), "")
        if is_part:
            run.append(token)
    yield from _judged(run)


def _is_part(word: str, before: str) -> bool:
    if word in AND:
        return before in TENS or before in HUNDRED
    return word in DIGITS or word in _COMPOUND or word in TIMES or _is_number(word)


def _is_number(word: str) -> bool:
    return len(word) <= 4 and word.isdecimal() and word.isascii()  # noqa: PLR2004 - a group of digits


def _judged(run: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """The whole run as a number that is said in hundreds, or each part of it that is dictated digit by digit."""
    parts = [run[:-1] if run and run[-1].group() in AND else run]
    if any(token.group() in _COMPOUND for token in run) and not _is_number_of_somebody(parts[0], _is_said_in_hundreds):
        parts = [list(part) for is_compound, part in groupby(run, _is_compound) if not is_compound]
    for part in parts:
        is_dictated = not any(_is_compound(token) for token in part)
        if _is_number_of_somebody(part, _is_dictated if is_dictated else _is_said_in_hundreds):
            yield part[0].start(), part[-1].end(), "Telephone number in words"


def _is_compound(token: re.Match[str]) -> bool:
    return token.group() in _COMPOUND or token.group() in AND


def _is_number_of_somebody(run: list[re.Match[str]], is_one: Callable[[list[str]], bool]) -> bool:
    words = [token.group() for token in run]
    if sum(1 for word in words if not word.isdecimal()) < _FEWEST_WORDS:
        return False
    numbers = values(words)
    return is_one(numbers) and not is_public_line("".join(numbers))


def _is_dictated(numbers: list[str]) -> bool:
    digits = "".join(numbers)
    counting = all(abs(int(later) - int(earlier)) <= 1 for earlier, later in pairwise(digits))
    return len(digits) >= _FEWEST and (not counting or len(set(digits)) < 5)  # noqa: PLR2004


def _is_said_in_hundreds(numbers: list[str]) -> bool:
    steps = {int(later) - int(earlier) for earlier, later in pairwise(numbers)}
    is_round = all(number.endswith("0") for number in numbers)
    return len(steps) > 1 and not is_round and bool(_SHAPES.fullmatch("".join(numbers)))
