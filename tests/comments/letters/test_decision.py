"""The letters on decisions: what they say, what they never say, and when they are not sent after all."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Appeal, Comment, CommentLink, Decision, Sanction
from comments.models.comment import State
from comments.rules.answering import tell_of_sanctions
from comments.rules.appealing import open_appeal
from comments.rules.authoring import rewrite, withdraw
from comments.rules.deciding import add_note, held, step, undo
from consent.mail.letter import NotToBeSentError
from consent.models import OutgoingMail, Suppression
from consent.rules.preferring import set_discreet
from consent.rules.suppressing import suppress
from consent.rules.withdrawing import withdraw_all
from portal.models import CommunitySettings
from tests.comments.telling import answered, decided, waiting, written
from tests.consenting import ANNA
from tests.conversing import RULES, a_comment, a_moderator, contact_of, fresh, publish_rules

Action = Decision.Action
SECRET = "My secret is that I stopped eating beans."


def the_letter(comment, monkeypatch, action, **values):
    decided(comment, action, **values)
    return written(answered(monkeypatch)[-1])


def hear(comment, action, to, *, rule_code="kind", note="I read it twice."):
    """Another moderator hears an appeal."""
    Appeal.objects.filter(comment=comment).update(heard_at=timezone.now())
    decision = step(held(comment.pk), action, to, actor="moderator", by=a_moderator("max"), rule_code=rule_code)
    add_note(decision, comment, to_author=note)


def test_an_approved_comment_is_told_with_its_permanent_address(article, monkeypatch):
    comment = a_comment(article)
    letter = the_letter(comment, monkeypatch, Action.APPROVE)
    assert str(letter.to) == ANNA
    assert letter.subject == "What you wrote is published"
    for body in (letter.text, letter.html):
        assert f"http://testserver/conversation/comment/{comment.pk}/" in body
        token = re.search(r"/conversation/status/([\w-]+)/", body)[1]
        assert CommentLink.find(token).comment_id == comment.pk
        assert "/preferences/" in body


def test_a_rejection_names_the_rule_that_its_author_accepted_not_the_one_of_today(article, monkeypatch):
    comment = a_comment(article)
    publish_rules(article.get_site(), [("new", "A new rule."), *((code, f"{rule} Really.") for code, rule in RULES)])
    letter = the_letter(comment, monkeypatch, Action.REJECT, rule_code="kind")
    assert letter.subject == "About what you wrote"
    for body in (letter.text, letter.html):
        assert "It is about rule 2 of our community rules, in version 1" in body
        assert "Be kind to everybody here." in body
        assert "Really." not in body
        assert "please write it another way." in body
        assert "send it again, or ask for a second look" in body


def test_a_comment_that_was_taken_down_can_only_be_appealed(article, monkeypatch):
    letter = the_letter(a_comment(article, state=State.PUBLISHED), monkeypatch, Action.REMOVE, rule_code="kind")
    assert "taken your comment off the page" in letter.text
    assert "send it again" not in letter.text
    assert "ask for a second look" in letter.text


def test_changes_that_are_asked_for(article, monkeypatch):
    letter = the_letter(a_comment(article), monkeypatch, Action.ASK, rule_code="kind", to_author=SECRET)
    assert "Change it and send it again when you like" in letter.text
    assert "A moderator has written a few words to you." in letter.text
    assert "written a few words" in letter.html


@pytest.mark.parametrize(
    ("action", "values"),
    [
        (Action.APPROVE, {}),
        (Action.REJECT, {"rule_code": "kind"}),
        (Action.ASK, {"rule_code": "kind"}),
    ],
)
def test_no_letter_holds_what_somebody_wrote(article, monkeypatch, action, values):
    """Mail may be read by others."""
    letter = the_letter(a_comment(article, text=SECRET), monkeypatch, action, to_author=f"About {SECRET}", **values)
    for part in (letter.subject, letter.text, letter.html, *letter.headers.values()):
        assert "secret" not in part
        assert article.title not in part
        assert "Anna" not in part


def test_passages_that_were_taken_out_are_told(article, monkeypatch):
    assert "without some passages" in the_letter(a_comment(article), monkeypatch, Action.REDACT).text


def test_both_outcomes_of_an_appeal_are_told(article, monkeypatch):
    comment = a_comment(article, state=State.REJECTED)
    open_appeal(comment.pk, "Please look again.")
    hear(comment, Action.UPHOLD, State.REJECTED)
    mail = answered(monkeypatch)[-1]
    assert mail.kind == "comment-appeal"
    letter = written(mail)
    assert "the decision on your comment stands" in letter.text
    assert "rule 2" in letter.text
    assert "out of court" in letter.html
    other = a_comment(article, state=State.REMOVED, address="berta@example.org")
    hear(other, Action.OVERTURN, State.PUBLISHED)
    letter = written(answered(monkeypatch)[-1])
    assert "changed the decision" in letter.text
    assert f"/conversation/comment/{other.pk}/" in letter.text


def test_a_letter_that_was_overtaken_is_not_sent(article, monkeypatch):
    comment = a_comment(article, state=State.PUBLISHED)
    published = answered(monkeypatch)[-1]
    decided(comment, Action.REMOVE, rule_code="kind")
    with pytest.raises(NotToBeSentError, match="overtaken"):
        written(published)
    removed = answered(monkeypatch)[-1]
    assert written(removed)
    withdraw(comment.pk)
    with pytest.raises(NotToBeSentError, match="overtaken"):
        written(removed)


def test_an_undone_step_after_it_leaves_a_letter_as_it_is(article, monkeypatch):
    comment = a_comment(article, state=State.PUBLISHED)
    mail = answered(monkeypatch)[-1]
    decision = decided(comment, Action.REMOVE, rule_code="kind")
    with pytest.raises(NotToBeSentError):
        written(mail)
    undo(decision.number, by=a_moderator())
    assert written(mail).subject == "What you wrote is published"


def test_a_comment_that_its_author_sent_again_is_not_called_rejected(article, monkeypatch):
    comment = a_comment(article, state=State.REJECTED)
    mail = answered(monkeypatch)[-1]
    rewrite(comment.pk, "Other words.", revision=fresh(comment).revision)
    with pytest.raises(NotToBeSentError, match="overtaken"):
        written(mail)


def test_consent_and_suppression_are_asked_once_more_when_it_is_sent(article, monkeypatch, settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    a_comment(article, state=State.PUBLISHED)
    a_comment(article, state=State.PUBLISHED, address="berta@example.org")
    first, second = answered(monkeypatch)
    assert written(first)
    assert written(second)
    withdraw_all(first.contact, method="link")
    suppress(second.contact.address, Suppression.Reason.ASKED)
    with pytest.raises(NotToBeSentError, match="no-consent"):
        written(first)
    with pytest.raises(NotToBeSentError, match="suppressed"):
        written(second)
    OutgoingMail.objects.update(contact=None)
    with pytest.raises(NotToBeSentError, match="gone"):
        written(first)


def test_who_chose_discreet_mail_gets_it_from_the_discreet_sender(article, monkeypatch):
    comment = a_comment(article)
    set_discreet(contact_of(), True)
    letter = the_letter(comment, monkeypatch, Action.REJECT, rule_code="kind")
    assert letter.sender == "Example Health Press"


def test_a_letter_comes_in_the_language_of_the_comment(article, monkeypatch):
    comment = a_comment(article)
    Comment.objects.update(language="de")
    letter = the_letter(comment, monkeypatch, Action.APPROVE)
    assert "published" not in letter.subject
    assert "/de/conversation/status/" in letter.text


def test_a_sanction_is_told_with_its_reason_its_end_and_how_to_object(article):
    comment = a_comment(article)
    CommunitySettings.objects.update(contact_email="office@example.org")
    sanction = Sanction.objects.create(
        site=comment.conversation.site,
        commenter=comment.commenter,
        subject=contact_of().subject,
        kind=Sanction.Kind.PAUSED,
        rule_code="kind",
        reason="Three times you were unkind to somebody.",
        begins_at=timezone.now() - timedelta(minutes=1),
        ends_at=timezone.now() + timedelta(days=7),
    )
    tell_of_sanctions()
    (mail,) = waiting()
    letter = written(mail)
    assert letter.subject == "About how you take part"
    for body in (letter.text, letter.html):
        assert "For some days you can’t write comments." in body
        assert "This ends on " in body
        assert "Three times you were unkind to somebody." in body
        assert "Be kind to everybody here." in body
        assert "office@example.org" in body
    Sanction.objects.filter(pk=sanction.pk).update(lifted_at=timezone.now())
    with pytest.raises(NotToBeSentError, match="lifted"):
        written(mail)
