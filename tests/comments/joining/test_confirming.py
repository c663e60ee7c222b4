"""The page behind “Please confirm your comment”, as a person, a scanner and a hurried double click meet it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from comments.letters.confirm import confirm as write
from comments.models import Comment, Commenter, Sanction
from comments.models.comment import State
from comments.rules.authoring import withdraw
from consent.addresses import parse_address
from consent.models import ConsentEntry, OutgoingMail, Request, Suppression, Token
from consent.rules.erasing import erase
from consent.rules.suppressing import suppress
from portal.settings import accounts
from tests.comments.joining.walking import confirm_path
from tests.consent.unchanged import everything
from tests.consenting import ANNA, a_request
from tests.conversing import a_commenter, an_unconfirmed_comment, fresh


@pytest.fixture
def waiting(article):
    """A comment that waits for its author, and the path of the link that was mailed."""
    comment = an_unconfirmed_comment(article, text="Something private.")
    return comment, confirm_path(comment)


def test_page_offers_both_answers_alike_and_holds_no_word_of_the_comment(browser, waiting):
    response = browser.get(waiting[1])
    html = response.content.decode()
    assert response.status_code == 200
    assert html.count('class="button button-quiet" name="act"') == 2
    assert "When myeloma comes back" in html
    assert "Something private" not in html
    assert ANNA not in html
    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies


def test_opening_the_page_changes_nothing_whoever_does(waiting):
    before = everything()
    for _time in range(3):
        for method in ("get", "head"):
            response = getattr(Client(), method)(waiting[1] + "?act=confirm")
            assert (response.status_code, dict(response.cookies)) == (200, {})
    assert everything() == before


def test_confirming_sets_the_cookie_and_leads_to_the_status_page(browser, waiting):
    comment, path = waiting
    response = browser.post(path, {"act": "confirm"})
    assert response.status_code == 303
    assert response.headers["Location"].startswith("/conversation/status/")
    assert browser.get(response.headers["Location"]).status_code == 200
    cookie = response.cookies["conversation"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["max-age"]) == (True, "Lax", "/", 2_592_000)
    assert "anna" not in cookie.value.lower()
    assert list(response.cookies) == ["conversation"]
    assert fresh(comment).state == State.PENDING


def test_the_cookie_is_sent_over_https_alone_where_sessions_are(browser, waiting, settings):
    settings.SESSION_COOKIE_SECURE = True
    assert browser.post(waiting[1], {"act": "confirm"}).cookies["conversation"]["secure"]


def test_the_cookie_carries_all_that_its_prefix_demands_in_production(browser, waiting, settings):
    settings.CONVERSATION_COOKIE_NAME = accounts.CONVERSATION_COOKIE_NAME
    settings.SESSION_COOKIE_SECURE = accounts.SESSION_COOKIE_SECURE
    (cookie,) = browser.post(waiting[1], {"act": "confirm"}).cookies.values()
    assert cookie.key == "__Host-conversation"
    assert (cookie["secure"], cookie["httponly"], cookie["path"], cookie["domain"]) == (True, True, "/", "")


def test_a_second_press_leads_to_the_same_page_and_keeps_nothing(browser, waiting):
    first = browser.post(waiting[1], {"act": "confirm"}).headers["Location"]
    kept = everything()
    again = Client(headers={"Sec-Fetch-Site": "same-origin"}).post(waiting[1], {"act": "confirm"})
    assert (again.status_code, again.headers["Location"]) == (303, first)
    assert not again.cookies
    browser.post(waiting[1], {"act": "refuse"})
    assert everything() == kept
    page = browser.get(waiting[1]).content.decode()
    assert "This link has been used" in page
    assert first in page


def test_this_was_not_me_takes_comment_and_address_away(browser, waiting):
    response = browser.post(waiting[1], {"act": "refuse"})
    assert response.status_code == 303
    assert "We won’t write to you again" in browser.get(response.headers["Location"]).content.decode()
    assert not Comment.objects.exists()
    assert not Request.objects.exists()
    assert Suppression.objects.exists()
    assert not response.cookies


def test_a_post_without_a_button_or_from_another_site_does_nothing(browser, waiting):
    before = everything()
    assert browser.post(waiting[1]).status_code == 200
    assert browser.post(waiting[1], {"act": "publish"}).status_code == 200
    assert browser.post(waiting[1], {"act": "confirm"}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert everything() == before


def test_links_that_lead_nowhere_are_answered_alike(browser, article, community):
    erased = confirm_path(an_unconfirmed_comment(article, address="erased@example.org"))
    erase(parse_address("erased@example.org"), method=ConsentEntry.Method.STAFF)
    expired = an_unconfirmed_comment(article, address="late@example.org")
    late = confirm_path(expired)
    Request.objects.filter(pk=expired.request_id).update(expires_at=timezone.now() - timedelta(hours=1))
    never = confirm_path(an_unconfirmed_comment(article, address="never@example.org"))
    suppress(parse_address("never@example.org"), Suppression.Reason.NOT_ME)
    sign_up = f"/conversation/confirm/{Token.issue(Token.Kind.CONFIRM, request=a_request(community))}/"
    before = everything()
    answers = {
        browser.post(path, {"act": "confirm"}).content
        for path in (erased, late, never, sign_up, "/conversation/confirm/x/")
    }
    assert len(answers) == 1
    assert everything() == before


def test_somebody_who_was_banned_meanwhile_reads_so_in_plain_words(browser, article):
    commenter = a_commenter(article)
    comment = an_unconfirmed_comment(article)
    Sanction.objects.create(
        site=commenter.site,
        commenter=commenter,
        subject=commenter.contact.subject,
        kind=Sanction.Kind.PAUSED,
        reason="Advertising, three times.",
        ends_at=timezone.now() + timedelta(days=7),
    )
    response = browser.post(confirm_path(comment), {"act": "confirm"})
    html = response.content.decode()
    assert response.status_code == 200
    assert "You can’t comment here until" in html
    assert "Advertising, three times." in html
    assert not response.cookies
    assert fresh(comment).state == State.REJECTED


def test_a_comment_that_was_withdrawn_meanwhile_stays_so(browser, waiting):
    comment, path = waiting
    withdraw(comment.pk)
    assert browser.post(path, {"act": "confirm"}).status_code == 303
    assert fresh(comment).state == State.WITHDRAWN


def test_the_letter_has_a_link_and_no_word_of_the_comment(waiting):
    comment, _path = waiting
    letter = write(OutgoingMail.objects.get(request=comment.request))
    words = f"{letter.subject}{letter.text}{letter.html}"
    assert "/conversation/confirm/" in letter.text
    assert "48 hours" in letter.text
    for secret in ("private", "Anna", "myeloma", "comment"):
        assert secret not in letter.subject
    assert "Something private" not in words
    assert "When myeloma comes back" not in words
    assert Commenter.objects.count() == 0
