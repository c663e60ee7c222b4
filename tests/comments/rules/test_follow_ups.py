"""Mail about new comments: who gets it, how often, about what, and how it stops."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Comment, Conversation, Decision, FollowUp
from comments.models.comment import State
from comments.rules.authoring import withdraw
from comments.rules.follow_ups import follow, linked, queue_digests, stop_link
from consent.mail.letter import NotToBeSentError
from consent.models import Consent, OutgoingMail
from consent.rules.erasing import erase
from consent.rules.withdrawing import pause, withdraw_all
from tests.comments.telling import a_day_passes, decided, waiting, written
from tests.consenting import ANNA
from tests.conversing import (
    COMMENTS,
    FOLLOW_UPS,
    a_comment,
    a_submission,
    an_unconfirmed_comment,
    confirmed,
    contact_of,
    open_conversations,
)


@pytest.fixture
def journal(settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"


@pytest.fixture
def following(article):
    """Anna ticked both boxes, confirmed, and her comment is published."""
    offer = open_conversations(article.get_site())
    asked = a_submission(article).who
    who = type(asked)(asked.address, offer, (COMMENTS, FOLLOW_UPS), offer.digest)
    comment = confirmed(an_unconfirmed_comment(article, who=who))
    decided(comment, Decision.Action.APPROVE)
    return FollowUp.objects.get()


def digests():
    queue_digests()
    return [mail for mail in waiting() if mail.kind == "comment-follow-up"]


def test_following_begins_with_the_confirmation_and_only_where_that_box_was_ticked(article, following):
    assert following.contact == contact_of()
    assert following.conversation == Conversation.objects.get()
    a_comment(article, address="berta@example.org")
    assert FollowUp.objects.count() == 1


def test_nobody_follows_before_the_address_is_confirmed(article):
    offer = open_conversations(article.get_site())
    asked = a_submission(article).who
    an_unconfirmed_comment(article, who=type(asked)(asked.address, offer, (COMMENTS, FOLLOW_UPS), offer.digest))
    assert not FollowUp.objects.exists()


def test_new_comments_are_gathered_by_name_and_address_and_without_a_word_of_them(article, following):
    others = [
        a_comment(article, state=State.PUBLISHED, address=f"{name.lower()}@example.org", name=name, text="A secret.")
        for name in ("Berta", "Carl")
    ]
    hidden = a_comment(article, address="dora@example.org", name="Dora")
    a_day_passes()
    (mail,) = digests()
    letter = written(mail)
    assert letter.subject == "2 new comments in a conversation that you follow"
    for body in (letter.text, letter.html):
        assert "Berta" in body
        assert "Carl" in body
        assert "Dora" not in body
        assert "Anna" not in body
        assert "secret" not in body
        assert all(f"/conversation/comment/{comment.pk}/" in body for comment in others)
        assert f"/conversation/comment/{hidden.pk}/" not in body
        assert article.title in body
    assert article.title not in letter.subject


def test_at_most_one_letter_a_day_and_about_the_same_comment_never_two(article, following):
    a_comment(article, state=State.PUBLISHED, address="berta@example.org", name="Berta")
    a_day_passes()
    assert [len(digests()) for _time in range(2)] == [1, 1]
    a_comment(article, state=State.PUBLISHED, address="carl@example.org", name="Carl")
    Comment.objects.filter(user_name="Carl").update(published_at=timezone.now() - timedelta(minutes=3))
    FollowUp.objects.update(told_until=timezone.now() - timedelta(minutes=30))
    assert len(digests()) == 1
    FollowUp.objects.update(told_until=timezone.now() - timedelta(hours=25))
    Comment.objects.filter(user_name="Berta").update(published_at=timezone.now() - timedelta(hours=30))
    second = digests()[-1]
    assert "Carl" in written(second).text
    assert "Berta" not in written(second).text


def test_ones_own_comments_are_no_news(article, following):
    a_comment(article, state=State.PUBLISHED, text="Me again.")
    a_day_passes()
    assert digests() == []


def test_a_comment_that_was_withdrawn_meanwhile_is_no_news_any_more(article, following):
    comment = a_comment(article, state=State.PUBLISHED, address="berta@example.org", name="Berta")
    a_day_passes()
    (mail,) = digests()
    assert written(mail)
    withdraw(comment.pk)
    with pytest.raises(NotToBeSentError, match="nothing-left"):
        written(mail)


def test_many_comments_are_counted(article, following, monkeypatch):
    monkeypatch.setattr("comments.letters.follow_up.MOST", 1)
    for name in ("Berta", "Carl", "Dora"):
        a_comment(article, state=State.PUBLISHED, address=f"{name}@example.org", name=name)
    a_day_passes()
    letter = written(digests()[0])
    assert "And 2 more, on the same page." in letter.text
    assert "Carl" not in letter.text


def test_one_click_stops_all_of_it_and_a_link_this_conversation_alone(article, following, client, journal):
    a_comment(article, state=State.PUBLISHED, address="berta@example.org")
    a_day_passes()
    letter = written(digests()[0])
    assert letter.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = re.search(r"http://testserver(/conversation/follow/[^/\s]+/)", letter.text)[1]
    page = client.get(path)
    assert "Stop mail about this conversation" in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store, private"
    assert FollowUp.objects.get().stopped_at is None
    assert client.post(path).status_code == 403
    for _time in range(2):
        response = client.post(path, headers={"Sec-Fetch-Site": "same-origin"})
        assert "Stopped." in response.content.decode()
    assert FollowUp.objects.get().stopped_at
    assert Consent.objects.given().filter(purpose__code=FOLLOW_UPS).exists()
    one_click = re.fullmatch(r"<http://testserver(/u/.+/)>", letter.headers["List-Unsubscribe"])[1]
    client.post(one_click, {"List-Unsubscribe": "One-Click"})
    given = Consent.objects.given().values_list("purpose__code", flat=True)
    assert list(given.filter(contact=contact_of())) == [COMMENTS]


def test_a_forged_link_stops_nothing(client, following):
    text = stop_link(following)
    for forged in ("x", text[:-1], text.replace(":", "-"), stop_link(FollowUp(pk=following.pk + 1))):
        assert client.get(f"/conversation/follow/{forged}/").status_code == 410
        response = client.post(f"/conversation/follow/{forged}/", headers={"Sec-Fetch-Site": "same-origin"})
        assert response.status_code == 410
    assert FollowUp.objects.get().stopped_at is None
    assert linked(text) == following


def test_a_link_to_stop_holds_nothing_of_the_person(following):
    assert str(following.contact_id) not in stop_link(following)


def test_consent_is_asked_when_queueing_and_when_sending(article, following, journal):
    a_comment(article, state=State.PUBLISHED, address="berta@example.org")
    consent = Consent.objects.get(contact=contact_of(), purpose__code=FOLLOW_UPS)
    a_day_passes()
    pause(consent, until=timezone.now() + timedelta(days=1), method="link")
    assert digests() == []
    Consent.objects.update(paused_until=None)
    (mail,) = digests()
    withdraw_all(contact_of(), method="link")
    with pytest.raises(NotToBeSentError, match="no-consent"):
        written(mail)


def test_agreeing_again_begins_no_old_follow_up_anew(article, following, journal):
    a_comment(article, state=State.PUBLISHED, address="berta@example.org")
    a_day_passes()
    withdraw_all(contact_of(), method="link")
    assert digests() == []
    Consent.objects.update(withdrawn_at=None)
    a_day_passes()
    assert digests() == []
    assert FollowUp.objects.get().stopped_at


def test_conversations_whose_article_is_gone_stop(article, following):
    a_comment(article, state=State.PUBLISHED, address="berta@example.org")
    a_day_passes()
    article.unpublish()
    assert digests() == []
    assert FollowUp.objects.get().stopped_at is None  # it may come back
    Conversation.objects.update(page=None)
    assert digests() == []
    assert FollowUp.objects.get().stopped_at


def test_a_letter_about_an_article_that_went_meanwhile_is_not_sent(article, following):
    a_comment(article, state=State.PUBLISHED, address="berta@example.org")
    a_day_passes()
    (mail,) = digests()
    article.unpublish()
    with pytest.raises(NotToBeSentError, match="page-gone"):
        written(mail)


def test_two_wishes_of_joined_contacts_give_one_letter(article, following):
    FollowUp.objects.create(contact=following.contact, conversation=following.conversation)
    a_comment(article, state=State.PUBLISHED, address="berta@example.org")
    a_day_passes()
    assert len(digests()) == 1
    assert FollowUp.objects.filter(stopped_at=None).count() == 1


def test_letters_that_waited_when_two_contacts_were_joined_tell_of_nothing_twice(article, following):
    """A letter on each of two wishes: neither was sent yet, or the one on the later wish was."""
    a_comment(article, state=State.PUBLISHED, address="berta@example.org")
    a_day_passes()
    (first,) = digests()
    other = FollowUp.objects.create(contact=following.contact, conversation=following.conversation)
    _pk, since, until = first.subject_id.split(":")
    common = {"kind": first.kind, "contact": first.contact, "site": first.site, "language": "en"}
    second = OutgoingMail.objects.create(
        idempotency_key="of the other", subject_id=f"{other.pk}:{since}:{until}", **common
    )
    assert written(first)
    with pytest.raises(NotToBeSentError, match="twice"):
        written(second)
    OutgoingMail.objects.filter(pk=second.pk).update(state=OutgoingMail.State.SENT)
    with pytest.raises(NotToBeSentError, match="nothing-left"):
        written(first)


def test_who_was_erased_follows_nothing(article, following, journal):
    erase(following.contact.address, method="link")
    assert not FollowUp.objects.exists()
    follow(following.contact, following.conversation)
    assert not FollowUp.objects.exists()


def test_address_of_the_follower_stands_in_no_letter_to_others(article, following):
    a_comment(article, state=State.PUBLISHED, address="berta@example.org")
    a_day_passes()
    letter = written(digests()[0])
    assert ANNA not in letter.text
    assert "berta@example.org" not in letter.text
