"""The HTML of one comment: what somebody typed stays text, whatever it is, and nothing of others is kept in it."""

from html import unescape
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command

from comments.models.comment import State
from comments.reading.public_html import SLOT, SLOTS, paragraphs
from comments.reading.rebuilding import rebuild
from comments.rules.authoring import rewrite
from comments.rules.deciding import decide
from consent.addresses import Address
from portal.models import User
from tests.conversing import Action, a_comment, a_commenter, a_moderator, fresh, seen


def soup(comment):
    return BeautifulSoup(fresh(comment).html, "html.parser")


def test_kept_html_has_name_time_address_and_text(article):
    comment = a_comment(article, state=State.PUBLISHED, text="One.\nStill one.\n\n\nTwo.")
    html = soup(comment)
    assert html.article["id"] == f"comment-{comment.pk}"
    assert html.select_one(".comment-name").get_text() == "Anna"
    assert html.select_one(".comment-time")["href"] == f"/conversation/comment/{comment.pk}/"
    assert [p.decode_contents() for p in html.select(".comment-text p")] == ["One.<br/>Still one.", "Two."]
    assert fresh(comment).html.count(SLOT) == SLOTS


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "https://example.org/ and www.example.org",
        '<a href="https://example.org">x</a> [x](https://example.org)',
        "<!-- --> {{ name }} {% now %} %(name)s &amp; &lt;",
        "</article></div></section><img src=x onerror=alert(1)>",
    ],
)
def test_what_somebody_typed_stays_text(article, text):
    comment = a_comment(article, state=State.PUBLISHED, text=text, name="<b>\"&'")
    html = soup(comment)
    assert html.select_one(".comment-text").get_text() == text
    assert html.select_one(".comment-name").get_text() == "<b>\"&'"
    assert {tag.name for tag in html.select(".comment-text *")} == {"p"}
    assert fresh(comment).html.count(SLOT) == SLOTS


def test_characters_that_turn_the_direction_of_text_are_left_out(article):
    comment = a_comment(article, state=State.PUBLISHED, text="a\u202eb\u2066c\u0007d", name="An\u202ena")
    assert soup(comment).select_one(".comment-text p").get_text() == "abcd"
    assert soup(comment).select_one(".comment-name bdi").get_text() == "Anna"
    assert soup(comment).select_one(".comment-text p")["dir"] == "auto"


def test_text_in_another_script_stays_as_it_is():
    assert unescape(paragraphs("שלום\u200f! Привет")) == '<p dir="auto">שלום\u200f! Привет</p>'


def test_an_author_with_an_account_of_staff_is_marked_and_nobody_else_is(article):
    User.objects.create_user("nobody", email="anna@example.org")
    comment = a_comment(article, state=State.PUBLISHED)
    assert not soup(comment).select(".comment-mark")
    a_moderator("anna2")
    User.objects.filter(username="anna2").update(email="ANNA@example.org")
    again = a_comment(article, state=State.PUBLISHED, by=comment.commenter, text="Another.")
    assert soup(again).select_one(".comment-mark").get_text() == "Staff"
    assert str(Address("anna", "example.org")) not in fresh(again).html


def test_a_comment_with_other_words_than_at_first_says_so(article):
    comment = a_comment(article, state=State.PUBLISHED)
    rewrite(comment.pk, "Other words.", revision=1)
    decide(comment.pk, Action.APPROVE, by=a_moderator(), seen=seen(fresh(comment)))
    assert soup(comment).select_one(".comment-mark").get_text() == "edited"


def test_kept_html_names_nobody_whom_it_answers(article):
    parent = a_comment(article, state=State.PUBLISHED, name="Berta", address="berta@example.org")
    answer = a_comment(article, state=State.PUBLISHED, parent_id=parent.pk)
    assert "Berta" not in fresh(answer).html


def test_kept_html_is_made_anew_for_published_comments_alone(article):
    shown, hidden = a_comment(article, state=State.PUBLISHED), a_comment(article, state=State.REJECTED)
    whole = fresh(shown).html
    type(shown).objects.filter(pk=shown.pk).update(html="old")
    call_command("rebuild_conversations", stdout=(said := StringIO()))
    assert said.getvalue() == "1 comments were made anew.\n"
    assert (fresh(shown).html, fresh(hidden).html) == (whole, "")
    assert rebuild() == 0


def test_comments_are_in_the_language_of_their_page(article, spanish_article):
    comment = a_comment(spanish_article, state=State.PUBLISHED)
    assert soup(comment).select_one(".comment-time")["href"].startswith("/es/conversation/comment/")
    assert " de " in soup(comment).select_one("time").get_text()


def test_a_commenter_is_never_named_by_address(article):
    commenter = a_commenter(article)
    comment = a_comment(article, state=State.PUBLISHED, by=commenter)
    assert "example.org" not in fresh(comment).html
