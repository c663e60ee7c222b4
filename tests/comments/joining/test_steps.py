"""Each step as a person takes it: what is asked, what comes back after a mistake, what is kept in the end."""

import pytest

from comments.models import Comment, RulesAcceptance
from comments.models.comment import State
from consent.models import ConsentEntry, Request
from tests.comments.joining.walking import NAME, TEXT, letters
from tests.consent.unchanged import everything
from tests.consenting import ANNA, publish_words
from tests.conversing import COMMENTS, FOLLOW_UPS, RULES, publish_rules


def test_the_journey_ends_with_one_comment_its_consent_its_acceptance_and_one_letter(walk):
    walk.all_the_way(purpose=[COMMENTS, FOLLOW_UPS])
    assert walk.response.status_code == 303
    assert walk.response.headers["Location"].startswith("/conversation/status/")
    comment = Comment.objects.get()
    assert (comment.user_name, comment.comment, comment.state) == (NAME, TEXT, State.UNCONFIRMED)
    assert comment.acceptance.was_asked
    assert comment.acceptance.accepted_at < comment.submit_date
    assert [each["code"] for each in comment.request.offer["purposes"]] == [COMMENTS, FOLLOW_UPS]
    assert str(comment.request.address) == ANNA
    assert letters() == ["comment-confirm"]
    assert walk.client.get(walk.response.headers["Location"]).status_code == 200
    assert not walk.client.cookies


def test_nothing_is_stored_before_the_last_step(walk):
    before = everything()
    walk.open()
    walk.privacy(email="not an address")
    walk.privacy()
    walk.rules(agreed=None)
    walk.rules()
    walk.words("", "")
    walk.words(act="preview")
    assert "This is how it will look" in walk.html
    assert everything() == before
    assert not walk.client.cookies
    walk.words()
    assert Comment.objects.count() == 1


def test_pages_of_joining_are_kept_by_nobody(walk):
    for response in (walk.open().response, walk.privacy().response, walk.rules().response):
        assert "no-store" in response.headers["Cache-Control"]
        assert "noindex" in response.headers["X-Robots-Tag"]
        assert ANNA not in walk.html
    assert walk.client.head(walk.path).status_code == 200


def test_no_box_is_ticked_beforehand_and_each_purpose_has_one(walk):
    walk.open()
    assert walk.html.count('type="checkbox"') == 2
    assert " checked" not in walk.html
    assert "We keep your address so that you can confirm." in walk.html
    walk.privacy()
    assert " checked" not in walk.html
    for number, (_code, sentence) in enumerate(RULES, 1):
        assert f"<li>{sentence}</li>" in walk.html, number


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": ""}, "join-email"),
        ({"email": "anna@example"}, "join-email"),
        ({"purpose": []}, "join-purpose-1"),
        ({"purpose": [FOLLOW_UPS]}, "join-purpose-1"),
        ({"purpose": [COMMENTS, "unheard-of"]}, "join-purpose-1"),
    ],
)
def test_what_is_wrong_with_the_first_step_is_summed_up_and_what_was_typed_stays(walk, changes, field):
    walk.open()
    walk.privacy(**changes)
    assert walk.response.status_code == 422
    assert walk.step == "privacy"
    assert f'<a href="#{field}">' in walk.html
    assert "<title>Error: " in walk.html
    assert walk.fields["email"] == changes.get("email", ANNA)


def test_rules_are_agreed_to_with_a_box(walk):
    walk.to_rules()
    walk.rules(agreed=None)
    assert (walk.response.status_code, walk.step) == (422, "rules")
    assert '<a href="#join-agreed">' in walk.html
    assert walk.rules().step == "send"


@pytest.mark.parametrize(
    ("name", "text", "field"),
    [
        ("", TEXT, "join-name"),
        ("Dr. Anna", TEXT, "join-name"),
        (NAME, "  \n ", "join-text"),
        (NAME, "x" * 5001, "join-text"),
    ],
)
def test_what_is_wrong_with_the_words_is_said_beside_them_and_they_stay(walk, name, text, field):
    walk.to_words()
    walk.words(text, name)
    assert (walk.response.status_code, walk.step) == (422, "send")
    assert f'<a href="#{field}">' in walk.html
    assert (walk.fields["name"], walk.fields["text"].strip()) == (name, text.strip())
    assert not Request.objects.exists()


def test_preview_shows_the_comment_as_it_will_look_and_turns_advice_into_experience(walk):
    walk.to_words()
    walk.words("You should stop taking <b>it</b>.\n\nReally.", act="preview")
    assert '<p dir="auto">You should stop taking &lt;b&gt;it&lt;/b&gt;.</p><p dir="auto">Really.</p>' in walk.html
    assert "When I stopped …" in walk.html
    assert walk.words(act="send").response.status_code == 303


def test_going_back_keeps_everything(walk):
    walk.to_words()
    walk.words(act="back")
    assert walk.step == "rules"
    assert TEXT in walk.html
    walk.send("back")
    assert walk.step == "privacy"
    assert walk.fields["email"] == ANNA
    assert walk.fields["text"] == TEXT
    walk.privacy()
    walk.rules()
    assert (walk.fields["name"], walk.fields["text"].strip()) == (NAME, TEXT)
    walk.send("send")
    assert Comment.objects.get().comment == TEXT


def test_changed_words_are_read_again_before_anything_is_kept(walk, community):
    walk.open()
    publish_words(community, "privacy", words="Other words.")
    walk.privacy()
    assert (walk.response.status_code, walk.step, walk.fields["email"]) == (409, "privacy", ANNA)
    assert " checked" not in walk.html
    walk.privacy()
    walk.rules()
    publish_words(community, "privacy", words="Words once more.")
    walk.words()
    assert (walk.response.status_code, walk.step, walk.fields["text"]) == (409, "privacy", TEXT)
    assert not Comment.objects.exists()
    walk.privacy()
    walk.rules()
    walk.send("send")
    assert ConsentEntry.objects.filter(action="requested").count() == 1


@pytest.mark.parametrize("is_material", [True, False])
def test_rules_that_changed_while_somebody_wrote_show_what_changed_and_keep_the_text(walk, community, is_material):
    walk.to_words()
    publish_rules(
        community,
        [*RULES[:2], ("no-selling", "Do not advertise anything here.")],
        is_material=is_material,
        what_changed="One rule is shorter.",
    )
    walk.words()
    assert (walk.response.status_code, walk.step, walk.fields["text"]) == (409, "rules", TEXT)
    assert "One rule is shorter." in walk.html
    assert "<ins>" in walk.html
    walk.rules()
    walk.send("send")
    assert RulesAcceptance.objects.get().version.version == 2


def test_rules_that_changed_while_somebody_read_them_are_shown_anew(walk, community):
    walk.to_rules()
    publish_rules(community, [*RULES, ("new", "A new rule.")])
    walk.rules()
    assert (walk.response.status_code, walk.step) == (409, "rules")
    assert "A new rule." in walk.html
    assert walk.rules().step == "send"


def test_the_page_stands_in_the_language_of_its_article(walk):
    response = walk.client.get(f"/es{walk.path}?reply_to=3")
    assert (response.status_code, response.headers["Location"]) == (302, f"{walk.path}?reply_to=3")


def test_nothing_is_offered_where_words_or_rules_are_missing(browser, article):
    response = browser.get(f"/conversation/{article.pk}/join/")
    assert "There is no conversation here at the moment." in response.content.decode()


def test_opening_a_step_takes_few_queries(walk, django_assert_max_num_queries):
    walk.open()
    with django_assert_max_num_queries(16):
        walk.open()
    with django_assert_max_num_queries(18):
        walk.privacy()
