"""What the detector of danger finds, sentence by sentence: its promise to moderators and to all who are only tired."""

import re

import pytest

from comments.screening.crisis import CrisisDetector
from comments.screening.crisis.detector import SIGNS
from comments.screening.detector import About
from comments.screening.text import Text
from tests.comments.screening.crisis import (
    english,
    german,
    idioms,
    methods,
    misspelt,
    mixed,
    others,
    spanish,
    turned,
    wishes,
)

pytestmark = pytest.mark.any_database

TABLES = (english, spanish, german, others, methods, wishes, misspelt, turned, idioms, mixed)
ABOUT = About(language="en", site_id=1)


def lines(name):
    return [line for table in TABLES for line in getattr(table, name).strip().splitlines()]


def found_in(sentence):
    return list(CrisisDetector().find(Text(sentence), ABOUT))


@pytest.mark.parametrize("sentence", lines("DANGER"))
def test_danger_is_found(sentence):
    assert found_in(sentence)


@pytest.mark.parametrize("sentence", lines("EVERYDAY"))
def test_everyday_words_are_left_alone(sentence):
    assert not found_in(sentence)


def test_signs_find_what_they_would_if_they_looked_behind_themselves():
    """They begin with a space instead, which is faster. One that began with a space of its own would miss something."""
    told = [Text(f"{before}{line}").words.plain for line in lines("DANGER") for before in ("", "goodbye, ", "bye, es")]
    for sign in SIGNS:
        behind = re.compile(rf"(?<!\w){sign.pattern.pattern.removeprefix(' ')}")
        for plain in told:
            here = [(found.start(), found.end() - 1) for found in sign.pattern.finditer(f" {plain}")]
            assert here == [found.span() for found in behind.finditer(plain)], (sign.pattern.pattern[:80], plain)
