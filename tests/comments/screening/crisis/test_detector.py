"""How the detector of danger tells what it found, and that no text keeps it busy."""

import pytest
from django.conf import settings

from comments.screening.crisis import CrisisDetector
from comments.screening.detector import About, detectors
from comments.screening.running import screen
from comments.screening.text import Text

pytestmark = pytest.mark.any_database

ABOUT = About(language="en", site_id=1)


def found_in(text):
    return list(CrisisDetector().find(Text(text), ABOUT))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Hello all.  I  want to DIE, really.", "want to DIE"),
        ("Dear all – I want to k1ll my self.", "k1ll my self"),
        ("Ya no quiero estar aquí… lo siento", "Ya no quiero estar aquí"),
        ("I have thoughts of s u i c i d e.", "thoughts of s u i c i d e"),
        ("ﬁne? I’m “ﬁne”. I\u200b want to d\u0301ie", "want to d\u0301ie"),
    ],
)
def test_the_span_is_exact_on_the_text_as_it_was_typed(text, span):
    (found,) = found_in(text)
    assert text[found.start : found.end] == span


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("I want to die.", "death or suicide"),
        ("I have the pills next to me.", "plan or the means"),
        ("This is my last post.", "farewell"),
        ("I keep wanting to hurt myself.", "hurting themselves"),
        ("I want to stop treatment and let go.", "give up treatment"),
        ("My husband hits me.", "in danger now"),
        ("My son wants to kill himself.", "Somebody whom the author writes of"),
        ("Mi hijo se quiere matar.", "Somebody whom the author writes of"),
    ],
)
def test_the_reason_says_what_it_may_be(text, reason):
    assert reason in found_in(text)[0].reason


def test_every_place_is_found_once():
    assert len(found_in("I want to die. I want to die! I am going to kill myself tonight.")) == 3


def test_it_runs_before_all_others_and_screening_says_crisis():
    assert settings.COMMENT_DETECTORS[0].endswith("CrisisDetector")
    assert detectors()[0].name == "crisis"
    assert "crisis" in {found.category for found in screen("I want to die.", ABOUT)}


@pytest.mark.parametrize(
    "unit",
    [
        *("i want to die ", "kill ", "want want ", "never ", "my husband ", "no ", "a ", "s u ", "i "),
        *("'", '"a', "k*", "!", ". ", "don't ", "@", "iiii", "quiero ", "me quiero ", "no le veo ", "ich will "),
        *("i took all my pills ", "thinking about ", "\u0301", "’’", "-a", "he has a "),
    ],
)
def test_hostile_text_takes_linear_time(unit, grows_linearly):
    assert grows_linearly(lambda size: found_in((unit * size)[:size]))
