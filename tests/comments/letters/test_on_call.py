"""Whoever is on call hears of an open case at once, once, and never a word of what was written."""

import logging
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from comments.letters import on_call
from comments.models import ConversationSettings, CrisisCase
from comments.rules import crisis
from portal import staff_mail
from portal.jobs import JOBS
from portal.models import User
from tests.consenting import ANNA
from tests.conversing import a_moderator, an_unconfirmed_comment

DANGER = "I want to die, said Zebulon."
ON_CALL = "on-call@staff.example.org"


@pytest.fixture
def site(article):
    settings = ConversationSettings.for_site(article.get_site())
    settings.on_call_email = ON_CALL
    settings.save()
    return article.get_site()


def later(**spell):
    return timezone.now() + timedelta(**spell)


def notices():
    return [message for message in mail.outbox if "case" in message.body.lower()]


def test_the_on_call_address_is_told_as_soon_as_a_case_is_kept(article, site, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        an_unconfirmed_comment(article, text=DANGER)
    (notice,) = notices()
    assert notice.to == [ON_CALL]
    assert CrisisCase.objects.get().notified_at
    for secret in ("Zebulon", "want to die", ANNA, "Anna", "pills"):
        assert secret not in notice.subject + notice.body
    assert "/admin/" in notice.body


def test_everyday_words_call_nobody(article, site, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        an_unconfirmed_comment(article, text="This queue is killing me.")
    assert not notices()


def test_a_notice_leaves_once_however_often_the_job_runs(article, site):
    an_unconfirmed_comment(article, text=DANGER)
    assert JOBS["crisis_notices"].run() == "1 cases told of"
    for _again in range(3):
        assert JOBS["crisis_notices"].run() == "0 cases told of"
    assert len(notices()) == 1


def test_two_workers_at_once_tell_once(article, site, monkeypatch):
    an_unconfirmed_comment(article, text=DANGER)
    send, sent = on_call._send, []

    def send_while_another_runs(case, patience):
        sent.append(on_call.tell_of_cases())
        return send(case, patience)

    monkeypatch.setattr(on_call, "_send", send_while_another_runs)
    assert on_call.tell_of_cases() == 1
    assert sent == [0]
    assert len(notices()) == 1


def test_a_server_that_is_away_is_tried_again_and_keeps_nobody_from_writing(
    article, site, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    def refuse(*_values, **_more):
        raise OSError(f"no route for {ON_CALL}")

    monkeypatch.setattr(staff_mail, "send_mail", refuse)
    with caplog.at_level(logging.ERROR), django_capture_on_commit_callbacks(execute=True):
        an_unconfirmed_comment(article, text=DANGER)
    assert CrisisCase.objects.get().notified_at is None
    assert ON_CALL not in caplog.text
    monkeypatch.undo()
    assert on_call.tell_of_cases() == 1


def test_a_defect_in_telling_keeps_nobody_from_writing(
    article, site, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    def fail(*_values):
        raise LookupError(f"nothing for {ON_CALL}")

    monkeypatch.setattr(on_call, "_taken", fail)
    with caplog.at_level(logging.ERROR), django_capture_on_commit_callbacks(execute=True):
        an_unconfirmed_comment(article, text=DANGER)
    case = CrisisCase.objects.get()
    assert f"The notice of crisis case {case.pk} failed: LookupError" in caplog.text
    assert ON_CALL not in caplog.text
    monkeypatch.undo()
    assert on_call.tell_of_cases() == 1


def test_a_crash_after_sending_tells_twice_rather_than_never(article, site, monkeypatch):
    an_unconfirmed_comment(article, text=DANGER)

    def crash(case, patience):
        send(case, patience)
        raise KeyboardInterrupt

    send = on_call._send
    monkeypatch.setattr(on_call, "_send", crash)
    with pytest.raises(KeyboardInterrupt):
        on_call.tell_of_cases()
    monkeypatch.undo()
    assert on_call.tell_of_cases() == 0  # the lease of the one that crashed
    assert on_call.tell_of_cases(later(minutes=3)) == 1
    assert len(notices()) == 2


def test_reminders_follow_after_15_and_60_minutes_as_long_as_nobody_looked(article, site):
    an_unconfirmed_comment(article, text=DANGER)
    times = (0, 14, 15, 16, 59, 61, 90, 600)
    assert [on_call.tell_of_cases(later(minutes=each)) for each in times] == [1, 0, 1, 0, 0, 1, 0, 0]
    assert "Still unseen" in notices()[1].subject


def test_a_worker_that_was_away_for_hours_tells_once(article, site):
    an_unconfirmed_comment(article, text=DANGER)
    assert [on_call.tell_of_cases(later(hours=3)) for _run in range(3)] == [1, 0, 0]


def test_a_case_that_somebody_has_seen_calls_nobody(article, site):
    an_unconfirmed_comment(article, text=DANGER)
    crisis.see(CrisisCase.objects.get(), a_moderator())
    assert on_call.tell_of_cases(later(hours=3)) == 0


def test_without_an_on_call_address_every_moderator_is_told_each_alone(article, site):
    ConversationSettings.objects.update(on_call_email="")
    a_moderator("mona")
    a_moderator("max")
    gone = a_moderator("gone")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    an_unconfirmed_comment(article, text=DANGER)
    assert on_call.tell_of_cases() == 1
    assert [message.to for message in notices()] == [["mona@staff.example.org"], ["max@staff.example.org"]]


def test_without_moderators_superusers_are_told_and_without_anybody_the_log(article, site, caplog):
    ConversationSettings.objects.update(on_call_email="")
    an_unconfirmed_comment(article, text=DANGER)
    assert on_call.tell_of_cases() == 0
    assert "nobody has an address" in caplog.text
    User.objects.create_superuser("root", email="root@staff.example.org")
    assert on_call.tell_of_cases() == 1


def test_new_words_of_danger_are_told_of_again(article, site):
    from comments.rules.authoring import rewrite

    comment = an_unconfirmed_comment(article, text=DANGER)
    on_call.tell_of_cases()
    crisis.see(CrisisCase.objects.get(), a_moderator())
    rewrite(comment.pk, "I took the whole bottle.", revision=1)
    assert on_call.tell_of_cases() == 1
