"""Authors hear once what was decided, when nobody can undo it any more."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import ConversationSettings, Decision, Progress, Sanction
from comments.models.comment import State
from comments.rules.answering import answer_authors, tell_of_sanctions
from comments.rules.authoring import withdraw
from comments.rules.deciding import undo
from consent.models import OutgoingMail
from consent.rules.erasing import erase
from consent.rules.withdrawing import withdraw_all
from portal.jobs import JOBS
from tests.comments.telling import answered, decided, waiting
from tests.consenting import ANNA
from tests.conversing import a_comment, a_moderator, contact_of

Action = Decision.Action


def test_the_worker_answers_every_fifteen_seconds():
    assert JOBS["answer"].every == timedelta(seconds=15)


def test_nothing_is_told_while_it_can_be_undone(article):
    decided(a_comment(article), Action.APPROVE)
    answer_authors()
    assert waiting() == []


def test_a_decision_is_told_once_however_often_the_job_runs(article, monkeypatch):
    decision = decided(a_comment(article), Action.APPROVE)
    (mail,) = answered(monkeypatch)
    assert (mail.kind, mail.idempotency_key, mail.contact) == (
        "comment-decision",
        f"decision:{decision.number}",
        contact_of(),
    )
    assert Progress.objects.get(name="answer").number == Decision.objects.last().number
    assert len(answered(monkeypatch)) == 1
    Progress.objects.update(number=0)  # as after a restore from a backup
    assert len(answered(monkeypatch)) == 1


def test_a_decision_that_can_still_be_undone_stops_the_walk(article, monkeypatch):
    first, second = a_comment(article), a_comment(article, address="berta@example.org")
    decided(first, Action.APPROVE)
    monkeypatch.setattr("comments.rules.answering.SETTLED_AFTER", timedelta(0))
    answer_authors()
    monkeypatch.undo()
    decided(second, Action.APPROVE)
    answer_authors()
    assert len(waiting()) == 1
    assert len(answered(monkeypatch)) == 2


def test_a_trusted_author_hears_that_a_comment_is_there_at_once(article, monkeypatch):
    a_comment(article, state=State.PUBLISHED)
    ConversationSettings.objects.update_or_create(site=article.get_site(), defaults={"trusted_after": 1})
    commenter = contact_of().commenters.get()
    comment = a_comment(article, by=commenter, text="I planted tulips today.")
    assert comment.state == State.PUBLISHED
    decision = Decision.objects.get(comment_id=comment.pk)
    assert (decision.action, decision.moderator_id) == (Action.TRUST, None)
    assert f"decision:{decision.number}" in {mail.idempotency_key for mail in answered(monkeypatch)}


def test_what_was_undone_is_not_told(article, monkeypatch):
    comment = a_comment(article)
    decision = decided(comment, Action.REJECT, rule_code="kind")
    undo(decision.number, by=a_moderator())
    assert answered(monkeypatch) == []


@pytest.mark.parametrize(
    ("state", "letters"),
    [
        (State.PENDING, 0),
        (State.ESCALATED, 0),
        (State.SPAM, 0),
        (State.CHANGES, 1),
        (State.PUBLISHED, 1),
        (State.REJECTED, 1),
        (State.REMOVED, 2),
    ],
)
def test_spam_and_steps_between_colleagues_tell_nothing(article, state, letters, monkeypatch):
    a_comment(article, state=state)
    assert len(answered(monkeypatch)) == letters


def test_who_took_back_their_consent_or_was_erased_gets_nothing(article, monkeypatch, settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    decided(a_comment(article), Action.APPROVE)
    decided(a_comment(article, address="berta@example.org"), Action.APPROVE)
    withdraw_all(contact_of(), method="link")
    erase(contact_of("berta@example.org").address, method="link")
    assert answered(monkeypatch) == []


def test_an_author_who_withdrew_meanwhile_leaves_the_walk_whole(article, monkeypatch):
    comment = a_comment(article, state=State.PUBLISHED)
    withdraw(comment.pk)
    decided(a_comment(article, address="berta@example.org"), Action.APPROVE)
    assert {mail.contact for mail in answered(monkeypatch)} == {contact_of(), contact_of("berta@example.org")}


def a_sanction(comment, **values):
    return Sanction.objects.create(
        site=comment.conversation.site,
        commenter=comment.commenter,
        subject=comment.commenter.contact.subject,
        kind=Sanction.Kind.PAUSED,
        reason="You wrote to somebody without respect.",
        begins_at=timezone.now() - timedelta(minutes=5),
        **values,
    )


def test_a_sanction_is_told_once_and_one_that_was_lifted_is_not(article):
    comment = a_comment(article)
    sanction = a_sanction(comment, ends_at=timezone.now() + timedelta(days=3))
    a_sanction(comment, lifted_at=timezone.now())
    assert [tell_of_sanctions() for _time in range(2)] == [1, 0]
    assert OutgoingMail.objects.get(kind="comment-sanction").subject_id == str(sanction.pk)


def test_an_address_that_was_erased_is_not_told_of_a_sanction(article, settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    a_sanction(a_comment(article))
    erase(contact_of(ANNA).address, method="link")
    assert tell_of_sanctions() == 0
