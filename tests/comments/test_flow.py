"""From the form to the published comment, and every step back: what the rest of the conversation rests on."""

import pytest
from django.db import connection

from comments.models import Comment, Commenter, CrisisCase, Decision, Sanction
from comments.models.comment import State
from comments.rules.authoring import rewrite, withdraw
from comments.rules.deciding import ConflictError, NotAllowedError, Seen, decide, undo
from comments.rules.places import ParentError
from comments.rules.posting import PlaceError, SanctionError, StaleRulesError, post
from consent.addresses import parse_address
from consent.models import ConsentEntry, Request
from consent.rules.erasing import erase
from portal.ledger.proof import prove
from portal.models import User
from tests.consenting import ANNA
from tests.conversing import (
    RULES,
    STEPS_TO,
    a_comment,
    a_commenter,
    a_moderator,
    a_submission,
    an_unconfirmed_comment,
    confirmed,
    fresh,
    publish_rules,
    seen,
)

Action = Decision.Action


def test_a_comment_is_kept_with_its_consent_and_its_acceptance_and_waits_for_its_author(article):
    comment = an_unconfirmed_comment(article)
    assert (comment.state, comment.seq, comment.root_ref, comment.html) == (State.UNCONFIRMED, 1, 1, "")
    assert comment.acceptance.accepted_at < comment.submit_date
    assert ConsentEntry.objects.filter(request_id=str(comment.request_id)).exists()
    assert not Commenter.objects.exists()


def test_the_same_form_sent_twice_keeps_one_comment(article):
    submission = a_submission(article)
    first, second = (post(submission, article.get_site()) for _ in range(2))
    assert first.comment.pk == second.comment.pk
    assert (first.is_new, second.is_new) == (True, False)
    assert Request.objects.count() == 1


def test_confirming_gives_the_comment_its_author_and_puts_it_into_the_queue(article):
    comment = confirmed(an_unconfirmed_comment(article))
    assert comment.state == State.PENDING
    assert comment.commenter.name == "Anna"
    assert comment.queued_at
    assert Decision.objects.get().action == Action.CONFIRM


def test_a_known_author_need_not_confirm_again(article):
    commenter = a_commenter(article)
    assert post(a_submission(article, by=commenter), article.get_site()).comment.state == State.PENDING


def test_rules_that_changed_materially_are_read_again(article):
    submission = a_submission(article)
    publish_rules(article.get_site(), [*RULES, ("new", "A new rule.")])
    with pytest.raises(StaleRulesError):
        post(submission, article.get_site())
    assert not Comment.objects.exists()


def test_an_answer_stands_in_the_thread_of_a_published_comment_of_the_same_page_alone(article, topic):
    parent = a_comment(article, state=State.PUBLISHED)
    answer = an_unconfirmed_comment(article, parent_id=parent.pk, address="berta@example.org")
    assert (answer.root_ref, answer.seq, answer.level) == (parent.seq, 2, 1)
    hidden = an_unconfirmed_comment(article, address="carl@example.org")
    for parent_id in (hidden.pk, 2**40, 0):
        with pytest.raises(ParentError):
            post(a_submission(article, parent_id=parent_id), article.get_site())


def test_nothing_is_kept_under_an_article_that_went_offline(article):
    submission = a_submission(article)
    article.unpublish()
    with pytest.raises(PlaceError):
        post(submission, article.get_site())
    assert not Request.objects.exists()


@pytest.mark.parametrize("state", STEPS_TO)
def test_each_state_is_reached_and_only_a_published_comment_has_html(article, state):
    comment = a_comment(article, state=state)
    assert comment.state == state
    assert bool(comment.html) == (state == State.PUBLISHED)
    assert prove(Decision).fault is None


def test_a_decision_on_something_else_than_what_was_seen_is_refused(article):
    comment = a_comment(article)
    decide(comment.pk, Action.APPROVE, by=a_moderator(), seen=seen(comment))
    with pytest.raises(ConflictError) as conflict:
        decide(comment.pk, Action.REJECT, by=a_moderator("max"), seen=seen(comment), rule_code="kind")
    assert conflict.value.newest.action == Action.APPROVE


def test_a_rejection_cites_a_rule_that_the_author_accepted(article):
    comment = a_comment(article)
    with pytest.raises(NotAllowedError):
        decide(comment.pk, Action.REJECT, by=a_moderator(), seen=seen(comment), rule_code="unheard-of")
    decision = decide(comment.pk, Action.REJECT, by=a_moderator(), seen=seen(comment), rule_code="kind")
    assert decision.rules_digest == comment.acceptance.version.digest


def test_an_unconfirmed_comment_is_never_published(article):
    comment = an_unconfirmed_comment(article)
    with pytest.raises(NotAllowedError):
        decide(comment.pk, Action.APPROVE, by=a_moderator(), seen=Seen(comment.state, 1))


def test_nobody_decides_on_their_own_comment_superusers_included(article):
    comment = a_comment(article)
    anna = User.objects.create_superuser("anna", email=ANNA.upper())
    with pytest.raises(NotAllowedError, match="own"):
        decide(comment.pk, Action.APPROVE, by=anna, seen=seen(comment))


def test_a_decision_is_undone_by_whoever_made_it_and_by_nobody_else(article):
    comment = a_comment(article)
    decision = decide(comment.pk, Action.APPROVE, by=a_moderator(), seen=seen(comment))
    with pytest.raises(NotAllowedError):
        undo(decision.number, by=a_moderator("max"))
    undo(decision.number, by=a_moderator())
    assert (fresh(comment).state, fresh(comment).html) == (State.PENDING, "")


def test_other_words_take_a_published_comment_back_into_the_queue(article):
    comment = a_comment(article, state=State.PUBLISHED)
    rewrite(comment.pk, "Other words.", revision=1)
    comment = fresh(comment)
    assert (comment.state, comment.html, comment.revision) == (State.PENDING, "", 2)
    with pytest.raises(ConflictError):
        rewrite(comment.pk, "Once more.", revision=1)


def test_a_comment_is_withdrawn_in_any_state(article):
    for number, state in enumerate((State.UNCONFIRMED, *STEPS_TO)):
        comment = a_comment(article, state=state, address=f"p{number}@example.org")
        assert (withdraw(comment.pk).state, fresh(comment).html) == (State.WITHDRAWN, "")


def test_a_ban_holds_between_any_two_steps_and_after_erasure(article):
    commenter = a_commenter(article)
    comment = an_unconfirmed_comment(article)
    Sanction.objects.create(
        site=commenter.site, commenter=commenter, subject=commenter.contact.subject, kind=Sanction.Kind.BANNED
    )
    with pytest.raises(SanctionError):
        post(a_submission(article, by=commenter), article.get_site())
    assert confirmed(comment).state == State.REJECTED
    erase(parse_address(ANNA), method=ConsentEntry.Method.STAFF)
    assert confirmed(an_unconfirmed_comment(article)).state == State.REJECTED


def test_erasure_leaves_a_place_without_words(article):
    comment = a_comment(article, state=State.PUBLISHED, text="Something private.")
    an_unconfirmed_comment(article, text="Something else.")
    erase(parse_address(ANNA), method=ConsentEntry.Method.STAFF)
    assert (fresh(comment).state, fresh(comment).comment, fresh(comment).user_name) == (State.WITHDRAWN, "", "")
    assert Comment.objects.count() == 1
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            assert not [row for row in cursor if "Something" in repr(row) or "Anna" in repr(row)]


def test_a_detector_that_fails_makes_a_comment_wait(article, settings):
    settings.COMMENT_DETECTORS = ["tests.comments.test_flow.Broken"]
    comment = confirmed(an_unconfirmed_comment(article))
    assert comment.state == State.PENDING
    assert comment.findings.get().category == "failure"


def test_somebody_in_danger_goes_first(article, settings):
    settings.COMMENT_DETECTORS = ["tests.comments.test_flow.Alarming"]
    comment = an_unconfirmed_comment(article)
    assert CrisisCase.objects.get().comment == comment
    assert (confirmed(comment).state, fresh(comment).priority) == (State.ESCALATED, 0)


class Broken:
    """A detector with a defect."""

    name, version = "broken", 1

    def find(self, text, about):
        raise ValueError(text.typed)


class Alarming:
    """A detector that finds a crisis in anything."""

    name, version = "alarming", 1

    def find(self, text, about):
        from comments.screening.detector import Found

        yield Found("crisis", 0, 4, "For a test")
