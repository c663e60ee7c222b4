"""Whatever comes at one moment: no place is given twice, one form keeps one comment, one decision stands, nobody who
left comes back, and nobody waits for ever.

Locks are taken in one order: ``comments.rules``. These tests deadlock or lose something without it.
"""

import pytest
from django.contrib.auth.models import Group
from django.db import connection

from comments.models import Comment, Commenter, CommentLink, Conversation, Decision, Sanction
from comments.models.comment import State
from comments.rules.authoring import rewrite, withdraw
from comments.rules.deciding import ConflictError, NotAllowedError, decide, undo
from comments.rules.places import Obstacle
from comments.rules.posting import PlaceError, SanctionError, post
from consent.models import ConsentEntry, OutgoingMail, Request
from consent.rules.confirming import Outcome, confirm
from portal.ledger.proof import prove
from tests.comments.racing import ROUNDS, link_of, person, posting
from tests.conversing import (
    a_comment,
    a_commenter,
    a_moderator,
    a_submission,
    an_unconfirmed_comment,
    fresh,
    open_conversations,
    seen,
)
from tests.racing import at_once, failures

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]
Action = Decision.Action
WRITERS = 96


@pytest.fixture(autouse=True)
def in_order():
    """Both ledgers are proved after every race."""
    yield
    for ledger in (Decision, ConsentEntry):
        assert prove(ledger).fault is None


def test_ninety_six_answers_to_one_thread_get_a_place_each(article):
    parent = a_comment(article, state=State.PUBLISHED)
    forms = [a_submission(article, parent_id=parent.pk, address=person(number)) for number in range(WRITERS)]
    assert not failures(at_once(*[posting(form, article) for form in forms]))
    answers = Comment.objects.filter(in_reply_to=parent)
    assert sorted(answers.values_list("seq", flat=True)) == list(range(2, WRITERS + 2))
    assert set(answers.values_list("root_ref", "level")) == {(1, 1)}
    assert Conversation.objects.get().newest_seq == WRITERS + 1


def test_the_first_comments_under_an_article_begin_one_conversation(article):
    forms = [a_submission(article, address=person(number)) for number in range(24)]
    assert not failures(at_once(*[posting(form, article) for form in forms]))
    assert Conversation.objects.get().newest_seq == Comment.objects.count() == 24


def test_one_form_sent_sixteen_times_at_once_keeps_one_comment_and_one_request(article):
    for number in range(ROUNDS):
        form = a_submission(article, address=person(number))
        answers = at_once(*[posting(form, article)] * 16)
        assert not failures(answers)
        assert len({answer.comment.pk for answer in answers}) == 1
        assert [answer.is_new for answer in answers].count(True) == 1
    assert Comment.objects.count() == Request.objects.count() == ROUNDS
    assert OutgoingMail.objects.filter(kind="comment-confirm").count() == ROUNDS


def test_one_form_of_somebody_known_sent_sixteen_times_at_once_enters_the_queue_once(article):
    by = a_commenter(article)
    form = a_submission(article, by=by)
    assert not failures(at_once(*[posting(form, article)] * 16))
    assert Decision.objects.filter(comment_id=Comment.objects.get(nonce=form.nonce).pk).count() == 1


def test_links_to_one_comment_confirm_it_once(article):
    for number in range(ROUNDS):
        comment = an_unconfirmed_comment(article, address=person(number))
        links = [link_of(comment) for _ in range(3)]
        answers = at_once(*[lambda text=text: confirm(text).outcome for text in links * 2])
        assert sorted(answers) == [Outcome.ALREADY] * 5 + [Outcome.CONFIRMED]
        assert Decision.objects.filter(comment_id=comment.pk, action=Action.CONFIRM).count() == 1
    assert Commenter.objects.count() == ROUNDS


def test_of_eight_moderators_one_decides_and_seven_hear_who_did(article):
    moderators = [a_moderator(f"moderator{number}") for number in range(8)]
    for number in range(ROUNDS):
        comment = a_comment(article, address=person(number))
        answers = at_once(
            *[lambda by=by, it=comment: decide(it.pk, Action.APPROVE, by=by, seen=seen(it)) for by in moderators]
        )
        decided = [answer for answer in answers if isinstance(answer, Decision)]
        conflicts = [answer for answer in answers if isinstance(answer, ConflictError)]
        assert (len(decided), len(conflicts)) == (1, 7)
        assert {conflict.newest.moderator_id for conflict in conflicts} == {decided[0].moderator_id}
        assert {conflict.comment.state for conflict in conflicts} == {State.PUBLISHED}


def test_a_decision_is_undone_or_the_comment_withdrawn_and_never_shown_after(article):
    for number in range(ROUNDS):
        comment = a_comment(article, address=person(number))
        decision = decide(comment.pk, Action.APPROVE, by=a_moderator(), seen=seen(comment))
        undone, withdrawn = at_once(
            lambda: undo(decision.number, by=a_moderator()),  # noqa: B023
            lambda: withdraw(comment.pk),  # noqa: B023
        )
        assert isinstance(undone, Decision | ConflictError)
        assert withdrawn.state == State.WITHDRAWN
        assert (fresh(comment).state, fresh(comment).html) == (State.WITHDRAWN, "")


@pytest.mark.parametrize("known", [False, True])
def test_once_a_conversation_is_closed_nothing_more_comes_in(article, known):
    a_comment(article)
    for number in range(ROUNDS):
        by = a_commenter(article, address=person(number)) if known else None
        forms = [a_submission(article, by=by, address=person(f"{number}-{each}")) for each in range(6)]

        def close():
            Conversation.objects.update(state=Conversation.State.CLOSED)
            return Conversation.objects.get().newest_seq

        *answers, at_closing = at_once(*[posting(form, article) for form in forms], close)
        assert {failure.obstacle for failure in failures(answers)} <= {Obstacle.CLOSED}
        assert Conversation.objects.get().newest_seq == at_closing
        Conversation.objects.update(state=Conversation.State.OPEN)


def test_once_an_article_is_unpublished_nothing_more_comes_in(article):
    open_conversations(article.get_site())
    for _round in range(ROUNDS):
        forms = [a_submission(article) for _ in range(6)]

        def unpublish():
            article.refresh_from_db()
            article.unpublish()
            return Comment.objects.count()

        *answers, at_the_end = at_once(*[posting(form, article) for form in forms], unpublish)
        assert all(failure.obstacle == Obstacle.GONE for failure in failures(answers))
        assert Comment.objects.count() == at_the_end
        type(article).objects.filter(pk=article.pk).update(live=True)


def test_an_article_that_is_deleted_meanwhile_is_gone_and_no_error(article):
    a_comment(article)
    forms = [a_submission(article) for _ in range(6)]
    *answers, _deleted = at_once(*[posting(form, article) for form in forms], article.delete)
    assert all(isinstance(failure, PlaceError) for failure in failures(answers))
    assert Conversation.objects.get().page is None


def test_once_somebody_is_banned_nothing_more_of_theirs_comes_in(article):
    for number in range(ROUNDS):
        by = a_commenter(article, address=person(number))
        forms = [a_submission(article, by=by) for _ in range(6)]

        def ban(by=by):
            Sanction.objects.create(
                site=by.site,
                commenter=by,
                subject=by.contact.subject,
                kind=Sanction.Kind.BANNED,
                reason="Sells powder.",
            )

        answers = at_once(*[posting(form, article) for form in forms], ban)
        assert all(isinstance(failure, SanctionError) for failure in failures(answers))
        with pytest.raises(SanctionError):
            post(a_submission(article, by=by), article.get_site())


def test_a_comment_is_changed_once_of_eight_times_at_once(article):
    comment = a_comment(article)
    answers = at_once(*[lambda each=each: rewrite(comment.pk, f"Words {each}.", revision=1) for each in range(8)])
    assert [type(answer) for answer in failures(answers)] == [ConflictError] * 7
    assert fresh(comment).revision == 2
    assert comment.revisions.count() == 2


def test_a_whole_desk_at_work_on_one_comment_leaves_one_state(article):
    leads = [a_moderator(f"lead{number}") for number in range(4)]
    for account in leads:
        account.groups.add(Group.objects.get(name="Lead moderators"))
    for number in range(ROUNDS):
        comment = a_comment(article, address=person(number))
        acts = ((Action.APPROVE, ""), (Action.REJECT, "kind"), (Action.ESCALATE, ""), (Action.SPAM, ""))
        answers = at_once(
            *[
                lambda act=act, by=by: decide(comment.pk, act[0], by=by, seen=seen(comment), rule_code=act[1])  # noqa: B023
                for act, by in zip(acts, leads, strict=True)
            ],
            lambda: rewrite(comment.pk, "Other words.", revision=1),  # noqa: B023
            lambda: withdraw(comment.pk),  # noqa: B023
            lambda: CommentLink.issue(comment.pk),  # noqa: B023
        )
        assert all(isinstance(failure, ConflictError | NotAllowedError) for failure in failures(answers))
        assert (fresh(comment).state, fresh(comment).html) == (State.WITHDRAWN, "")
        steps = list(Decision.objects.filter(comment_id=comment.pk).order_by("number"))
        assert [step.to_state for step in steps[:-1]] == [step.from_state for step in steps[1:]]
