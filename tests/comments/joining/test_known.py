"""Somebody whose browser knows them: what they skip, what they are asked again, and how the browser forgets them."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core import signing
from django.utils import timezone

from comments.joining import cookie
from comments.models import Comment, Commenter, RulesAcceptance, Sanction
from comments.models.comment import State
from comments.rules.posting import post
from consent.addresses import parse_address
from consent.models import Consent, ConsentEntry, Request
from consent.rules.asking import NoConsentError
from consent.rules.erasing import erase
from consent.rules.withdrawing import pause, withdraw
from tests.comments.joining.walking import TEXT
from tests.consenting import ANNA
from tests.conversing import RULES, a_commenter, a_submission, publish_rules


@pytest.fixture
def known(walk, article):
    """Anna, whose browser knows her."""
    commenter = a_commenter(article)
    remember(walk, commenter)
    return commenter


def remember(walk, commenter):
    walk.client.cookies[settings.CONVERSATION_COOKIE_NAME] = signing.dumps(
        [commenter.pk, commenter.cookie_epoch], salt="comments.joining.cookie"
    )


def of_comments(commenter):
    return Consent.objects.get(contact=commenter.contact, purpose__code="comments")


def test_they_begin_with_their_words_and_need_not_confirm(walk, known):
    walk.open()
    assert (walk.step, walk.fields["name"]) == ("send", "Anna")
    walk.words("A second comment.")
    assert walk.response.status_code == 303
    comment = Comment.objects.get(comment="A second comment.")
    assert (comment.state, comment.commenter) == (State.PENDING, known)
    assert not comment.acceptance.was_asked
    assert not Request.objects.exists()


def test_rules_that_changed_materially_are_read_again_and_the_rest_is_skipped(walk, known, community):
    publish_rules(community, [*RULES, ("new", "A new rule.")], what_changed="One more rule.")
    walk.open()
    assert walk.step == "rules"
    assert "One more rule." in walk.html
    walk.rules()
    walk.words("A second comment.")
    acceptance = RulesAcceptance.objects.get(comment__comment="A second comment.")
    assert (acceptance.was_asked, acceptance.version.version) == (True, 2)


def test_an_editorial_change_is_not_read_again(walk, known, community):
    publish_rules(community, [*RULES[:2], ("no-selling", "Do not sell.")], is_material=False)
    walk.open()
    assert walk.step == "send"
    walk.words("A second comment.")
    acceptance = RulesAcceptance.objects.get(comment__comment="A second comment.")
    assert (acceptance.was_asked, acceptance.version.version) == (False, 1)


def test_rules_that_change_while_they_write_are_read_with_the_text_kept(walk, known, community):
    walk.open()
    publish_rules(community, [*RULES, ("new", "A new rule.")])
    walk.words()
    assert (walk.response.status_code, walk.step, walk.fields["text"]) == (409, "rules", TEXT)
    walk.rules()
    assert walk.send("send").response.status_code == 303


def test_forget_me_on_this_device(walk, known):
    walk.open()
    walk.words(act="forget")
    assert walk.step == "privacy"
    assert walk.fields["text"] == TEXT
    assert not walk.client.cookies[settings.CONVERSATION_COOKIE_NAME].value
    assert walk.open().step == "privacy"


def test_whoever_withdrew_their_consent_begins_with_it_again(walk, known):
    walk.open()
    withdraw(of_comments(known), method=ConsentEntry.Method.LINK)
    many = Comment.objects.count()
    walk.words()
    assert (walk.response.status_code, walk.step, walk.fields["text"]) == (409, "privacy", TEXT)
    assert walk.open().step == "privacy"
    assert Comment.objects.count() == many


def test_whoever_stopped_mail_for_a_while_still_agrees(walk, known):
    pause(of_comments(known), until=timezone.now() + timedelta(days=30), method=ConsentEntry.Method.LINK)
    assert walk.open().step == "send"


def test_no_comment_of_theirs_is_kept_without_a_consent_by_whatever_way(article, known):
    submission = a_submission(article, by=known)
    withdraw(of_comments(known), method=ConsentEntry.Method.LINK)
    with pytest.raises(NoConsentError):
        post(submission, article.get_site())


def test_a_ban_between_two_steps_is_told_and_the_words_can_be_copied(walk, known):
    walk.open()
    Sanction.objects.create(
        site=known.site, commenter=known, subject=known.contact.subject, kind="banned", reason="Spam."
    )
    many = Comment.objects.count()
    walk.words()
    assert walk.response.status_code == 403
    assert "You can’t comment here." in walk.html
    assert "Spam." in walk.html
    assert TEXT in walk.html
    assert walk.open().response.status_code == 403
    assert Comment.objects.count() == many


def test_erasing_oneself_between_two_steps_makes_every_browser_forget(walk, known):
    walk.open()
    erase(parse_address(ANNA), method=ConsentEntry.Method.STAFF)
    many = Comment.objects.count()
    walk.words()
    assert (walk.response.status_code, walk.step, walk.fields["text"]) == (409, "privacy", TEXT)
    assert Comment.objects.count() == many


def test_a_ticket_of_somebody_known_needs_their_cookie(walk, known):
    walk.open()
    del walk.client.cookies[settings.CONVERSATION_COOKIE_NAME]
    assert walk.words().step == "privacy"
    assert not Comment.objects.filter(comment=TEXT).exists()


@pytest.mark.parametrize("change", ["epoch", "memorial", "site", "forged", "salt", "old", "shape"])
def test_cookies_that_do_not_count(walk, known, change, rf, community, monkeypatch):
    assert walk.open().step == "send"
    if change == "epoch":
        Commenter.objects.update(cookie_epoch=1)
    elif change == "memorial":
        Commenter.objects.update(is_memorial=True)
    elif change == "forged":
        walk.client.cookies[settings.CONVERSATION_COOKIE_NAME] = "x:y:z"
    elif change == "salt":
        walk.client.cookies[settings.CONVERSATION_COOKIE_NAME] = signing.dumps([known.pk, 0], salt="another")
    elif change == "shape":
        walk.client.cookies[settings.CONVERSATION_COOKIE_NAME] = signing.dumps("anna", salt="comments.joining.cookie")
    elif change == "old":
        later = signing.time.time() + 31 * 24 * 3600
        monkeypatch.setattr(signing.time, "time", lambda: later)
    else:
        request = rf.get("/")
        request.COOKIES = {name: morsel.value for name, morsel in walk.client.cookies.items()}
        assert cookie.commenter_from(request, community)
        assert cookie.commenter_from(request, type(community)(pk=999)) is None
        return
    assert walk.open().step == "privacy"
