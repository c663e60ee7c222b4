"""Appeals at one moment: sent twice, heard by several. One of each remains."""

import pytest
from django.db import connection

from comments.models import Appeal, Decision, DecisionNote
from comments.models.comment import State
from comments.rules.appealing import hear, open_appeal
from comments.rules.deciding import ConflictError
from tests.comments.rules.test_appealing import NOTE, WORDS, an_appeal
from tests.conversing import a_comment, a_moderator, fresh, seen
from tests.racing import at_once, failures

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]
Outcome = Appeal.Outcome


def test_an_appeal_that_two_hear_at_once_has_one_outcome(article):
    appeal, comment = an_appeal(article)
    before = Decision.objects.count()
    judges = [a_moderator(f"judge-{number}") for number in range(4)]
    outcomes = [Outcome.UPHELD, Outcome.OVERTURNED] * 2
    tasks = [
        lambda by=by, outcome=outcome: hear(appeal, outcome, by=by, note=NOTE, seen=seen(comment))
        for by, outcome in zip(judges, outcomes, strict=True)
    ]
    answers = at_once(*tasks)
    assert [type(each) for each in failures(answers)] == [ConflictError] * 3
    assert Decision.objects.count() == before + 1
    appeal.refresh_from_db()
    assert appeal.outcome in (Outcome.UPHELD, Outcome.OVERTURNED)
    assert (fresh(comment).state == State.PUBLISHED) is (appeal.outcome == Outcome.OVERTURNED)
    assert DecisionNote.objects.filter(comment=comment, to_author=NOTE).count() == 1


def test_an_appeal_that_is_sent_twice_at_once_is_kept_once(article):
    comment = a_comment(article, state=State.REJECTED)
    answers = at_once(*[lambda: open_appeal(comment.pk, WORDS)] * 4)
    assert {str(each) for each in failures(answers)} == {"once"}
    assert Appeal.objects.count() == 1
