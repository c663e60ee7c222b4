"""Words that readers don't see have their time, and then go."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import (
    Appeal,
    Comment,
    CommenterNote,
    CommentLink,
    CommentRevision,
    Decision,
    DecisionNote,
    FollowUp,
    Report,
    Sanction,
)
from comments.models.comment import State
from comments.rules import retaining
from comments.rules.appealing import open_appeal
from comments.rules.authoring import withdraw
from comments.rules.follow_ups import follow
from comments.rules.retaining import KEEPS, forget_old
from portal.ledger.proof import prove
from tests.comments.telling import whole_database
from tests.conversing import a_comment, fresh

DAY = timedelta(days=1)


def later(monkeypatch, span):
    """As if this much time had passed."""
    now = timezone.now() + span
    monkeypatch.setattr(retaining.timezone, "now", lambda: now)


def in_state(article, state):
    comment = a_comment(article, state=State.PUBLISHED if state == State.WITHDRAWN else state, text="Secretword.")
    if state == State.WITHDRAWN:
        withdraw(comment.pk)
    return comment


@pytest.mark.parametrize("state", KEEPS)
def test_words_are_kept_for_their_time_and_not_a_day_longer(article, state, monkeypatch):
    comment = in_state(article, state)
    later(monkeypatch, KEEPS[state] - DAY)
    forget_old()
    assert fresh(comment).comment == "Secretword."
    later(monkeypatch, KEEPS[state] + DAY)
    assert forget_old().startswith("words of 1 comments")
    assert (fresh(comment).comment, fresh(comment).user_name, fresh(comment).state) == ("", "", state)
    assert not CommentRevision.objects.exclude(text="").exists()
    assert "Secretword" not in whole_database()
    assert forget_old().startswith("words of 0 comments")
    assert prove(Decision).fault is None


@pytest.mark.parametrize("state", [State.PUBLISHED, State.PENDING, State.ESCALATED, State.REMOVED])
def test_words_that_are_read_or_waited_for_stay(article, state, monkeypatch):
    comment = a_comment(article, state=state)
    later(monkeypatch, timedelta(days=3000))
    forget_old()
    assert fresh(comment).comment


def test_a_comment_that_was_sent_again_counts_anew(article, monkeypatch):
    comment = in_state(article, State.REJECTED)
    Comment.objects.filter(pk=comment.pk).update(state=State.PENDING)
    later(monkeypatch, timedelta(days=3000))
    forget_old()
    assert fresh(comment).comment == "Secretword."


def test_what_hangs_on_comments_has_its_time_too(article, monkeypatch):
    comment = a_comment(article, state=State.REMOVED)
    anna = comment.commenter
    open_appeal(comment.pk, "You misread me.")
    Appeal.objects.update(heard_at=timezone.now(), outcome=Appeal.Outcome.UPHELD)
    DecisionNote.objects.create(decision_number=1, comment=comment, to_author="A note.")
    CommentLink.issue(comment.pk)
    CommenterNote.objects.create(commenter=anna, text="A note.")
    Report.objects.create(comment=comment, revision=1, category="spam", snapshot="x", reporter="r")
    follow(anna.contact, comment.conversation)
    FollowUp.objects.update(stopped_at=timezone.now())
    kept = Sanction.objects.create(site=anna.site, commenter=anna, subject="s", kind="banned", reason="For good.")
    Sanction.objects.create(
        site=anna.site, commenter=anna, subject="s", kind="paused", reason="Over.", ends_at=timezone.now()
    )
    forget_old()
    counted = (Report, CommentLink, CommenterNote, FollowUp)
    assert all(model.objects.exists() for model in counted)
    later(monkeypatch, timedelta(days=366))
    forget_old()
    assert not any(model.objects.exists() for model in counted)
    assert Sanction.objects.get() == kept
    assert (Appeal.objects.get().words, Appeal.objects.get().outcome) == ("", Appeal.Outcome.UPHELD)
    assert fresh(comment).comment
