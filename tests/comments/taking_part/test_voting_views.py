"""The button “This helped me”: the same for everybody, and who may vote is known when it is pressed."""

import pytest
from django.http import HttpResponse

from comments.joining.cookie import remember
from comments.models import HelpfulVote
from comments.models.comment import State
from tests.conversing import a_comment, a_commenter, fresh

SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def comment(article):
    return a_comment(article, state=State.PUBLISHED)


@pytest.fixture
def address(comment):
    return f"/conversation/comment/{comment.pk}/helpful/"


def known(client, commenter):
    """The client of somebody whose browser is remembered."""
    response = HttpResponse()
    remember(response, commenter)
    client.cookies.update(response.cookies)
    return client


def test_somebody_who_is_known_votes_and_comes_back_to_the_comment(client, article, comment, address):
    known(client, a_commenter(article, address="berta@example.org"))
    response = client.post(address, headers=SAME)
    assert (response.status_code, response["Location"]) == (302, f"/conversation/comment/{comment.pk}/")
    assert fresh(comment).helpful_count == 1
    assert "1 person found this helpful" in client.get(f"/conversation/{article.pk}/").content.decode()
    client.post(address, headers=SAME)
    assert fresh(comment).helpful_count == 0


def test_somebody_who_is_not_known_is_told_how_to_take_part(client, article, address):
    response = client.post(address, headers=SAME)
    assert response.status_code == 403
    assert "How to take part" in response.content.decode()
    assert f'href="/conversation/{article.pk}/join/"' in response.content.decode()
    assert not response.cookies
    assert not HelpfulVote.objects.exists()


def test_ones_own_comment_is_refused_with_a_sentence(client, comment, address):
    response = known(client, comment.commenter).post(address, headers=SAME)
    assert response.status_code == 409
    assert "This is your own comment" in response.content.decode()


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}])
def test_a_press_on_another_site_counts_nothing(client, article, address, headers):
    known(client, a_commenter(article, address="berta@example.org"))
    assert client.post(address, headers=headers).status_code == 403
    assert not HelpfulVote.objects.exists()


def test_opening_the_address_counts_nothing(client, article, comment, address):
    known(client, a_commenter(article, address="berta@example.org"))
    for method in (client.get, client.head):
        assert method(address)["Location"] == f"/conversation/comment/{comment.pk}/"
    assert not HelpfulVote.objects.exists()


def test_a_cookie_that_was_called_back_counts_nothing(client, article, address):
    berta = a_commenter(article, address="berta@example.org")
    known(client, berta)
    type(berta).objects.filter(pk=berta.pk).update(cookie_epoch=1)
    assert client.post(address, headers=SAME).status_code == 403
