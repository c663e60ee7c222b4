"""Skipping, forging, replaying, sharing and ageing: nothing is stored, or exactly one comment. What changes between two
steps is honoured, with a sentence and with the words kept.
"""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from articles.models import ArticlePage, TopicPage
from comments.joining import ticket as tickets
from comments.models import Comment, CommentLink, Conversation, ConversationSettings
from comments.models.comment import State
from comments.rules.authoring import withdraw
from consent.addresses import parse_address
from consent.capture import challenge
from consent.models import ConsentEntry, OutgoingMail, Request
from consent.rules.erasing import erase
from consent.rules.suppressing import suppress
from portal.models import HomePage
from tests.comments.joining.walking import FROM_OUR_PAGE, NAME, TEXT, Walk
from tests.consent.unchanged import everything
from tests.consenting import ANNA, use_up
from tests.conversing import a_comment, a_commenter, a_submission, an_unconfirmed_comment
from tests.reviewing import add_live


@pytest.fixture
def other_article(topic):
    """Another one in the same community."""
    return add_live(topic, ArticlePage(title="Another", slug="another", summary="Short.", body=[]))


def test_a_second_press_keeps_nothing_and_leads_to_the_same_page(walk):
    walk.to_words()
    walk.words()
    first = walk.response.headers["Location"]
    kept = everything()
    for _time in range(3):
        walk.words()
        assert (walk.response.status_code, walk.response.headers["Location"]) == (303, first)
    assert everything() == kept
    assert (Comment.objects.count(), CommentLink.objects.count(), OutgoingMail.objects.count()) == (1, 1, 1)


def test_a_second_press_finds_its_comment_after_the_keys_were_changed(walk, settings):
    walk.to_words()
    walk.words()
    first = walk.response.headers["Location"]
    settings.CONSENT_KEYS = ["bmV3LWtleS0wMTIzNDU2Nzg5LWFiY2RlZmdoaWprbG0", *settings.CONSENT_KEYS]
    assert walk.words().response.headers["Location"] == first
    assert CommentLink.objects.count() == 1


def test_other_words_on_a_used_page_are_kept_in_the_form_and_sent_by_a_press_of_their_own(walk):
    walk.to_words()
    walk.words()
    walk.words("Something else that helped me.")
    assert (walk.response.status_code, walk.fields["text"]) == (409, "Something else that helped me.")
    assert Comment.objects.count() == 1
    walk.send("send")
    assert Comment.objects.count() == 2


def test_the_back_button_over_all_steps_makes_no_second_comment(walk):
    walk.open()
    first_form = dict(walk.fields)
    walk.privacy()
    walk.rules()
    walk.words()
    first = walk.response.headers["Location"]
    walk.fields = first_form
    walk.privacy()
    walk.rules()
    assert walk.words().response.headers["Location"] == first
    assert Comment.objects.count() == 1


def test_a_ticket_that_two_people_share_makes_one_comment(walk, article):
    walk.to_words()
    walk.words()
    other = Walk(Client(headers=FROM_OUR_PAGE), article)
    other.fields = dict(walk.fields)
    assert other.words().response.headers["Location"] == walk.response.headers["Location"]
    other.words("Other words.")
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    "forged", ["", "x", "nonce.", "nonce.AAAA", "ü.ü", "a" * 5000, "nonce." + "A" * 200], ids=range(7)
)
def test_a_forged_ticket_begins_anew_and_keeps_the_words(walk, forged):
    walk.to_words()
    before = everything()
    walk.words(ticket=forged)
    assert (walk.response.status_code, walk.step) == (422, "privacy")
    assert (walk.fields["name"], walk.fields["text"]) == (NAME, TEXT)
    assert "could not make out where you were" in walk.html
    assert everything() == before


def test_a_ticket_opens_with_its_own_nonce_alone(walk):
    walk.to_words()
    _nonce, _dot, sealed = walk.fields["ticket"].partition(".")
    assert walk.words(ticket=f"{tickets.new_nonce()}.{sealed}").step == "privacy"
    assert not Comment.objects.exists()


def test_a_ticket_holds_nothing_that_can_be_read(walk):
    walk.to_words()
    assert "anna" not in walk.fields["ticket"].lower()


@pytest.mark.parametrize("act", ["send", "preview", "rules", "privacy", "publish", ""])
def test_steps_can_not_be_skipped(walk, act):
    walk.open()
    before = everything()
    walk.send(act, email="", name=NAME, text=TEXT, agreed="1")
    assert walk.step == "privacy"
    assert walk.fields["text"] == TEXT
    walk.privacy()
    walk.send("send", name=NAME, text=TEXT)
    assert walk.step == "rules"
    assert everything() == before


def test_a_ticket_works_under_its_own_page_alone(walk, other_article):
    walk.to_words()
    other = Walk(walk.client, other_article)
    other.fields = dict(walk.fields)
    assert other.words().step == "privacy"
    assert not Comment.objects.exists()


def test_a_ticket_works_in_its_own_community_and_language_alone(walk, article):
    walk.to_words()
    values = {"page": article.pk, "language": "en"}
    assert tickets.open_ticket(walk.fields["ticket"], site=article.get_site().pk, **values)
    for changed in ({"site": 999}, {"language": "es"}, {"page": 999}):
        with pytest.raises(tickets.ForgedTicketError):
            tickets.open_ticket(walk.fields["ticket"], **{"site": article.get_site().pk, **values, **changed})


def test_another_community_does_not_know_the_article(walk, article):
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="Migraine", slug="migraine"))
    Site.objects.create(hostname="migraine.example.org", root_page=home)
    walk.to_words()
    response = walk.client.post(
        walk.path, {**walk.fields, "act": "send", "name": NAME, "text": TEXT}, SERVER_NAME="migraine.example.org"
    )
    assert response.status_code == 409
    assert TEXT in response.content.decode()
    assert not Comment.objects.exists()


@pytest.mark.parametrize("step", ["rules", "send"])
def test_a_pause_of_two_hours_is_harmless(walk, step, monkeypatch):
    walk.to_rules() if step == "rules" else walk.to_words()
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(tickets.timezone, "now", lambda: later)
    if step == "rules":
        walk.rules()
    walk.words()
    assert Comment.objects.count() == 1


def test_an_old_page_begins_anew_with_everything_that_was_typed(walk, monkeypatch):
    walk.to_words()
    later = timezone.now() + timedelta(hours=4, minutes=1)
    monkeypatch.setattr(tickets.timezone, "now", lambda: later)
    walk.words()
    assert (walk.response.status_code, walk.step) == (422, "privacy")
    assert (walk.fields["email"], walk.fields["name"], walk.fields["text"]) == (ANNA, NAME, TEXT)
    assert "open for very long" in walk.html
    assert " checked" not in walk.html
    assert not Request.objects.exists()


def test_a_form_from_another_site_or_that_can_not_be_read_keeps_nothing(walk):
    walk.to_words()
    before = everything()
    data = {**walk.fields, "act": "send", "name": NAME, "text": TEXT}
    assert walk.client.post(walk.path, data, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert walk.client.post(walk.path, {**data, "text": "x" * 70_000}).status_code == 400
    assert walk.client.post(walk.path, "{}", content_type="application/json").status_code == 400
    assert walk.client.put(walk.path).status_code == 405
    assert everything() == before


CHANGES = {
    "closed": lambda article: _state(article, Conversation.State.CLOSED),
    "paused": lambda article: _state(article, Conversation.State.PAUSED),
    "off": lambda article: ConversationSettings.objects.update_or_create(
        site=article.get_site(), defaults={"is_open": False}
    ),
    "unpublished": lambda article: article.unpublish(),
    "private": lambda article: PageViewRestriction.objects.create(page=article, restriction_type="login"),
    "deleted": lambda article: article.delete(),
    "old": lambda article: _old(article),
}


def _state(article, state):
    Conversation.objects.update_or_create(
        page_id=article.pk, defaults={"site": article.get_site(), "title": article.title, "state": state}
    )


def _old(article):
    ConversationSettings.objects.update_or_create(site=article.get_site(), defaults={"closes_after_days": 30})
    ArticlePage.objects.filter(pk=article.pk).update(first_published_at=timezone.now() - timedelta(days=31))


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("after", ["privacy", "rules", "words"])
def test_what_closes_between_two_steps_is_honoured_and_the_words_can_be_copied(walk, article, change, after):
    walk.open()
    if after != "privacy":
        walk.privacy()
    if after == "words":
        walk.rules()
    CHANGES[change](article)
    {"privacy": walk.privacy, "rules": walk.rules, "words": walk.words}[after](text=TEXT)
    assert walk.response.status_code == 409
    assert TEXT in walk.html
    assert "No comments can be added here now" in walk.html
    assert not Request.objects.exists()
    assert not Comment.objects.exists()


def test_an_article_that_moves_meanwhile_loses_nothing(walk, article, community):
    walk.to_words()
    elsewhere = community.root_page.add_child(instance=TopicPage(title="Elsewhere", slug="elsewhere"))
    article.move(elsewhere, pos="last-child")
    assert walk.words().response.status_code == 303
    assert Comment.objects.get().conversation.page_id == article.pk


PARENTS = {
    "missing": lambda article, other: 999_999,
    "huge": lambda article, other: 2**40,
    "beyond": lambda article, other: 2**70,
    "no number": lambda article, other: "abc",
    "negative": lambda article, other: "-1",
    "foreign": lambda article, other: a_comment(other, state=State.PUBLISHED).pk,
    "hidden": lambda article, other: a_comment(article).pk,
    "removed": lambda article, other: a_comment(article, state=State.REMOVED).pk,
    "unconfirmed": lambda article, other: an_unconfirmed_comment(article).pk,
}


@pytest.mark.parametrize("which", PARENTS)
def test_a_parent_that_is_not_there_is_a_sentence_and_the_words_may_stand_alone(walk, article, other_article, which):
    before_it = PARENTS[which](article, other_article)
    many = Comment.objects.count()
    walk.open(f"?reply_to={before_it}")
    assert (walk.response.status_code, walk.step) == (409, "privacy")
    assert "is no longer shown" in walk.html
    walk.privacy(email="berta@example.org")
    walk.rules()
    walk.words("A new comment.")
    assert Comment.objects.count() == many + 1
    assert Comment.objects.get(comment="A new comment.").in_reply_to is None


def test_a_parent_that_goes_while_somebody_writes_is_a_sentence_and_one_more_press(walk, article):
    parent = a_comment(article, state=State.PUBLISHED)
    walk.open(f"?reply_to={parent.pk}")
    assert "Your answer to Anna" in walk.html
    walk.privacy(email="berta@example.org")
    walk.rules()
    withdraw(parent.pk)
    walk.words()
    assert (walk.response.status_code, walk.step, walk.fields["text"].strip()) == (409, "send", TEXT)
    assert "is no longer shown" in walk.html
    assert Comment.objects.count() == 1
    walk.send("send")
    assert Comment.objects.order_by("-pk").first().in_reply_to is None


def test_an_answer_stands_under_the_comment_that_it_answers(walk, article):
    parent = a_comment(article, state=State.PUBLISHED)
    walk.open(f"?reply_to={parent.pk}")
    walk.privacy(email="berta@example.org")
    walk.rules()
    walk.words()
    assert Comment.objects.get(request__isnull=False).in_reply_to == parent


@pytest.mark.parametrize("path", ["/conversation/999999/join/", f"/conversation/{2**70}/join/"])
def test_no_article_no_page(walk, path):
    assert walk.client.get(path).status_code == 404
    assert walk.client.post(path, {"text": TEXT}).status_code == 409


def test_every_address_gets_the_same_answers(article, walk):
    a_commenter(article, address="known@example.org")
    an_unconfirmed_comment(article, address="pending@example.org")
    suppress(parse_address("never@example.org"), "not-me")
    answers = set()
    for address in ("known", "pending", "never", "other"):
        tab = Walk(Client(headers=FROM_OUR_PAGE), article)
        pages = [tab.open(), tab.privacy(email=f"{address}@example.org"), tab.rules(), tab.words(act="preview")]
        shown = [page.response.content.replace(tab.fields["ticket"].encode(), b"") for page in pages[-1:]]
        tab.words()
        headers = dict(tab.response.headers)
        headers.pop("X-Request-ID")
        token = headers.pop("Location").split("/")[-2]
        answers.add((tab.response.status_code, len(token), *shown, str(sorted(headers.items()))))
        assert not tab.client.cookies
    assert len(answers) == 1


def test_erasing_between_two_steps_brings_nobody_back(walk):
    walk.to_words()
    walk.words()
    erase(parse_address(ANNA), method=ConsentEntry.Method.STAFF)
    assert not Comment.objects.exists()
    walk.words()
    assert walk.response.status_code == 409
    assert not Comment.objects.exists()
    assert not Request.objects.exists()


@pytest.mark.usefixtures("one_span")
def test_a_busy_network_presses_the_button_once_more_and_far_too_many_come_back_later(walk, monkeypatch):
    from comments.joining.sending import AT_ALL, FREELY

    monkeypatch.setattr(challenge, "SHORTEST", timedelta(0))
    walk.to_words()
    use_up(FREELY, "127.0.0.1")
    walk.words()
    assert (walk.response.status_code, walk.fields["text"].strip()) == (422, TEXT)
    assert "press the button once more" in walk.html
    assert not Comment.objects.exists()
    walk.send("send")
    assert Comment.objects.count() == 1
    use_up(AT_ALL, "127.0.0.1")
    walk.to_words()
    walk.words()
    assert (walk.response.status_code, walk.fields["text"].strip()) == (429, TEXT)
    assert int(walk.response.headers["Retry-After"]) > 0
    assert Comment.objects.count() == 1


def test_a_program_that_fills_in_every_field_is_asked_once_more(walk):
    walk.to_words()
    walk.words(website="https://example.org")
    assert walk.response.status_code == 422
    assert not Comment.objects.exists()


def test_letters_that_no_database_takes_come_back_as_marks(walk):
    walk.to_words()
    walk.words("One\x00two", act="send")
    assert Comment.objects.get().comment == "One\ufffdtwo"


def test_a_submission_of_the_rules_alone_is_kept_once_too(article):
    from comments.rules.posting import post

    submission = a_submission(article)
    first, second = (post(submission, article.get_site()) for _time in range(2))
    assert first.link == second.link
    assert CommentLink.objects.count() == 1
