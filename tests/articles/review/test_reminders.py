"""Reminders: to the reviewer and the editors, ahead of the day and after it, each once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from articles.models import ArticlePage, ReviewReminder
from articles.review.reminders import send_reminders
from portal.models import User
from tests.reviewing import a_reviewer, sign


@pytest.fixture
def editor(db, sign_in_as):
    editor = sign_in_as("Editors")
    User.objects.filter(pk=editor.pk).update(email="edda@example.org")
    return editor


@pytest.fixture
def due_soon(article):
    sign(article, draft=False, due_on=timezone.localdate() + timedelta(days=30))
    return article


def told():
    return {message.to[0] for message in mail.outbox}


def test_reviewer_and_editors_hear_once_that_a_review_is_due(due_soon, editor):
    assert send_reminders() == 2
    assert told() == {"ruth@example.org", "edda@example.org"}
    assert due_soon.title in mail.outbox[0].body
    assert f"/admin/pages/{due_soon.pk}/edit/" in mail.outbox[0].body
    assert send_reminders() == 0


def test_they_hear_again_when_the_day_has_passed(due_soon, editor, monkeypatch):
    send_reminders()
    later = timezone.localdate() + timedelta(days=31)
    monkeypatch.setattr("articles.review.communities.timezone.localdate", lambda timezone=None: later)
    assert send_reminders() == 2
    assert "was due on" in mail.outbox[-1].body
    assert send_reminders() == 0


def test_nobody_hears_of_a_review_that_is_current(article, editor):
    assert send_reminders() == 0


def test_nobody_hears_of_a_text_that_changed_since(due_soon, editor):
    ArticlePage.objects.filter(pk=due_soon.pk).update(summary="Other words")
    assert send_reminders() == 0


def test_a_reviewer_whose_account_is_closed_hears_nothing(due_soon, editor):
    User.objects.filter(pk=a_reviewer().pk).update(is_active=False)
    send_reminders()
    assert told() == {"edda@example.org"}


def test_a_mail_that_could_not_be_sent_is_sent_by_the_next_run(due_soon, editor, monkeypatch):
    def fails(*args, **kwargs):
        raise OSError("no mail server")

    with monkeypatch.context() as broken:
        broken.setattr("articles.review.reminders.send_mail", fails)
        assert send_reminders() == 0
        assert not ReviewReminder.objects.exists()
    assert send_reminders() == 2


def test_the_daily_command_says_what_it_did(due_soon, editor, capsys):
    call_command("tend_reviews")
    output = capsys.readouterr().out
    assert "Reminders sent: 2." in output
    assert "1 of 1" not in output
