"""What an author does on the page of their comment: each button, and whatever comes in between."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Appeal, Comment, Decision, FollowUp, Sanction
from comments.models.comment import State
from comments.rules.authoring import rewrite
from comments.rules.deciding import held, step
from comments.rules.redacting import redact
from consent.rules.withdrawing import withdraw_all
from tests.comments.status.pages import a_link, press, shown
from tests.comments.telling import decided
from tests.consenting import ANNA
from tests.conversing import (
    COMMENTS,
    FOLLOW_UPS,
    STEPS_TO,
    a_comment,
    a_moderator,
    a_submission,
    an_unconfirmed_comment,
    confirmed,
    contact_of,
    fresh,
    open_conversations,
    seen,
)

Action = Decision.Action


def test_a_comment_is_changed_within_fifteen_minutes(client, article):
    comment = a_comment(article)
    path = a_link(comment)
    response = press(client, path, "rewrite", text="Other\r\nwords.", revision=1)
    assert (response.status_code, response.headers["Location"]) == (303, f"{path}?done=changed")
    assert (fresh(comment).comment, fresh(comment).revision) == ("Other\nwords.", 2)
    assert "Your comment is changed." in client.get(response.headers["Location"]).content.decode()


def test_an_unconfirmed_comment_is_changed_too_and_stays_unconfirmed(client, article):
    comment = an_unconfirmed_comment(article)
    assert press(client, a_link(comment), "rewrite", text="Other words.", revision=1).status_code == 303
    assert (fresh(comment).comment, fresh(comment).state) == ("Other words.", State.UNCONFIRMED)


def test_after_fifteen_minutes_nothing_is_changed_and_nothing_typed_is_lost(client, article):
    comment = a_comment(article)
    Comment.objects.update(submit_date=timezone.now() - timedelta(minutes=16))
    assert 'name="text"' not in shown(client, comment)
    response = press(client, a_link(comment), "rewrite", text="What I typed too late.", revision=1)
    assert response.status_code == 409
    assert "What I typed too late." in response.content.decode()
    assert "can’t be changed any more" in response.content.decode()
    assert fresh(comment).revision == 1


@pytest.mark.parametrize("state", [State.CHANGES, State.REJECTED])
def test_a_comment_is_sent_again_with_other_words(client, article, state):
    comment = a_comment(article, state=state)
    Comment.objects.update(submit_date=timezone.now() - timedelta(days=16))
    path = a_link(comment)
    response = press(client, path, "rewrite", text="Kinder words.", revision=1)
    assert response.headers["Location"] == f"{path}?done=sent"
    assert (fresh(comment).state, fresh(comment).comment) == (State.PENDING, "Kinder words.")
    assert "Sent. A moderator will read it." in client.get(response.headers["Location"]).content.decode()


def test_two_windows_meet_and_both_versions_are_shown(client, article):
    comment = a_comment(article, state=State.CHANGES)
    path = a_link(comment)
    rewrite(comment.pk, "Sent from my phone.", revision=1)
    decided(comment, Action.ASK, rule_code="kind")
    response = press(client, path, "rewrite", text="Typed at my desk.", revision=1)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Sent from my phone." in page
    assert "Typed at my desk." in page
    assert 'name="revision" value="2"' in page
    assert press(client, path, "rewrite", text="Typed at my desk.", revision=2).status_code == 303
    assert fresh(comment).comment == "Typed at my desk."


def test_a_conflict_with_what_can_no_longer_be_changed_keeps_the_text_to_copy(client, article):
    comment = a_comment(article)
    rewrite(comment.pk, "From my phone.", revision=1)
    decided(comment, Action.SPAM)
    response = press(client, a_link(comment), "rewrite", text="Typed at my desk.", revision=1)
    assert response.status_code == 409
    assert "Typed at my desk." in response.content.decode()


@pytest.mark.parametrize("revision", ["", "x", "-1", str(2**70), "0"])
def test_a_forged_revision_changes_nothing_and_loses_nothing(client, article, revision):
    comment = a_comment(article)
    response = press(client, a_link(comment), "rewrite", text="Typed.", revision=revision)
    assert response.status_code in (409, 422)
    assert "Typed." in response.content.decode()
    assert fresh(comment).revision == 1


@pytest.mark.parametrize(
    ("text", "error"),
    [("", "Please write something"), ("\u200b", "Please write something"), ("x" * 5001, "at most 5000")],
)
def test_what_is_wrong_stands_beside_the_field_and_on_top(client, article, text, error):
    comment = a_comment(article)
    response = press(client, a_link(comment), "rewrite", text=text, revision=1)
    page = response.content.decode()
    assert response.status_code == 422
    assert page.count(error) == 2
    assert 'href="#id_text"' in page
    assert "<title>Error:" in page
    assert text in page


def test_an_act_that_is_not_one_shows_the_page(client, article):
    comment = a_comment(article)
    for act in ("approve", "", "delete"):
        assert press(client, a_link(comment), act).status_code == 200
    assert fresh(comment).state == State.PENDING


@pytest.mark.parametrize("act", ["rewrite", "withdraw", "appeal", "follow", "unfollow"])
def test_a_form_of_another_host_is_refused(client, article, act):
    comment = a_comment(article, state=State.REJECTED)
    values = {"act": act, "text": "Typed.", "revision": 1, "words": "Why?"}
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://example.com"}, {}):
        response = client.post(a_link(comment), values, headers=headers)
        assert response.status_code == 403
        assert response.headers["Cache-Control"] == "no-store, private"
    assert (fresh(comment).state, fresh(comment).revision, Appeal.objects.count()) == (State.REJECTED, 1, 0)


@pytest.mark.parametrize("state", [State.UNCONFIRMED, *STEPS_TO])
def test_a_comment_is_withdrawn_in_any_state_with_one_button(client, article, state):
    comment = a_comment(article, state=state)
    path = a_link(comment)
    assert 'value="withdraw"' in client.get(path).content.decode()
    for _time in range(2):
        response = press(client, path, "withdraw")
        assert response.headers["Location"] == f"{path}?done=withdrawn"
    assert (fresh(comment).state, fresh(comment).html) == (State.WITHDRAWN, "")
    assert Decision.objects.filter(comment_id=comment.pk, action=Action.WITHDRAW).count() == 1


@pytest.mark.parametrize("state", [State.REJECTED, State.REMOVED])
def test_an_appeal_is_made_once(client, article, state):
    comment = a_comment(article, state=state)
    path = a_link(comment)
    response = press(client, path, "appeal", words="  You misread me.  ")
    assert response.headers["Location"] == f"{path}?done=appealed"
    appeal = Appeal.objects.get()
    newest = Decision.objects.filter(comment_id=comment.pk).last()
    assert (appeal.words, appeal.decision_number, appeal.outcome) == ("You misread me.", newest.number, "open")
    page = client.get(path).content.decode()
    assert "You asked for a second look." in page
    assert 'value="appeal"' not in page
    again = press(client, path, "appeal", words="Once more.")
    assert again.status_code == 409
    assert "Once more." in again.content.decode()
    assert Appeal.objects.count() == 1


@pytest.mark.parametrize("state", [State.PENDING, State.PUBLISHED, State.CHANGES, State.SPAM, State.UNCONFIRMED])
def test_there_is_no_appeal_where_nothing_was_refused_by_a_rule(client, article, state):
    comment = a_comment(article, state=state)
    assert 'value="appeal"' not in shown(client, comment)
    response = press(client, a_link(comment), "appeal", words="Why not?")
    assert response.status_code == 409
    assert "Why not?" in response.content.decode()
    assert not Appeal.objects.exists()


@pytest.mark.parametrize(("words", "error"), [(" ", "Please say why"), ("x" * 2001, "at most 2000")])
def test_an_appeal_says_why(client, article, words, error):
    comment = a_comment(article, state=State.REJECTED)
    response = press(client, a_link(comment), "appeal", words=words)
    assert response.status_code == 422
    assert response.content.decode().count(error) == 2
    assert words in response.content.decode()


def test_how_an_appeal_ended_is_told(client, article):
    comment = a_comment(article, state=State.REJECTED)
    press(client, a_link(comment), "appeal", words="You misread me.")
    step(held(comment.pk), Action.UPHOLD, State.REJECTED, actor="moderator", by=a_moderator("max"), rule_code="kind")
    Appeal.objects.update(outcome=Appeal.Outcome.UPHELD, heard_at=timezone.now())
    page = shown(client, comment)
    assert "the decision stands" in page
    assert "Be kind to everybody here." in page
    assert 'value="rewrite"' in page


def test_passages_that_a_moderator_took_out_are_told_and_the_original_is_shown_to_its_author(client, article):
    comment = a_comment(article, text="Dr Miller told me so.")
    redact(comment.pk, [], words="Dr Miller", by=a_moderator(), seen=seen(comment))
    Comment.objects.update(submit_date=timezone.now() - timedelta(hours=1))
    page = shown(client, comment)
    assert "took some passages out" in page
    assert "Dr Miller told me so." in page
    assert "[…] told me so." in page


def test_a_sanction_that_came_meanwhile_is_told_and_the_text_kept(client, article):
    comment = a_comment(article, state=State.CHANGES)
    Sanction.objects.create(
        site=comment.commenter.site,
        commenter=comment.commenter,
        subject=contact_of().subject,
        kind=Sanction.Kind.BANNED,
        reason="Enough.",
    )
    response = press(client, a_link(comment), "rewrite", text="Kinder words.", revision=1)
    assert response.status_code == 409
    assert "Kinder words." in response.content.decode()
    assert fresh(comment).state == State.CHANGES


@pytest.fixture
def follower(article):
    """A comment of somebody who ticked both boxes and confirmed."""
    offer = open_conversations(article.get_site())
    asked = a_submission(article).who
    who = type(asked)(asked.address, offer, (COMMENTS, FOLLOW_UPS), offer.digest)
    return confirmed(an_unconfirmed_comment(article, who=who))


def test_following_is_switched_off_and_on(client, follower):
    path = a_link(follower)
    assert FollowUp.objects.get().stopped_at is None
    assert 'value="unfollow"' in client.get(path).content.decode()
    assert press(client, path, "unfollow").headers["Location"] == f"{path}?done=unfollowed"
    assert FollowUp.objects.get().stopped_at
    assert 'value="follow"' in client.get(path).content.decode()
    for _time in range(2):
        press(client, path, "follow")
    assert FollowUp.objects.filter(stopped_at=None).count() == 1


def test_without_consent_nobody_can_be_made_to_follow(client, article, follower, settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    other = a_comment(article, address="berta@example.org")
    for comment in (other, an_unconfirmed_comment(article, address="carl@example.org")):
        assert 'value="follow"' not in shown(client, comment)
        press(client, a_link(comment), "follow")
    withdraw_all(contact_of(ANNA), method="link")
    press(client, a_link(follower), "unfollow")
    press(client, a_link(follower), "follow")
    assert not FollowUp.objects.filter(stopped_at=None).exists()
