"""The pages of a conversation: twenty comments each, threads of one level, whatever becomes of single comments."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction

from comments.models import Comment, Conversation
from comments.models.comment import State
from comments.rules.authoring import withdraw
from comments.rules.deciding import decide
from tests.conversing import Action, a_comment, a_commenter, a_moderator, fresh, open_conversations, seen
from tests.crowding import crowd


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def names(html):
    return [name.get_text() for name in html.select(".comment-name")]


@pytest.fixture
def published(article):
    """``published("Berta", parent)``: a published comment by somebody of this name."""

    def comment(name, parent=None, **values):
        values = {"address": f"{name.lower()}@example.org", "text": f"Words of {name}.", **values}
        return a_comment(article, state=State.PUBLISHED, name=name, parent_id=parent.pk if parent else None, **values)

    return comment


@pytest.fixture
def address(article):
    return f"/conversation/{article.pk}/"


def test_answers_stand_under_the_comment_that_began_the_thread(client, published, address):
    anna, berta = published("Anna"), published("Berta")
    carl = published("Carl", anna)
    published("Dora", carl)
    html = page(client, address)
    assert names(html) == ["Anna", "Carl", "Dora", "Berta"]
    threads = html.select(".thread")
    assert [names(thread) for thread in threads] == [["Anna", "Carl", "Dora"], ["Berta"]]
    assert [note.get_text() for note in threads[0].select(".answers .comment-note")] == [
        "In reply to Anna", "In reply to Carl",
    ]  # fmt: skip
    assert threads[0].select(".answers a")[1]["href"] == f"/conversation/comment/{anna.pk}/"
    assert names(page(client, f"{address}?order=newest")) == ["Berta", "Anna", "Carl", "Dora"]
    assert fresh(berta).is_published


@pytest.mark.parametrize("fate", ["removed", "withdrawn", "spam", "escalated"])
def test_the_fate_of_a_comment_never_changes_its_answers(client, published, address, fate):
    root = published("Root")
    child = published("Child", root)
    published("Grandchild", child)
    if fate == "withdrawn":
        withdraw(root.pk)
    else:
        action = {"removed": Action.REMOVE, "spam": Action.SPAM, "escalated": Action.ESCALATE}[fate]
        decide(root.pk, action, by=a_moderator(), seen=seen(root), rule_code="kind" if fate == "removed" else "")
    html = page(client, address)
    assert names(html) == ["Child", "Grandchild"]
    assert html.select_one(".comment-gone").get_text() == "The comment that began this thread is not shown."
    notes = [note.get_text() for note in html.select(".comment-note")]
    assert notes == ["In reply to a comment that is not shown", "In reply to Child"]
    assert "Root" not in html.get_text()


def test_a_comment_that_comes_back_is_named_again(client, published, address):
    root = published("Root")
    published("Child", root)
    decide(root.pk, Action.REMOVE, by=a_moderator(), seen=seen(root), rule_code="kind")
    decide(root.pk, Action.RESTORE, by=a_moderator(), seen=seen(fresh(root)))
    assert "In reply to Root" in page(client, address).get_text()


def test_pages_hold_twenty_and_go_on_in_the_middle_of_a_thread(client, published, address):
    crowd(published("Anna"), 44, answers=14)
    first, second, third = (page(client, f"{address}?page={number}") for number in (1, 2, 3))
    assert [len(names(html)) for html in (first, second, third)] == [20, 20, 5]
    assert second.select_one(".comment-gone").get_text() == "This thread began on the page before."
    assert not first.select(".comment-gone")
    shown = [comment["id"] for html in (first, second, third) for comment in html.select(".comment")]
    assert len(shown) == len(set(shown)) == 45
    assert first.select_one('link[rel="next"]')["href"] == "?page=2"
    assert (second.select_one('a[rel="prev"]')["href"], second.select_one('a[rel="next"]')["href"]) == (
        "?page=1", "?page=3",
    )  # fmt: skip


def test_the_operator_says_how_many_comments_a_page_holds(client, published, address, settings):
    settings.COMMENTS_PER_PAGE = 3
    crowd(published("Anna"), 4)
    first, second = (page(client, f"{address}?page={number}") for number in (1, 2))
    assert [len(names(html)) for html in (first, second)] == [3, 2]
    last = second.select(".comment")[-1]["id"].removeprefix("comment-")
    assert client.get(f"/conversation/comment/{last}/")["Location"] == f"{address}?page=2#comment-{last}"


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("page=0", 3),
        ("page=-1", 3),
        ("page=x", 1),
        ("page=99999999999999999999", 3),
        ("page=", 1),
        ("page=2&page=3", 3),
    ],
)
def test_numbers_that_make_no_sense_lead_to_a_page_that_there_is(client, published, address, query, number):
    crowd(published("Anna"), 44)
    assert f"Page {number} of 3" in page(client, f"{address}?{query}").get_text()


@pytest.mark.parametrize("order", ["x", "", "NEWEST", "-root_ref", "oldest&order=oldest"])
def test_an_order_that_there_is_not_is_the_usual_one(client, published, address, order):
    published("Anna"), published("Berta")
    assert names(page(client, f"{address}?order={order}")) == ["Anna", "Berta"]


def test_only_the_first_page_in_the_usual_order_is_for_search_engines(client, published, address):
    crowd(published("Anna"), 20)
    assert page(client, address).select_one('link[rel="canonical"]')["href"] == f"http://testserver{address}"
    for query in ("?page=2", "?order=newest"):
        html = page(client, address + query)
        assert html.select_one('meta[name="robots"]')["content"] == "noindex"
        assert not html.select('link[rel="canonical"]')


def test_there_is_no_conversation_where_readers_see_no_article(client, article, published, address, topic):
    published("Anna")
    for path in ("/conversation/1099511627776/", f"/conversation/{2**70}/", f"/conversation/{topic.pk}/"):
        assert client.get(path).status_code == 404
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert client.get(address).status_code == 404
    PageViewRestriction.objects.all().delete()
    article.unpublish()
    response = client.get(address)
    assert response.status_code == 404
    assert b"Anna" not in response.content


def test_a_conversation_is_read_in_the_language_of_its_article(client, spanish_article):
    a_comment(spanish_article, state=State.PUBLISHED)
    response = client.get(f"/conversation/{spanish_article.pk}/")
    assert (response.status_code, response["Location"]) == (302, f"/es/conversation/{spanish_article.pk}/")
    assert client.get(response["Location"]).status_code == 200


def test_a_page_costs_the_same_for_two_comments_and_for_five_thousand(
    client, published, address, django_assert_num_queries, django_assert_max_num_queries
):
    first = published("Anna")
    published("Berta", first)
    client.get(address)
    with django_assert_max_num_queries(12) as few:
        client.get(address)
    Comment.objects.exclude(pk=first.pk).delete()
    crowd(first, 5000)
    for query in ("", "?page=100", "?order=newest"):
        with django_assert_num_queries(len(few)):
            assert "5001 comments" in page(client, address + query).get_text()


def test_a_memorial_is_marked_at_once(client, article, published, address):
    commenter = published("Anna").commenter
    assert "In memoriam" not in page(client, address).get_text()
    type(commenter).objects.filter(pk=commenter.pk).update(is_memorial=True)
    assert "In memoriam" in page(client, address).get_text()


def test_head_and_get_change_nothing_and_set_no_cookie(client, published, address):
    published("Anna")
    before = timezone.now()
    for method in (client.get, client.head):
        response = method(address)
        assert not response.cookies
        assert "cookie" not in response.get("Vary", "").lower()
        assert response["Cache-Control"] == "no-cache"
    assert not Conversation.objects.filter(created_at__gt=before).exists()
    assert client.post(address).status_code == 405


def test_somebody_without_a_conversation_meets_an_invitation(client, article, address):
    open_conversations(article.get_site())
    assert "No comments yet" in page(client, address).get_text()
    assert a_commenter(article)
