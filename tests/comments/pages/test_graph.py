"""What an article says of its conversation to machines."""

import json

import pytest
from bs4 import BeautifulSoup

from comments.models.comment import State
from comments.rules.authoring import withdraw
from tests.conversing import a_comment
from tests.crowding import crowd

HOST = "http://testserver"


@pytest.fixture
def node(client, article):
    """``node()``: the article's node in its graph."""

    def found():
        html = BeautifulSoup(client.get("/multiple-myeloma/relapse/").content, "html.parser")
        graph = json.loads(html.select_one('script[type="application/ld+json"]').string)["@graph"]
        return next(each for each in graph if each["@type"] == "Article")

    return found


def test_published_comments_stand_in_the_graph(article, node):
    root = a_comment(article, state=State.PUBLISHED, text="One.\n\nTwo </script> & <b>.")
    a_comment(article, state=State.PUBLISHED, text="Yes.", address="b@example.org", name="Berta", parent_id=root.pk)
    first, second = node()["comment"]
    assert first["text"] == "One.\n\nTwo </script> & <b>."
    assert first["author"] == {"@type": "Person", "name": "Anna"}
    assert first["@id"] == first["url"] == f"{HOST}/conversation/comment/{root.pk}/"
    assert first["dateCreated"][:4].isdigit()
    assert "parentItem" not in first
    assert second["parentItem"] == {"@type": "Comment", "@id": first["@id"]}
    assert node()["commentCount"] == 2
    assert node()["interactionStatistic"]["userInteractionCount"] == 2


def test_an_answer_names_no_parent_that_readers_do_not_see(article, node):
    root = a_comment(article, state=State.PUBLISHED)
    a_comment(article, state=State.PUBLISHED, text="Yes.", address="b@example.org", parent_id=root.pk)
    withdraw(root.pk)
    (only,) = node()["comment"]
    assert "parentItem" not in only
    assert node()["commentCount"] == 1


def test_an_article_without_comments_says_nothing_of_them(article, node):
    a_comment(article, state=State.REMOVED)
    assert not {"comment", "commentCount", "interactionStatistic"} & set(node())


def test_the_graph_holds_the_first_page_alone(article, node):
    crowd(a_comment(article, state=State.PUBLISHED), 30)
    assert (len(node()["comment"]), node()["commentCount"]) == (20, 31)
