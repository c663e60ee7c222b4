"""Whatever somebody types and whatever a detector does, a list of findings comes back, and soon."""

import time

import pytest

from comments.models.comment import LONGEST
from comments.screening import running
from comments.screening.detector import About, Category
from comments.screening.running import screen
from tests.comments.screening.defective import (
    Beyond,
    Endless,
    Nameless,
    Odd,
    Raising,
    Sound,
    SoundToo,
    Unmade,
    Unversioned,
    Wordless,
    dotted,
)

ABOUT = About(language="en", site_id=0)


def found_by(settings, *names, typed="Some words."):
    settings.COMMENT_DETECTORS = [dotted(name) for name in names]
    return [(each.category, each.detector) for each in screen(typed, ABOUT)]


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 10_000_000,
        "a" + "\u0301" * 5000,
        "\0" * 5000,
        "\ud800" * 5000,
        "\u202e\u2066" * 2500,
        "\U000e0041" * 5000,
        "\ufdfa" * 5000,
        "(" * 5000,
        "a.b@" * 1250,
        "+1 " * 1600,
        "you are such a " * 300,
        "🏳️‍🌈" * 800,
        "\n" * 5000,
        "\x1b[31m" * 1000,
        "",
    ],
)
def test_no_text_is_too_much(typed):
    screen("Loads what detectors need.", ABOUT)
    begun = time.process_time()
    found = screen(typed, ABOUT)
    assert time.process_time() - begun < running.BUDGET
    assert [each for each in found if each.category == Category.FAILURE and each.detector != "screening"] == []
    assert all(0 <= each.start <= each.end <= LONGEST for each in found)


def test_a_text_that_is_too_long_to_be_read_whole_waits_for_a_moderator():
    assert [each.reason for each in screen("Kind words. " * 1000, ABOUT)] == [
        "Only the first 5,000 characters were read"
    ]
    assert screen("Kind words. " * 100, ABOUT) == []


@pytest.mark.parametrize(
    "name", [Raising, Nameless, Unversioned, Unmade, Odd, Wordless, "nowhere.at.all", "no_such_thing"]
)
def test_a_detector_with_a_defect_costs_no_other_its_findings(settings, name):
    found = found_by(settings, Sound, name, SoundToo)
    assert [category for category, _detector in found].count(Category.FAILURE) == 1
    assert {detector for category, detector in found if category != Category.FAILURE} == {"sound", "sound-too"}


def test_a_list_that_is_none_becomes_a_finding(settings):
    settings.COMMENT_DETECTORS = None
    assert [each.category for each in screen("Some words.", ABOUT)] == [Category.FAILURE]


def test_what_comes_after_the_time_is_up_is_not_run_and_that_is_said(settings, monkeypatch):
    monkeypatch.setattr(running, "BUDGET", -1)
    settings.COMMENT_DETECTORS = [dotted(Sound)]
    assert [each.reason for each in screen("Some words.", ABOUT)] == ["Not run: the time was up"]


def test_findings_are_kept_within_the_text_and_in_number(settings):
    found = found_by(settings, Endless)
    assert len(found) == running.MOST
    settings.COMMENT_DETECTORS = [dotted(Beyond)]
    (only,) = screen("Some words.", ABOUT)
    assert (only.start, only.end, len(only.reason), "\0" in only.reason) == (0, 11, 200, False)


def test_a_log_line_about_a_failure_holds_nothing_of_the_text(settings, caplog):
    found_by(settings, Raising, typed="My secret")
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text
