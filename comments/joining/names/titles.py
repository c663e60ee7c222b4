"""Words that nobody may take who reads: titles, callings, roles of staff, in many languages (``titles.txt``).

A title of five letters or more may not begin or end a longer word either, unless that is known as a name ("Doctorow").
Callings are told by how they end: -ologist, -iatra, -arzt.
"""

import re
from itertools import pairwise
from pathlib import Path

from comments.joining.names.folding import fold, fold_pairs
from comments.models.comment import LONGEST_NAME
from comments.screening.tables import lines, words

_TABLE = Path(__file__).with_name("titles.txt")
_SHORTEST_PART, _LONG = 5, 6  # letters
_SHORT = 2  # a title of so few letters stands beside a name of four at least: "Joern" is none
_CALLING = re.compile(
    r"[^\W\d_]{2,}(?:ologists?|iatrists?|iatricians?|olog[oa]s?|ologista|ologues?|iatras?|iatres?|iaters?|iaterin|"
    r"olog(?:e|en|in|innen)?|oloog|arzt|arztes|arztin|arztinnen|aerztin|aerzte|arzte|aerztinnen)".replace("l", "i")
)
_CALLING_APART = re.compile(r"[^\W\d_]{3,}(?:ologists?|iatrists?|iatricians?|ologen?|ologin)".replace("l", "i"))


def _section(name: str) -> frozenset[str]:
    return frozenset(fold(word) for line in lines(_TABLE, name) for word in line.split())


_PARTS, _ENDS = _section("parts of words"), _section("ends of words")
TITLES = _PARTS | _ENDS | _section("words")
COURTESY = _section("courtesy")
FILLERS = _section("fillers")
RELATIVES = frozenset(word for line in lines(_TABLE, "relatives") for word in line.split())
NAMES_AS_TYPED = frozenset(word for line in lines(_TABLE, "names as typed") for word in line.split())
INNOCENT_PHRASES = tuple(fold(line) for line in lines(_TABLE, "innocent phrases"))
_ANYWHERE = frozenset(word for line in lines(_TABLE, "anywhere") for word in line.split())
_GROUPS, _OF_GROUPS = _section("groups"), _section("of groups")
_INNOCENT = _section("innocent") | {fold_pairs(word) for line in lines(_TABLE, "innocent") for word in line.split()}
_GIVEN = _section("given names")
_NAMES = _GIVEN | _section("surnames") | {fold(name) for name in words("names", "surnames") if len(name) > 3}  # noqa: PLR2004
_GLUED = _section("glued")
_PIECES = TITLES | _NAMES | _GLUED
_LONGEST_PIECE = max(map(len, _PIECES))
_LONGEST_TITLE = max(map(len, TITLES))
_NEVER_LAST = frozenset({"dr", "dra", "rn"})  # "Alexandr", "Chandra", "Davern", "Kathyrn"
_THRICE = re.compile(r"(\w)\1{2,}")
_FROM = frozenset({"from", "of", "at", "de", "dei", "vom", "von", "der", "du", "by"})


def is_title(word: str) -> bool:
    """Whether a folded word is a title, or has one in it that anybody sees."""
    if word in TITLES or (word not in _INNOCENT and _THRICE.sub(r"\1", word) in TITLES):
        return True
    if word in _INNOCENT or len(word) > LONGEST_NAME:
        return False
    return bool(_CALLING.fullmatch(word)) or _has_part(word) or _is_put_together(word)


def is_title_apart(parts: list[str]) -> bool:
    """Whether neighbouring words make up a title together: "mode rator". "Pro F." do not."""
    joined = "".join(parts)
    if joined in TITLES:
        return len(joined) >= _SHORTEST_PART or (len(joined) == 4 and min(map(len, parts)) > 1)  # noqa: PLR2004
    return len(parts) == 2 and bool(_CALLING_APART.fullmatch(joined)) and joined not in _INNOCENT  # noqa: PLR2004


def has_title_apart(words: list[str]) -> bool:
    """Whether any neighbours do."""
    for first in range(len(words)):
        length = len(words[first])
        for last in range(first + 1, len(words)):
            length += len(words[last])
            if length > _LONGEST_TITLE:
                break
            if is_title_apart(words[first : last + 1]):
                return True
    return False


def has_role(words: list[str]) -> bool:
    """Whether folded words name a group of staff: "Support Team", "The clinic", "Anna from Support"."""
    named = [word for word in words if word not in FILLERS]
    if named and set(named) <= _GROUPS | _OF_GROUPS and not _GROUPS.isdisjoint(named):
        return True
    for before, word in pairwise(words):
        if word in _GROUPS and before in _GROUPS | _OF_GROUPS:
            return True
    return bool(named) and words[-1] in _GROUPS and not _FROM.isdisjoint(words[-3:-1])


def has_unspaced_title(plain: str) -> bool:
    """Whether a name has a title in a script without spaces. ``plain``: NFKC, small letters."""
    return any(title in plain for title in _ANYWHERE)


def _has_part(word: str) -> bool:
    for length in range(_SHORTEST_PART, min(len(word), _LONGEST_TITLE) + 1):
        if word[:length] in _PARTS or word[-length:] in _PARTS or word[-length:] in _ENDS:
            return True
        if length >= _LONG and any(word[at : at + length] in _PARTS for at in range(1, len(word) - length)):
            return True
    return False


def _is_put_together(word: str) -> bool:
    """Whether a word is a title with names and words like "the", nothing else: "dranna", "modteam", "annamd"."""
    # For each place: what the word may be made of up to there, by (has a title, length of the last piece if a title).
    reached: list[set[tuple[bool, str]]] = [set() for _place in range(len(word) + 1)]
    reached[0].add((False, ""))
    for start in range(len(word)):
        for end in range(start + 1, min(start + _LONGEST_PIECE, len(word)) + 1) if reached[start] else ():
            piece = word[start:end]
            if piece not in _PIECES:
                continue
            for has_title, before in reached[start]:
                if _fits(before, piece):
                    reached[end].add((has_title or piece in TITLES, piece))
    return any(has_title for has_title, _piece in reached[-1])


def _fits(before: str, piece: str) -> bool:
    """Whether the second may stand right behind the first."""
    if not before:
        return True
    if piece in _NEVER_LAST:
        return piece != "rn" and before in _GLUED
    if piece in TITLES and len(piece) <= _SHORT:
        return before in _NAMES and len(before) > _SHORT + 1
    if before in TITLES and len(before) <= _SHORT:
        return piece in _NAMES and (before == "dr" or len(piece) > _SHORT + 1)
    return piece not in TITLES or before not in TITLES
