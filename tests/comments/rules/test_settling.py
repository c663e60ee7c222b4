"""Reports are settled by what was decided, at the moment it is taken."""

from datetime import timedelta

import pytest

from comments.models import Decision, Report
from comments.models.comment import State
from comments.rules.answering import answer_authors
from comments.rules.authoring import withdraw
from comments.rules.deciding import undo
from comments.rules.redacting import redact
from tests.comments.telling import decided
from tests.conversing import a_comment, a_moderator, fresh, seen

Action, Outcome = Decision.Action, Report.Outcome


@pytest.fixture
def report(article):
    """Somebody reported a published comment."""
    comment = a_comment(article, state=State.PUBLISHED)
    return Report.objects.create(
        comment=comment, revision=1, category=Report.Category.ABUSE, snapshot=comment.comment, reporter="a-network"
    )


def test_a_comment_that_is_taken_down_makes_its_reports_right(report):
    decision = decided(report.comment, Action.REMOVE, rule_code="kind")
    report.refresh_from_db()
    assert (report.outcome, report.decision_number) == (Outcome.UPHELD, decision.number)
    assert report.settled_at


def test_a_comment_that_is_looked_at_and_stays_refuses_its_reports(report):
    decided(report.comment, Action.ESCALATE)
    report.refresh_from_db()
    assert report.outcome == Outcome.OPEN
    decided(report.comment, Action.APPROVE)
    report.refresh_from_db()
    assert report.outcome == Outcome.REFUSED


def test_what_was_undone_and_what_its_author_did_settles_nothing(report):
    undo(decided(report.comment, Action.REMOVE, rule_code="kind").number, by=a_moderator())
    withdraw(report.comment_id)
    report.refresh_from_db()
    assert report.outcome == Outcome.OPEN


def test_passages_that_are_taken_out_make_reports_right_once_that_stands_for_good(report, monkeypatch):
    decided(report.comment, Action.ESCALATE)
    comment = fresh(report.comment)
    decision = redact(comment.pk, [(0, 4)], by=a_moderator(), seen=seen(comment))
    answer_authors()
    report.refresh_from_db()
    assert report.outcome == Outcome.OPEN, "it can still be undone"
    monkeypatch.setattr("comments.rules.answering.SETTLED_AFTER", timedelta(0))
    answer_authors()
    report.refresh_from_db()
    assert (report.outcome, report.decision_number) == (Outcome.UPHELD, decision.number)


def test_passages_that_were_put_back_settle_nothing(report, monkeypatch):
    decided(report.comment, Action.ESCALATE)
    comment = fresh(report.comment)
    decision = redact(comment.pk, [(0, 4)], by=a_moderator(), seen=seen(comment))
    undo(decision.number, by=a_moderator())
    monkeypatch.setattr("comments.rules.answering.SETTLED_AFTER", timedelta(0))
    answer_authors()
    report.refresh_from_db()
    assert report.outcome == Outcome.OPEN
