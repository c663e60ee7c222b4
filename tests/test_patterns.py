"""Regular expressions do the same in Debian 12's Python as in newer ones.

Before Python 3.11.5 (Debian 12 has 3.11.2) a possessive quantifier behind a group may take the beginning of a round
that then fails: ``(?:,\\w)*+`` takes the comma of "a, b" (CPython, gh-106052). An atomic group, ``(?>(?:,\\w)*)``,
is right in both.
"""

import re
import sys
from re import _constants as names
from re import _parser as parser

import pytest

from articles.citations.tokens import strip_tokens
from portal.environment import PROJECT_DIR

PACKAGES = ("portal", "articles", "comments", "consent", "demo")
BEHIND_A_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{[\d,{}]*\})\+")


@pytest.mark.parametrize("package", PACKAGES)
def test_no_pattern_has_a_possessive_quantifier_behind_a_group(package):
    found = [
        f"{file}:{number}: {line.strip()}"
        for file in sorted((PROJECT_DIR / package).rglob("*.py"))
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if BEHIND_A_GROUP.search(line)
    ]
    assert found == []


def test_no_pattern_that_is_put_together_has_one():
    patterns = {
        f"{module.__name__}.{name}": value
        for module in list(sys.modules.values())
        if getattr(module, "__name__", "").partition(".")[0] in PACKAGES
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str)
    }
    assert len(patterns) > 50
    assert [name for name, value in patterns.items() if _has_one(parser.parse(value.pattern, value.flags))] == []


def test_one_is_found():
    assert _has_one(parser.parse(r"a(?:b(?=c(?:,\w)*+))d"))
    assert not _has_one(parser.parse(r"a*+[bc]?+\s{2,3}+(?>(?:,\w)*)"))
    assert BEHIND_A_GROUP.search(r"(?:a){0,4}+")


def test_a_space_behind_a_broken_token_stays():
    assert strip_tokens("What helps [[ref:a]] and what [[ref:b does not") == "What helps and what does not"


def _has_one(part) -> bool:
    """Whether ``part`` of a parsed pattern repeats more than one character possessively."""
    if isinstance(part, parser.SubPattern):
        return any(
            (operation is names.POSSESSIVE_REPEAT and not _is_one_character(values[2])) or _has_one(values)
            for operation, values in part
        )
    return isinstance(part, list | tuple) and any(map(_has_one, part))


def _is_one_character(part) -> bool:
    return len(part) == 1 and part[0][0] in (names.LITERAL, names.NOT_LITERAL, names.IN, names.ANY)
