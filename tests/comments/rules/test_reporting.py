"""What a report does, and how much the record of whoever sends it counts."""

import pytest

from comments.models import Commenter, CrisisCase, Report
from comments.models.comment import State
from comments.rules.crisis import see
from comments.rules.deciding import decide
from comments.rules.entering import AS_USUAL, FIRST, SOON
from comments.rules.reporting import (
    LIMIT,
    NEXT,
    Reporter,
    ReportRefusedError,
    bring_forward,
    report,
    weight_of,
)
from tests.conversing import STEPS_TO, Action, a_comment, a_moderator, fresh, seen

Category, Outcome = Report.Category, Report.Outcome


@pytest.fixture
def comment(article):
    return a_comment(article, state=State.PUBLISHED, text="Buy my powder.")


def send(comment, network="192.0.2.1", category=Category.SPAM, words="It is advertising."):
    return report(comment.pk, category=category, words=words, reporter=Reporter(network))


def settle(reporter, *outcomes, comment):
    """Gives a reporter a record: reports on earlier wordings."""
    for number, outcome in enumerate(outcomes, 1):
        Report.objects.create(
            comment=comment, revision=1000 + number, category=Category.OTHER, reporter=reporter, outcome=outcome
        )


def test_a_report_keeps_what_the_comment_said_and_takes_nothing_away(comment):
    made = send(comment)
    assert (made.snapshot, made.revision, made.outcome) == ("Buy my powder.", 1, Outcome.OPEN)
    assert fresh(comment).state == State.PUBLISHED
    assert fresh(comment).html


def test_a_reporter_is_counted_and_not_named(comment):
    made = send(comment, network="192.0.2.77")
    assert "192.0.2" not in repr(vars(made))
    assert send(comment, network="192.0.2.77") == made
    assert send(comment, network="192.0.2.78") != made
    assert Report.objects.count() == 2


def test_a_browser_that_is_known_is_one_reporter_wherever_it_is(comment):
    anna = comment.commenter
    first, second = Reporter("192.0.2.1", anna), Reporter("192.0.2.2", anna)
    assert first.key == second.key != Reporter("192.0.2.1").key


@pytest.mark.usefixtures("one_span")
def test_one_network_does_not_report_everything(article):
    comments = [
        a_comment(article, state=State.PUBLISHED, address=f"p{number}@example.org") for number in range(LIMIT.most + 1)
    ]
    for each in comments[:-1]:
        send(each)
    with pytest.raises(ReportRefusedError, match="often"):
        send(comments[-1])
    assert send(comments[-1], network="192.0.2.2")


@pytest.mark.parametrize("state", [state for state in STEPS_TO if state != State.PUBLISHED])
def test_only_a_published_comment_is_reported(article, state):
    with pytest.raises(ReportRefusedError, match="gone"):
        send(a_comment(article, state=state))


def test_the_record_of_a_reporter_decides_what_a_report_weighs(comment):
    new, right, wrong = (Reporter(network).key for network in ("new", "right", "wrong"))
    settle(right, *[Outcome.UPHELD] * 8, comment=comment)
    settle(wrong, *[Outcome.REFUSED] * 8, Outcome.OPEN, comment=comment)
    assert weight_of(new) == 1
    assert (weight_of(right), weight_of(wrong)) == (1.8, 0.2)


def test_reports_bring_a_comment_forward_by_what_they_weigh(comment):
    assert comment.priority == AS_USUAL
    for number, priority in ((1, SOON), (2, SOON), (3, NEXT)):
        send(comment, network=f"192.0.2.{number}")
        assert fresh(comment).priority == priority


def test_reports_of_those_who_are_always_wrong_weigh_little(article, comment):
    other = a_comment(article, state=State.PUBLISHED, address="o@example.org")
    for number in range(3):
        settle(Reporter(f"192.0.2.{number}").key, *[Outcome.REFUSED] * 8, comment=other)
        send(comment, network=f"192.0.2.{number}")
    assert fresh(comment).priority == SOON


def test_a_report_that_is_settled_no_longer_counts(comment):
    send(comment)
    Report.objects.update(outcome=Outcome.REFUSED)
    bring_forward(comment.pk)
    assert fresh(comment).priority == AS_USUAL


def test_somebody_in_danger_opens_a_case_and_stays_published_until_a_person_decides(comment):
    send(comment, category=Category.DANGER)
    case = CrisisCase.objects.get()
    assert (case.comment, case.comment_ref, case.site) == (comment, comment.pk, comment.conversation.site)
    assert (fresh(comment).priority, fresh(comment).state) == (FIRST, State.PUBLISHED)
    send(comment, network="192.0.2.2")
    assert fresh(comment).priority == FIRST
    assert CrisisCase.objects.count() == 1


def test_a_comment_that_left_the_page_is_never_put_back_by_reports(comment):
    send(comment, category=Category.DANGER)
    see(CrisisCase.objects.get(), a_moderator())
    decide(comment.pk, Action.ESCALATE, by=a_moderator(), seen=seen(comment))
    Report.objects.update(outcome=Outcome.UPHELD)
    bring_forward(comment.pk)
    assert fresh(comment).priority == FIRST
    assert Commenter.objects.exists()
