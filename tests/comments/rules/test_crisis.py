"""Somebody may be in danger: a person looks first, another signs off, and nothing is published before (M7)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Comment, ConversationSettings, CrisisCase, Decision
from comments.models.comment import State
from comments.rules import crisis
from comments.rules.authoring import rewrite, withdraw
from comments.rules.confirming import enter_queue
from comments.rules.deciding import ConflictError, NotAllowedError, decide, held, step
from comments.rules.posting import post
from comments.rules.redacting import redact
from consent.addresses import parse_address
from consent.models import ConsentEntry, Request
from consent.rules.erasing import erase
from portal.models import User
from tests.consenting import ANNA
from tests.conversing import (
    a_comment,
    a_commenter,
    a_moderator,
    a_submission,
    an_unconfirmed_comment,
    confirmed,
    fresh,
    seen,
)

Action, Actor = Decision.Action, Decision.Actor
DANGER = "I don't want to be here any more. I have the pills next to me."
CALM = "What helped me was to write a list."


def a_case(article, **values):
    """An open case on a confirmed comment."""
    comment = confirmed(an_unconfirmed_comment(article, text=DANGER, **values))
    return CrisisCase.objects.get(comment=comment)


def trust_everybody(article):
    settings = ConversationSettings.for_site(article.get_site())
    settings.trusted_after = 0
    settings.save()


def test_danger_opens_a_case_before_its_author_confirms(article):
    comment = an_unconfirmed_comment(article, text=DANGER)
    case = CrisisCase.objects.get()
    assert (case.comment, case.comment_ref, case.site) == (comment, comment.pk, article.get_site())
    assert comment.state == State.UNCONFIRMED


def test_no_trust_publishes_what_tells_of_danger(article):
    trust_everybody(article)
    commenter = a_commenter(article)
    calm = post(a_submission(article, by=commenter, text=CALM), article.get_site()).comment
    comment = post(a_submission(article, by=commenter, text=DANGER), article.get_site()).comment
    assert calm.state == State.PUBLISHED
    assert (comment.state, comment.priority, comment.html) == (State.ESCALATED, 0, "")


def test_calmer_words_take_no_comment_from_those_who_look_at_it(article):
    trust_everybody(article)
    comment = an_unconfirmed_comment(article, text=DANGER)
    rewrite(comment.pk, CALM, revision=1)
    comment = confirmed(fresh(comment))
    assert (comment.state, comment.priority) == (State.ESCALATED, 0)
    comment = rewrite(comment.pk, CALM + " Really.", revision=2)
    assert (fresh(comment).state, fresh(comment).priority) == (State.ESCALATED, 0)


def test_danger_that_is_written_into_a_published_comment_takes_it_offline(article):
    trust_everybody(article)
    comment = a_comment(article, text=CALM)
    assert comment.state == State.PUBLISHED
    rewrite(comment.pk, DANGER, revision=1)
    assert (fresh(comment).state, fresh(comment).html) == (State.ESCALATED, "")


def test_nothing_is_decided_on_before_somebody_looked(article):
    case = a_case(article)
    comment = case.comment
    for action in (Action.REJECT, Action.SPAM, Action.RELEASE, Action.APPROVE):
        with pytest.raises(NotAllowedError, match="crisis-unseen"):
            decide(comment.pk, action, by=a_moderator(), seen=seen(comment), rule_code="kind")
    crisis.see(case, a_moderator())
    assert decide(comment.pk, Action.RELEASE, by=a_moderator(), seen=seen(comment))


def approve(comment):
    decide(comment.pk, Action.APPROVE, by=a_moderator(), seen=seen(comment))


def take_a_passage_out(comment):
    redact(comment.pk, [(0, 2)], by=a_moderator(), seen=seen(comment))


@pytest.mark.parametrize("publish", [approve, take_a_passage_out])
def test_nothing_is_published_before_somebody_looked_and_handled_it(article, publish):
    case = a_case(article)
    with pytest.raises(NotAllowedError, match="crisis-unseen"):
        publish(case.comment)
    crisis.see(case, a_moderator())
    with pytest.raises(NotAllowedError, match="crisis-unhandled"):
        publish(case.comment)
    crisis.handle(case, a_moderator(), "Wrote to her with the numbers; her sister is with her.")
    publish(case.comment)
    assert fresh(case.comment).state == State.PUBLISHED


@pytest.mark.parametrize("action", [Action.OVERTURN, Action.UNDO, Action.TRUST])
def test_no_other_step_publishes_it_either(article, action):
    case = a_case(article)
    crisis.see(case, a_moderator())
    decide(case.comment_id, Action.REJECT, by=a_moderator(), seen=seen(case.comment), rule_code="kind")
    Comment.objects.filter(pk=case.comment_id).update(state=State.PENDING if action == Action.TRUST else State.REJECTED)
    with pytest.raises(NotAllowedError, match="crisis-unhandled"):
        step(held(case.comment_id), action, State.PUBLISHED, actor=Actor.SYSTEM)


def test_entering_the_queue_never_publishes_a_comment_with_a_case(article):
    trust_everybody(article)
    commenter = a_commenter(article)
    comment = an_unconfirmed_comment(article, text=DANGER)
    enter_queue(comment.pk, commenter, [])
    assert fresh(comment).state == State.ESCALATED


def test_whoever_looks_first_answers_the_clock(article):
    case = a_case(article)
    CrisisCase.objects.update(opened_at=timezone.now() - timedelta(minutes=20, seconds=5))
    assert list(crisis.overdue()) == [case]
    first = crisis.see(case, a_moderator())
    again = crisis.see(case, a_moderator("max"))
    assert (first.seen_by, again.seen_by) == (a_moderator(), a_moderator())
    assert again.minutes_until_seen == 20
    assert not crisis.overdue().exists()


def test_the_clock_runs_as_long_as_the_setting_says(article, settings):
    settings.CRISIS_TARGET_MINUTES = 5
    case = a_case(article)
    assert not crisis.overdue(case.opened_at + timedelta(minutes=4)).exists()
    assert crisis.overdue(case.opened_at + timedelta(minutes=5)).exists()


def test_two_people_close_a_case(article):
    case = a_case(article)
    with pytest.raises(NotAllowedError, match="unhandled"):
        crisis.sign_off(case, a_moderator("max"))
    with pytest.raises(NotAllowedError, match="words"):
        crisis.handle(case, a_moderator(), "  ")
    handled = crisis.handle(case, a_moderator(), "Called the number of her clinic.")
    assert handled.seen_by == a_moderator()
    with pytest.raises(NotAllowedError, match="same"):
        crisis.sign_off(handled, a_moderator())
    closed = crisis.sign_off(handled, a_moderator("max"))
    assert (closed.is_closed, closed.signed_off_by) == (True, a_moderator("max"))


def test_each_step_is_taken_once_and_on_what_was_seen(article):
    case = a_case(article)
    handled = crisis.handle(case, a_moderator(), "Wrote to him.")
    with pytest.raises(ConflictError):
        crisis.handle(case, a_moderator("max"), "I wrote, too.")
    with pytest.raises(ConflictError):
        crisis.sign_off(case, a_moderator("max"))  # what Max has before him is older
    crisis.sign_off(handled, a_moderator("max"))
    with pytest.raises(ConflictError):
        crisis.sign_off(handled, a_moderator("mia"))
    assert CrisisCase.objects.get().what_was_done == "Wrote to him."


def test_nobody_handles_a_case_of_their_own_superusers_included(article):
    case = a_case(article)
    anna = User.objects.create_superuser("anna", email=ANNA.upper())
    for act in (lambda: crisis.see(case, anna), lambda: crisis.handle(case, anna, "I am fine.")):
        with pytest.raises(NotAllowedError, match="own"):
            act()
    handled = crisis.handle(case, a_moderator(), "Wrote to her.")
    with pytest.raises(NotAllowedError, match="own"):
        crisis.sign_off(handled, anna)


def test_new_words_of_danger_open_a_closed_case_again_and_keep_how_it_stood(article):
    case = a_case(article)
    handled = crisis.handle(case, a_moderator(), "Wrote to her.")
    crisis.sign_off(handled, a_moderator("max"))
    rewrite(case.comment_id, "I took the whole bottle.", revision=1)
    case = CrisisCase.objects.get()
    assert (case.seen_at, case.handled_at, case.is_closed, case.notices) == (None, None, False, 0)
    assert case.earlier[0]["what_was_done"] == "Wrote to her."
    assert case.earlier[0]["signed_off_by_id"] == str(a_moderator("max").pk)
    with pytest.raises(ConflictError):
        crisis.sign_off(handled, a_moderator("mia"))


def test_a_case_outlives_a_comment_that_nobody_confirmed(article):
    comment = an_unconfirmed_comment(article, text=DANGER)
    number = comment.pk
    Request.objects.all().delete()
    assert not Comment.objects.exists()
    case = CrisisCase.objects.get()
    assert (case.comment, case.comment_ref) == (None, number)
    handled = crisis.handle(crisis.see(case, a_moderator()), a_moderator(), "It was gone before we could answer.")
    assert crisis.sign_off(handled, a_moderator("max")).is_closed


def test_a_case_is_handled_after_its_comment_was_withdrawn(article):
    case = a_case(article)
    withdraw(case.comment_id)
    assert crisis.handle(case, a_moderator(), "Wrote to her all the same.").handled_at


def test_erasure_leaves_a_case_without_words(article):
    case = a_case(article)
    crisis.handle(case, a_moderator(), "Anna said that she is safe.")
    erase(parse_address(ANNA), method=ConsentEntry.Method.STAFF)
    case = CrisisCase.objects.get()
    assert case.what_was_done == ""
    assert case.handled_by == a_moderator()


def test_a_decision_on_a_comment_with_a_case_asks_no_more_of_the_database(article):
    calm = confirmed(an_unconfirmed_comment(article, text=CALM))
    case = a_case(article, address="berta@example.org")
    crisis.handle(case, a_moderator(), "Wrote to her.")
    numbers = []
    for comment in (calm, case.comment):
        with CaptureQueriesContext(connection) as queries:
            decide(comment.pk, Action.APPROVE, by=a_moderator(), seen=seen(comment))
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
