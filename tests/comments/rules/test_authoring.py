"""What an author may do with their own comment, as everything around it changes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Commenter, Conversation, ConversationSettings
from comments.models.comment import State
from comments.rules.authoring import rewrite
from comments.rules.deciding import NotAllowedError
from comments.rules.posting import post
from comments.rules.redacting import redact
from consent.rules.withdrawing import withdraw_all
from tests.conversing import a_comment, a_moderator, a_submission, an_unconfirmed_comment, confirmed, fresh, seen

OTHER = "Other words, which nobody has read."


@pytest.fixture
def trusted(article) -> Commenter:
    """Somebody whose comments are published at once."""
    ConversationSettings.objects.update_or_create(site=article.get_site(), defaults={"trusted_after": 1})
    return a_comment(article, state=State.PUBLISHED).commenter


def said(article, commenter, text="I planted tulips today.", **values):
    """A comment of somebody who is known, as it was kept."""
    return fresh(post(a_submission(article, by=commenter, text=text, **values), article.get_site()).comment)


def close(article):
    Conversation.objects.filter(page=article).update(state=Conversation.State.CLOSED)


def pause(article):
    Conversation.objects.filter(page=article).update(state=Conversation.State.PAUSED)


def close_by_age(article):
    type(article).objects.filter(pk=article.pk).update(first_published_at=timezone.now() - timedelta(days=9))
    Conversation.objects.filter(page=article).update(closes_after_days=8)


def unpublish(article):
    article.unpublish()


def close_all(article):
    ConversationSettings.objects.update_or_create(site=article.get_site(), defaults={"is_open": False})


ENDS = [close, pause, close_by_age, unpublish, close_all]


@pytest.mark.parametrize("end", ENDS)
def test_what_is_confirmed_after_the_end_of_a_conversation_is_published_by_a_moderator_alone(article, trusted, end):
    comment = an_unconfirmed_comment(article, text="I planted roses today.")
    end(article)
    comment = confirmed(comment)
    assert (comment.state, comment.html) == (State.PENDING, "")


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("state", [State.PENDING, State.PUBLISHED, State.CHANGES, State.REJECTED])
def test_after_the_end_of_a_conversation_no_other_words_are_taken(article, end, state):
    comment = a_comment(article, state=state, address="p@example.org")
    end(article)
    with pytest.raises(NotAllowedError, match="closed"):
        rewrite(comment.pk, OTHER, revision=comment.revision)
    assert (fresh(comment).comment, fresh(comment).state) == (comment.comment, comment.state)


def test_whoever_withdrew_their_consent_says_nothing_new(article, trusted):
    comment = said(article, trusted)
    withdraw_all(trusted.contact, method="link")
    with pytest.raises(NotAllowedError, match="consent"):
        rewrite(comment.pk, OTHER, revision=1)
    assert OTHER not in fresh(comment).html


def test_nobody_changes_the_words_of_somebody_who_has_died(article, trusted):
    comment = said(article, trusted)
    Commenter.objects.filter(pk=trusted.pk).update(is_memorial=True)
    with pytest.raises(NotAllowedError, match="memorial"):
        rewrite(comment.pk, OTHER, revision=1)


def test_what_a_moderator_took_out_comes_back_through_a_moderator_alone(article, trusted):
    comment = said(article, trusted, "At ward nine I met Xavierkinson!!!!! She sat there.")
    assert comment.state == State.PENDING
    redact(comment.pk, [], words=" I met Xavierkinson!!!!!", by=a_moderator(), seen=seen(comment))
    comment = fresh(comment)
    rewrite(comment.pk, "At ward nine I met Xavierkinson. She sat there.", revision=comment.revision)
    assert (fresh(comment).state, fresh(comment).html) == (State.PENDING, "")


def test_a_trusted_author_changes_a_comment_that_no_moderator_read(article, trusted):
    comment = said(article, trusted)
    rewrite(comment.pk, OTHER, revision=1)
    assert fresh(comment).state == State.PUBLISHED


@pytest.mark.parametrize(
    ("name", "state"),
    [("Kill yourself", State.PENDING), ("I want to die", State.ESCALATED), ("Buy Xanax online now", State.PENDING)],
)
def test_a_name_is_screened_as_the_words_are(article, trusted, name, state):
    comment = said(article, trusted, name=name)
    assert (comment.state, comment.html) == (state, "")
    (finding, *_others) = comment.findings.all()
    assert (finding.start, finding.end) == (0, 0)
    assert finding.reason.startswith("In the name: ")
    rewrite(comment.pk, OTHER, revision=1)
    assert fresh(comment).state == state
