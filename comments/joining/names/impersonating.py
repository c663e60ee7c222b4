"""Which names could be taken for a doctor, a member of staff or for a person or community that is here.

A name is read in several ways, as a person would who glances at it: folded (``folding``), with "rn" as "m", with words
parted where a capital letter begins one, without digits, and as Cyrillic and Greek letters sound.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from comments.joining.names import folding
from comments.joining.names.folding import fold, fold_pairs
from comments.joining.names.titles import (
    COURTESY,
    FILLERS,
    INNOCENT_PHRASES,
    NAMES_AS_TYPED,
    RELATIVES,
    has_role,
    has_title_apart,
    has_unspaced_title,
    is_title,
)

LONG_ENOUGH = 8  # letters of a protected name that may not even stand within another one
# Check marks, and signs of physicians, of honours and of office.
_BADGES = re.compile(
    "[\u2713\u2714\u2705\u2611\u237b\u221a\u2695\u2624\u211e\u00ae\U0001f5f8\U0001f5f9\U0001fbb1\U0001f6e1"
    "\U0001f396\U0001f4db\U0001f530\U0001fa7a\U0001f3e5\U0001f46e\U0001f510\U0001f511]"
)
_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_DIGITS = re.compile(r"\d+")
_MOHAMMAD = re.compile(r"^Md\.? ?(?=[^\W\d_]{2})")  # as it is short for in Bengal
_INITIALS = frozenset({"rn", "gp"})  # before a surname these are somebody's
_RELATIVE = "|".join(sorted(RELATIVES))
_OF_SOMEBODY = re.compile(
    rf"(?<![^\W\d_])[^\W\d_]+['’]s? (?=(?:{_RELATIVE})\b)"
    rf"|\b(?:{_RELATIVE}) (?:of|de|del|eines|einer|von|d['’])(?: (?:a|an|the|una?|la|el|einem|einer))? ?[^\W\d_]+",
    re.IGNORECASE,
)


def impersonates(name: str, protected: Iterable[str]) -> bool:
    """Whether somebody could take the name for a title, or for one of the protected names."""
    if _BADGES.search(name) or folding.mixes_scripts(name):
        return True
    if has_unspaced_title(unicodedata.normalize("NFKC", name).casefold()):
        return True
    if any(map(_claims, _readings(_without_relatives(name)))):
        return True
    readings = list(_readings(name))
    return any(_is_taken_for(readings, each) for each in protected)


def _without_relatives(name: str) -> str:
    """The name without what it says of somebody else ("Nurse’s daughter"), and names that look like a title."""
    own = _MOHAMMAD.sub("", _OF_SOMEBODY.sub(" ", name))
    return _WORD.sub(lambda word: "" if word[0].casefold() in NAMES_AS_TYPED else word[0], own)


def _readings(name: str) -> Iterator[list[str]]:
    """The words of a name, in each way in which one may read it."""
    parted = folding.parted_by_script(_CAMEL.sub(" ", name))
    variants = dict.fromkeys((name, parted, _DIGITS.sub(" ", parted), folding.as_space(name), folding.spoken(name)))
    seen = set()
    for variant in variants:
        for folded in (fold(variant), fold_pairs(variant)):
            if folded not in seen:
                seen.add(folded)
                yield _WORD.findall(folded)


def _claims(words: list[str]) -> bool:
    """Whether words of a name hold a title, however they are set apart, or name a group of staff."""
    for phrase in INNOCENT_PHRASES:
        if " ".join(words) == phrase:
            return False
    return any(map(is_title, (*words, *_spelt(words)))) or has_title_apart(words) or has_role(words)


def _spelt(words: list[str]) -> Iterator[str]:
    """Letters that stand alone, put together: "D r Anna", "Anna M.D."."""
    run: list[str] = []
    for place, word in enumerate([*words, ""]):
        if len(word) == 1:
            run.append(word)
            continue
        is_before_a_name = bool(word) and place == len(run)
        if len(run) > 1 and not (is_before_a_name and "".join(run) in _INITIALS):
            yield "".join(run)
        run = []


def _is_taken_for(readings: list[list[str]], protected: str) -> bool:
    return any(_is_alike(words, theirs) for theirs in _words_of(protected) for words in readings)


@lru_cache(maxsize=1024)
def _words_of(protected: str) -> tuple[tuple[str, ...], ...]:
    folded = dict.fromkeys((fold(protected), fold_pairs(protected)))
    return tuple(words for each in folded if (words := tuple(_WORD.findall(each))))


def _is_alike(words: list[str], theirs: tuple[str, ...]) -> bool:
    whole, joined = "".join(words), "".join(theirs)
    bare = [word for word in words if word not in COURTESY and word not in FILLERS] or words
    if whole == joined or "".join(bare) == joined:
        return True
    if len(theirs) == 1:
        return False
    long_enough = len(joined) >= LONG_ENOUGH and joined in whole
    return set(theirs) <= set(words) or long_enough or (len(theirs) == 2 and _is_short_for(bare, words, theirs))  # noqa: PLR2004


def _is_short_for(bare: list[str], words: list[str], theirs: tuple[str, ...]) -> bool:
    """Whether a name is a first name's initial and the last name, or a courtesy title and the last name."""
    first, last = theirs
    if sorted(bare) == sorted((first[0], last)) or bare in ([first[0] + last], [last + first[0]]):
        return True
    return bare == [last] and not COURTESY.isdisjoint(words)
