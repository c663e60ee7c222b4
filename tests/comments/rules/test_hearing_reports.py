"""Reports are settled by a decision, those alone that were seen, and weigh what their reporters' record says."""

import pytest

from comments.models import Decision, Report
from comments.models.comment import State
from comments.rules.authoring import withdraw
from comments.rules.deciding import ConflictError, NotAllowedError, Seen, undo
from comments.rules.entering import SOON
from comments.rules.hearing_reports import refuse, uphold
from portal.models import User
from tests.consenting import ANNA
from tests.conversing import a_comment, a_moderator, fresh, seen

Outcome = Report.Outcome


def a_report(comment, reporter="r1", **values):
    values = {"category": Report.Category.ABUSE, "snapshot": comment.comment} | values
    return Report.objects.create(comment=comment, revision=comment.revision, reporter=reporter, **values)


@pytest.mark.parametrize(
    ("state", "action"), [(State.PUBLISHED, Decision.Action.REMOVE), (State.PENDING, Decision.Action.REJECT)]
)
def test_a_report_that_is_right_takes_the_comment_away_by_a_rule(article, state, action):
    comment = a_comment(article, state=state)
    report, other = a_report(comment), a_report(comment, "r2")
    decision = uphold(comment.pk, by=a_moderator(), seen=seen(comment), reports=[report.pk, other.pk], rule_code="kind")
    assert (decision.action, decision.rule_code) == (action, "kind")
    assert set(Report.objects.values_list("outcome", "decision_number")) == {(Outcome.UPHELD, decision.number)}


def test_a_rule_is_cited_or_nothing_happens(article):
    comment = a_comment(article, state=State.PUBLISHED)
    report = a_report(comment)
    with pytest.raises(NotAllowedError, match="rule"):
        uphold(comment.pk, by=a_moderator(), seen=seen(comment), reports=[report.pk])
    assert (fresh(comment).state, Report.objects.get().outcome) == (State.PUBLISHED, Outcome.OPEN)


def test_a_refused_report_leaves_a_published_comment_where_it_is_by_a_decision(article):
    comment = a_comment(article, state=State.PUBLISHED)
    decision = refuse(comment.pk, by=a_moderator(), seen=seen(comment), reports=[a_report(comment).pk])
    assert (fresh(comment).state, bool(fresh(comment).html)) == (State.PUBLISHED, True)
    assert (decision.action, decision.moderator_id) == (Decision.Action.KEEP, a_moderator().pk)
    assert Report.objects.values_list("outcome", "decision_number").get() == (Outcome.REFUSED, decision.number)


def test_a_refused_report_decides_nothing_on_a_comment_that_waits(article):
    comment = a_comment(article)
    before = Decision.objects.count()
    refuse(comment.pk, by=a_moderator(), seen=seen(comment), reports=[a_report(comment).pk])
    assert (fresh(comment).state, Decision.objects.count()) == (State.PENDING, before)
    assert Report.objects.get().outcome == Outcome.REFUSED


def test_undoing_opens_the_refused_reports_again(article):
    comment = a_comment(article, state=State.PUBLISHED)
    decision = refuse(comment.pk, by=a_moderator(), seen=seen(comment), reports=[a_report(comment).pk])
    undo(decision.number, by=a_moderator())
    assert Report.objects.values_list("outcome", "decision_number").get() == (Outcome.OPEN, None)


def test_a_report_that_came_in_meanwhile_stays_open(article):
    comment = a_comment(article, state=State.PUBLISHED)
    report = a_report(comment)
    late = a_report(comment, "r2")
    refuse(comment.pk, by=a_moderator(), seen=seen(comment), reports=[report.pk])
    late.refresh_from_db()
    assert (late.outcome, fresh(comment).priority) == (Outcome.OPEN, SOON)


def test_reports_on_what_is_gone_already_are_settled_without_a_decision(article):
    comment = a_comment(article, state=State.PUBLISHED)
    report = a_report(comment)
    withdraw(comment.pk)
    before = Decision.objects.count()
    uphold(comment.pk, by=a_moderator(), seen=seen(fresh(comment)), reports=[report.pk])
    assert (Report.objects.get().outcome, Decision.objects.count()) == (Outcome.UPHELD, before)


def test_nobody_settles_reports_twice_or_on_something_else_or_on_their_own_comment(article):
    comment = a_comment(article, state=State.PUBLISHED)
    report = a_report(comment)
    with pytest.raises(ConflictError):
        refuse(comment.pk, by=a_moderator(), seen=Seen(State.PUBLISHED, 2), reports=[report.pk])
    author = User.objects.create_superuser("anna", email=ANNA)
    for user, code in ((author, "own"), (User.objects.create(username="nobody"), "right")):
        with pytest.raises(NotAllowedError, match=code):
            refuse(comment.pk, by=user, seen=seen(comment), reports=[report.pk])
    refuse(comment.pk, by=a_moderator(), seen=seen(comment), reports=[report.pk])
    with pytest.raises(NotAllowedError, match="settled"):
        refuse(comment.pk, by=a_moderator(), seen=seen(comment), reports=[report.pk])


def test_reports_of_another_comment_are_not_settled_with_it(article):
    comment = a_comment(article, state=State.PUBLISHED)
    other = a_report(a_comment(article, state=State.PUBLISHED, address="berta@example.org"))
    with pytest.raises(NotAllowedError, match="settled"):
        refuse(comment.pk, by=a_moderator(), seen=seen(comment), reports=[other.pk])
