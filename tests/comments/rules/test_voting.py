"""“This helped me”: one vote a person, never for oneself, and the number that readers see is always right."""

import pytest
from django.db import connection

from comments.models import Commenter, HelpfulVote, Sanction
from comments.models.comment import State
from comments.rules.voting import LIMIT, VoteRefusedError, vote
from consent.addresses import parse_address
from consent.models import ConsentEntry
from consent.rules.erasing import erase
from tests.conversing import STEPS_TO, a_comment, a_commenter, fresh
from tests.racing import at_once, failures

BERTA = "berta@example.org"


@pytest.fixture
def comment(article):
    return a_comment(article, state=State.PUBLISHED)


@pytest.fixture
def berta(article):
    return a_commenter(article, address=BERTA)


def test_a_vote_counts_once_and_the_same_press_takes_it_back(comment, berta):
    assert vote(comment.pk, berta)
    assert fresh(comment).helpful_count == 1
    assert not vote(comment.pk, berta)
    assert fresh(comment).helpful_count == 0


def test_nobody_votes_for_themselves_under_any_name(comment, berta):
    anna = comment.commenter
    other = Commenter.objects.create(contact=anna.contact, site=anna.site, name="Another name")
    for each in (anna, other):
        with pytest.raises(VoteRefusedError, match="own"):
            vote(comment.pk, each)
    assert not HelpfulVote.objects.exists()
    assert vote(comment.pk, berta)


@pytest.mark.parametrize("state", [state for state in STEPS_TO if state != State.PUBLISHED])
def test_only_a_published_comment_is_voted_for(article, berta, state):
    with pytest.raises(VoteRefusedError, match="gone"):
        vote(a_comment(article, state=state).pk, berta)


def test_whoever_may_not_comment_may_not_vote(comment, berta):
    Sanction.objects.create(site=berta.site, commenter=berta, subject=berta.contact.subject, kind=Sanction.Kind.BANNED)
    with pytest.raises(VoteRefusedError, match="sanction"):
        vote(comment.pk, berta)


@pytest.mark.usefixtures("one_span")
def test_one_person_does_not_press_all_day(comment, berta):
    for _press in range(LIMIT.most):
        vote(comment.pk, berta)
    with pytest.raises(VoteRefusedError, match="often"):
        vote(comment.pk, berta)


def test_votes_go_with_the_person(comment, berta):
    vote(comment.pk, berta)
    erase(parse_address(BERTA), method=ConsentEntry.Method.STAFF)
    assert fresh(comment).helpful_count == 0


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_presses_at_one_moment_are_all_counted(article, comment):
    people = [a_commenter(article, address=f"p{number}@example.org") for number in range(6)]
    assert failures(at_once(*[lambda each=each: vote(comment.pk, each) for each in people])) == []
    assert fresh(comment).helpful_count == HelpfulVote.objects.count() == 6
