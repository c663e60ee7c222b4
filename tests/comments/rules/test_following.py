"""Reports are settled by what was decided, at the moment from which it stands."""

import pytest

from comments.models import Decision, Report
from comments.models.comment import State
from comments.rules.authoring import withdraw
from comments.rules.deciding import undo
from tests.comments.telling import answered, decided
from tests.conversing import a_comment, a_moderator

Action, Outcome = Decision.Action, Report.Outcome


@pytest.fixture
def report(article):
    """Somebody reported a published comment."""
    comment = a_comment(article, state=State.PUBLISHED)
    return Report.objects.create(
        comment=comment, revision=1, category=Report.Category.ABUSE, snapshot=comment.comment, reporter="a-network"
    )


def test_a_comment_that_is_taken_down_makes_its_reports_right(report, monkeypatch):
    answered(monkeypatch)
    decision = decided(report.comment, Action.REMOVE, rule_code="kind")
    answered(monkeypatch)
    report.refresh_from_db()
    assert (report.outcome, report.decision_number) == (Outcome.UPHELD, decision.number)
    assert report.settled_at


def test_an_older_approval_settles_no_report(report, monkeypatch):
    answered(monkeypatch)
    report.refresh_from_db()
    assert report.outcome == Outcome.OPEN


def test_a_comment_that_is_looked_at_and_stays_refuses_its_reports(report, monkeypatch):
    decided(report.comment, Action.ESCALATE)
    answered(monkeypatch)
    report.refresh_from_db()
    assert report.outcome == Outcome.OPEN
    decided(report.comment, Action.APPROVE)
    answered(monkeypatch)
    report.refresh_from_db()
    assert report.outcome == Outcome.REFUSED


def test_what_was_undone_and_what_its_author_did_settles_nothing(report, monkeypatch):
    undo(decided(report.comment, Action.REMOVE, rule_code="kind").number, by=a_moderator())
    withdraw(report.comment_id)
    answered(monkeypatch)
    report.refresh_from_db()
    assert report.outcome == Outcome.OPEN
