"""What the detector of danger finds, sentence by sentence: its promise to moderators and to all who are only tired."""

import pytest

from comments.screening.crisis import CrisisDetector
from comments.screening.detector import About
from comments.screening.text import Text
from tests.comments.screening.crisis import english, german, spanish

TABLES = (english, spanish, german)
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
