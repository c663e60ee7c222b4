"""Moderators never collide: what one holds nobody else is given, for ten minutes that working renews."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment, Decision
from comments.models.comment import State
from comments.rules.claiming import claim, mine, others_at_work, release, skip
from comments.rules.deciding import ConflictError, decide
from comments.rules.queue import Lane
from portal.ledger.proof import prove
from tests.comments.desk.conftest import a_reported_comment, decide_on, queue
from tests.conversing import a_comment, a_moderator, fresh, seen
from tests.racing import at_once, failures

MODERATORS = 8


def deciding(comment, user):
    """A task that approves a comment."""
    return lambda: decide(comment.pk, "approve", by=user, seen=seen(comment))


def test_each_is_given_other_comments_five_at_a_time(waiting):
    comments = [comment.pk for comment in waiting(8)]
    assert claim(a_moderator()) == comments[:5]
    assert claim(a_moderator("max")) == comments[5:]
    assert claim(a_moderator()) == comments[:5], "who holds five gets no more"


def test_a_lease_that_ran_out_is_given_to_others_and_working_renews_it(client, mona, waiting):
    comments = waiting(3)
    claim(mona)
    late = timezone.now() + timedelta(seconds=5)
    Comment.objects.update(claimed_until=late)
    decide_on(client, comments[0], "approve")
    assert mine(mona).first().claimed_until > late
    Comment.objects.update(claimed_until=timezone.now())
    assert claim(a_moderator("max")) == [comment.pk for comment in comments[1:]]


def test_what_is_skipped_goes_to_others_and_not_back(client, mona, waiting):
    first, second = (comment.pk for comment in waiting(2))
    claim(mona)
    client.post(reverse("conversation:skip", args=[first]))
    assert claim(mona) == [second]
    assert claim(a_moderator("max")) == [first]
    skip(mona, first)
    assert fresh(Comment(pk=first)).claimed_by == a_moderator("max"), "nobody skips what another holds"


def test_what_one_escalates_goes_to_a_colleague(client, mona, waiting):
    comment = waiting(1)[0]
    decide_on(client, comment, "escalate")
    assert claim(mona) == []
    assert claim(a_moderator("max")) == [comment.pk]


def test_giving_back_forgets_what_was_skipped(client, mona, waiting):
    first, second = (comment.pk for comment in waiting(2))
    claim(mona)
    skip(mona, first)
    client.post(reverse("conversation:release"))
    assert not mine(mona).exists()
    assert claim(mona) == [first, second]


def test_the_most_urgent_come_first(article, settings, mona):
    waits = a_comment(article)
    reported = a_reported_comment(article, address="b@example.org")
    escalated = a_comment(article, state=State.ESCALATED, address="c@example.org")
    settings.COMMENT_DETECTORS = ["tests.comments.test_flow.Alarming"]
    danger = a_comment(article, address="d@example.org")
    for expected in (danger, escalated, reported, waits):
        assert claim(mona, len(mine(mona)) + 1)
        assert fresh(expected).claimed_by == mona


def test_a_moderator_may_keep_to_one_lane_and_one_community(article, mona, waiting):
    comment, reported = waiting(1)[0], a_reported_comment(article, address="b@example.org")
    assert claim(mona, lanes=[Lane.WAITING], site_id=comment.conversation.site_id + 1) == []
    assert claim(mona, lanes=[Lane.WAITING]) == [comment.pk]
    assert fresh(reported).claimed_by is None


def test_one_sees_who_else_is_at_work(client, mona, waiting):
    waiting(1)
    assert "Nobody else is at work" in queue(client)
    claim(a_moderator("max"))
    assert [person for person, _minutes in others_at_work(mona)] == [a_moderator("max")]
    page = queue(client, card=Comment.objects.get().pk)
    assert "max is working on it" in page
    assert 'value="approve"' not in page
    release(a_moderator("max"))
    assert 'value="approve"' in queue(client, card=Comment.objects.get().pk)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_claims_of_eight_at_once_never_overlap(waiting):
    comments = waiting(30)
    people = [a_moderator(f"m{number}") for number in range(MODERATORS)]
    for _round in range(3):
        Comment.objects.update(claimed_by=None, claimed_until=None)
        answers = at_once(*(lambda user=user: claim(user) for user in people))
        assert failures(answers) == []
        given = [pk for pks in answers for pk in pks]
        assert len(given) == len(set(given))
        assert len(given) >= 5, "somebody is always served"
    for user in people:
        claim(user)
    assert Comment.objects.exclude(claimed_by=None).count() == len(comments)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_eight_moderators_deciding_one_comment_take_one_decision(article):
    for number in range(4):
        comment = a_comment(article, address=f"p{number}@example.org")
        people = [a_moderator(f"m{each}") for each in range(MODERATORS)]
        before = Decision.objects.count()
        answers = at_once(*(deciding(comment, user) for user in people))
        assert all(isinstance(answer, ConflictError) for answer in failures(answers)), failures(answers)
        assert len(failures(answers)) == MODERATORS - 1
        assert Decision.objects.count() == before + 1
        assert prove(Decision).fault is None


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_eight_decisions_on_eight_comments_at_once_stand_in_one_chain(waiting):
    comments = waiting(MODERATORS)
    pairs = [(comment, a_moderator(f"m{number}")) for number, comment in enumerate(comments)]
    before = Decision.objects.count()
    answers = at_once(*(deciding(comment, user) for comment, user in pairs))
    assert failures(answers) == []
    assert Decision.objects.count() == before + MODERATORS
    assert prove(Decision).fault is None
