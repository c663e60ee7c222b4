"""One comment by its address: leads to where it stands, and tells nothing of one that readers do not see."""

import pytest

from comments.models.comment import State
from tests.conversing import STEPS_TO, a_comment
from tests.crowding import crowd

PLACES = ("", "helpful/", "report/")


def test_a_comment_is_found_on_its_page(client, article):
    first = a_comment(article, state=State.PUBLISHED)
    crowd(first, 44)
    for pk, place in ((first.pk, ""), (first.pk + 19, ""), (first.pk + 20, "?page=2"), (first.pk + 44, "?page=3")):
        response = client.get(f"/conversation/comment/{pk}/")
        assert response.status_code == 302
        assert response["Location"] == f"/conversation/{article.pk}/{place}#comment-{pk}"
        html = client.get(response["Location"].partition("#")[0]).content.decode()
        assert f'id="comment-{pk}"' in html


def test_a_comment_under_a_page_in_another_language_is_found_there(client, spanish_article):
    comment = a_comment(spanish_article, state=State.PUBLISHED)
    response = client.get(f"/conversation/comment/{comment.pk}/")
    assert response["Location"] == f"/es/conversation/{spanish_article.pk}/#comment-{comment.pk}"


@pytest.mark.parametrize("place", PLACES)
def test_whatever_readers_do_not_see_gets_one_answer(client, article, place):
    answers = set()
    hidden = [state for state in STEPS_TO if state != State.PUBLISHED]
    comments = [a_comment(article, state=state, address=f"{state}@example.org") for state in (*hidden, "unconfirmed")]
    for pk in [*(comment.pk for comment in comments), 0, 2**40, 2**63, 2**70]:
        response = client.get(f"/conversation/comment/{pk}/{place}")
        answers.add((response.status_code, response.content))
        sent = client.post(f"/conversation/comment/{pk}/{place}", headers={"Sec-Fetch-Site": "same-origin"})
        assert sent.status_code == (404 if place else 405)
    ((status, content),) = answers
    assert status == 404
    assert "It may have been taken back" in content.decode()


@pytest.mark.parametrize("place", PLACES)
def test_a_comment_goes_with_its_article(client, article, place):
    comment = a_comment(article, state=State.PUBLISHED)
    assert client.get(f"/conversation/comment/{comment.pk}/{place}").status_code in (200, 302)
    article.unpublish()
    assert client.get(f"/conversation/comment/{comment.pk}/{place}").status_code == 404
    article.delete()
    assert client.get(f"/conversation/comment/{comment.pk}/{place}").status_code == 404
