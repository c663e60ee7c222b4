"""A search that more entries answer than are looked at: what is named for it, and what other communities have, is found
all the same. On SQLite all entries are looked at.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from articles.models import TopicPage
from articles.search import matching
from tests.articles.search.asking import add_article, ask, titles

only_on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")


@pytest.fixture
def few_are_looked_at(monkeypatch):
    monkeypatch.setattr(matching, "MOST_LOOKED_AT", 3)


@pytest.fixture
def many(topic):
    """Twelve articles on fatigue, the oldest named for it."""
    return [
        add_article(topic, title, "fatigue") for title in ["Fatigue", *(f"Article {number}" for number in range(11))]
    ]


@pytest.mark.usefixtures("few_are_looked_at", "many")
def test_the_oldest_is_found_first_if_it_is_named_for_what_was_typed(client):
    assert titles(ask(client, q="fatigue"))[0] == "Fatigue"


@pytest.mark.usefixtures("few_are_looked_at")
def test_newer_ones_of_another_community_hide_none(client, topic, other_community):
    add_article(topic, "Ours", "fatigue")
    elsewhere = other_community.root_page.add_child(instance=TopicPage(title="Migraine"))
    for number in range(6):
        add_article(elsewhere, f"Theirs {number}", "fatigue")
    assert titles(ask(client, q="fatigue")) == ["Ours"]


@pytest.mark.usefixtures("few_are_looked_at")
def test_newer_ones_of_that_name_elsewhere_hide_none(client, topic, other_community, monkeypatch):
    monkeypatch.setattr("articles.search.finding.MOST_FOUND", 3)
    add_article(topic, "Fatigue", "fatigue")
    elsewhere = other_community.root_page.add_child(instance=TopicPage(title="Migraine"))
    for number in range(4):
        add_article(elsewhere, f"Fatigue {number}", "fatigue")
    for number in range(4):
        add_article(topic, f"Article {number}", "fatigue")
    assert titles(ask(client, q="fatigue"))[0] == "Fatigue"


@pytest.mark.usefixtures("few_are_looked_at")
def test_the_one_of_just_that_name_is_found_among_very_many_that_have_it_in_theirs(client, topic, monkeypatch):
    monkeypatch.setattr("articles.search.finding.MOST_FOUND", 3)
    for title in ("Fatigue", *(f"Fatigue {number}" for number in range(5))):
        add_article(topic, title, "fatigue")
    assert titles(ask(client, q="fatigue"))[0] == "Fatigue"


@pytest.mark.usefixtures("few_are_looked_at")
def test_newer_ones_that_nobody_may_open_hide_none(client, topic):
    add_article(topic, "Open", "fatigue")
    for number in range(6):
        private = add_article(topic, f"Private {number}", "fatigue")
        PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert titles(ask(client, q="fatigue")) == ["Open"]


@pytest.mark.usefixtures("few_are_looked_at", "many")
def test_every_one_is_found_where_there_are_fewer_than_are_ranked(client):
    assert len(titles(ask(client, q="fatigue"))) == 12


@only_on_postgresql
@pytest.mark.usefixtures("few_are_looked_at", "many")
def test_the_others_are_not_looked_at_once_enough_are_found(client, monkeypatch):
    monkeypatch.setattr("articles.search.finding.MOST_FOUND", 3)
    with CaptureQueriesContext(connection) as asked:
        assert "Fatigue" in titles(ask(client, q="fatigue"))
    joined = [query["sql"] for query in asked if "wagtailsearch_indexentry" in query["sql"]]
    assert len(joined) == 1, joined


@only_on_postgresql
@pytest.mark.parametrize("words", ["fatigue", "article"])
def test_what_matches_is_asked_of_the_index_of_words(client, topic, words):
    """Of each entry, too, and whatever the database thinks how many there are."""
    for number in range(3):
        add_article(topic, f"Article {number}", "fatigue")
    with CaptureQueriesContext(connection) as asked:
        ask(client, q=words)
    statements = [query["sql"] for query in asked]
    (sql,) = [each for each in statements if "wagtailsearch_indexentry" in each]
    assert statements[statements.index(sql) - 1] == "SET LOCAL enable_seqscan = off"
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {sql}")
        assert "portal_search_words" in str(cursor.fetchall())


@only_on_postgresql
def test_what_is_set_for_one_query_holds_for_no_other(client, topic):
    add_article(topic, "Article", "fatigue")
    ask(client, q="fatigue")
    with connection.cursor() as cursor:
        cursor.execute("SHOW enable_seqscan")
        assert cursor.fetchone() == ("on",)
