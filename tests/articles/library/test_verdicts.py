"""What several notices on one paper come to, and when that is news."""

from datetime import date

import pytest

from articles.library.notices import Nature, Notice
from articles.library.verdicts import Verdict, is_news, verdict_of
from articles.models import Reference

Status = Reference.Status


def notice(nature, day):
    return Notice(Nature(nature), date(2020, 1, day), f"10.1000/{day}", "")


def state(*notices):
    verdict = verdict_of(notice(nature, day) for nature, day in notices)
    return (str(verdict.status), verdict.since.day)


@pytest.mark.parametrize(
    ("notices", "expected"),
    [
        ([("retraction", 5)], ("retracted", 5)),
        ([("correction", 5)], ("corrected", 5)),
        ([("expression of concern", 5)], ("corrected", 5)),
        ([("expression of concern", 2), ("retraction", 5)], ("retracted", 5)),
        ([("retraction", 5), ("expression of concern", 2)], ("retracted", 5)),
        ([("retraction", 2), ("correction", 5)], ("retracted", 2)),
        ([("retraction", 2), ("retraction", 5)], ("retracted", 2)),
        ([("retraction", 2), ("reinstatement", 5)], ("current", 5)),
        ([("reinstatement", 5), ("retraction", 5)], ("current", 5)),
        ([("reinstatement", 2), ("retraction", 5)], ("retracted", 5)),
        ([("retraction", 2), ("reinstatement", 3), ("retraction", 4)], ("retracted", 4)),
        ([("correction", 2), ("expression of concern", 5)], ("corrected", 5)),
    ],
)
def test_a_retraction_stands_until_the_paper_is_reinstated(notices, expected):
    assert state(*notices) == expected


def test_note_says_whether_it_was_a_correction_or_a_concern():
    concern = verdict_of([notice("expression of concern", 1)._replace(reasons="doubtful data")])
    assert concern.note == (
        "An expression of concern was published. Reasons by the Retraction Watch Database: doubtful data."
    )
    assert verdict_of([notice("correction", 1)]).note == "A correction was published."
    assert verdict_of([]) is None


EARLIER, THAT_DAY, LATER = date(2020, 1, 1), date(2020, 1, 5), date(2020, 1, 9)


@pytest.mark.parametrize(
    ("verdict", "status", "since", "expected"),
    [
        ("retracted", "current", None, True),
        ("retracted", "current", LATER, True),  # nobody can decide that a retraction is none
        ("retracted", "corrected", LATER, True),
        ("retracted", "superseded", LATER, True),
        ("retracted", "retracted", EARLIER, False),
        ("corrected", "current", None, True),
        ("corrected", "current", EARLIER, True),
        ("corrected", "current", THAT_DAY, False),  # an editor looked at the notice and decided
        ("corrected", "corrected", EARLIER, True),
        ("corrected", "corrected", THAT_DAY, False),
        ("corrected", "superseded", EARLIER, False),
        ("corrected", "retracted", EARLIER, False),
        ("current", "retracted", EARLIER, True),
        ("current", "retracted", LATER, False),
        ("current", "retracted", None, True),
        ("current", "current", None, False),
        ("current", "superseded", EARLIER, False),
    ],
)
def test_only_what_is_worse_or_newer_is_news(verdict, status, since, expected):
    made = Verdict(Status(verdict), THAT_DAY, "", "")
    assert is_news(made, status=status, since=since) is expected
