"""Citation tokens: ``[[ref:key]]`` or ``[[ref:key-a,key-b]]`` in the text of an article.

A key names an entry of the reference library. A key of digits alone (``[[ref:1,2]]``) is a number of an
imported text that an article's sources tie to a reference, once for all places where it stands.

What looks like a token but breaks this grammar is malformed. No reader ever sees either. Every pattern here gives
nothing back that it took (``*+`` behind a character, ``(?>...)`` around a group): it takes linear time, whatever the
text. Behind a group ``*+`` would lose its place in Python 3.11.2, which Debian 12 has (``tests.test_patterns``).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST_KEY = 60

TOKEN = re.compile(r"\[\[\s*+ref\s*+:([^\[\]]*+)\]\]", re.IGNORECASE)
_KEY = re.compile(rf"(?=.{{1,{LONGEST_KEY}}}\Z)[a-z0-9]++(?>(?:-[a-z0-9]++)*)\Z")
_WORDS = r"[\w-]++(?>(?:,[\w-]++)*)"
_KEYS_APART = r"(?>(?:,?\s(?=[^\W\d]*+[\d-])[\w-]++)*)"  # after a space only what can hardly be a word of the sentence
_TOKENLIKE = re.compile(
    TOKEN.pattern
    + r"|\[\[\s*+ref(?>(?:s|erences?)?)\b[^\[\]]*+\]\]"  # the colon forgotten, or another word before it
    + rf"|\[\s*+\[\s*+ref\s*+:(?>(?:{_WORDS})?){_KEYS_APART}\]{{0,2}}+"  # not closed, or a space between the brackets
    + rf"|\[\s*+ref\s*+:{_WORDS}\]{{1,2}}+"  # a bracket forgotten
    + rf"|\bref\s*+:\s*+{_WORDS}\s*+\]\]"  # its beginning is gone
    + r"|\[\[\s*+[a-z0-9]++(?>(?:-[a-z0-9]++)+)\s*+\]\]"  # only the key
    + r"|\[\[\s*+ref\s*+(?=\[|\Z)",  # nothing after it
    re.IGNORECASE,
)


class Found(NamedTuple):
    """What looks like a token: where it stands, its words, and its keys (none when it is malformed)."""

    start: int
    end: int
    words: str
    keys: tuple[str, ...]


def find_tokens(text: str) -> Iterator[Found]:
    """Every token in ``text``, well-formed or not, in order."""
    for match in _TOKENLIKE.finditer(text):
        yield Found(match.start(), match.end(), match[0], split_keys(match[1] or ""))


def holds_token(text: str) -> bool:
    """Whether ``text`` holds a token, whole or broken."""
    return ("[" in text or "]" in text) and _TOKENLIKE.search(text) is not None


def split_keys(listed: str) -> tuple[str, ...]:
    """The keys in a token's comma-separated list, each once; none if one of them is not a key."""
    keys = [key.strip().lower() for key in listed.split(",")]
    if not all(_KEY.match(key) for key in keys):
        return ()
    return tuple(dict.fromkeys(str(int(key)) if is_imported_number(key) else key for key in keys))


def is_imported_number(key: str) -> bool:
    """Whether ``key`` is a number of an imported text rather than a key of the library."""
    return key.isdigit()


def strip_tokens(text: str) -> str:
    """``text`` without its citation tokens, whole or broken, and without the space that stood before each."""
    if not holds_token(text):
        return text
    kept, end = [], 0
    for found in find_tokens(text):
        kept.append(text[end : found.start].rstrip())
        end = found.end
    kept.append(text[end:])
    return defuse("".join(kept))


def defuse(text: str) -> str:
    """``text`` without brackets if what was taken out of it made another token."""
    return without_brackets(text) if holds_token(text) else text


def without_brackets(text: str) -> str:
    """``text`` without square brackets."""
    return text.replace("[", "").replace("]", "")
