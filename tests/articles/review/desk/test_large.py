"""The desk of a portal with more articles than anybody can look at while somebody waits: counted by what is kept."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import ArticlePage, Reference, ReviewStanding
from articles.review import standings
from articles.review.desk.lists import LIVE_LISTS, Desk
from articles.review.standings import look_again
from tests.reviewing import a_reviewer, add_live, sign, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def large(monkeypatch, topic):
    """Articles of several standings in a portal that counts as large; the job has run."""
    monkeypatch.setattr(standings, "MOST_LOOKED_AT", 2)
    for number in range(4):
        page = add_live(topic, ArticlePage(title=f"Article {number}", slug=f"a{number}"))
        sign(page, draft=False, due_on=today() + timedelta(days=(5, 40, 300, 400)[number]))
    changed = ArticlePage.objects.get(slug="a3")
    ArticlePage.objects.filter(pk=changed.pk).update(summary="Other words.")
    look_again()


def counts(user):
    own = Desk(user)
    return {one.name: own.count(one) for one in LIVE_LISTS}


def test_it_counts_what_was_found(large):
    assert counts(a_reviewer()) == {"overdue": 0, "due-soon": 2, "changed": 1, "retracted": 0}


def test_it_says_the_same_as_looking_at_every_article(large, monkeypatch):
    kept = counts(a_reviewer())
    monkeypatch.setattr(standings, "MOST_LOOKED_AT", 100)
    assert counts(a_reviewer()) == kept


def test_what_a_list_shows_is_looked_at_once_more(large, client):
    client.force_login(a_reviewer())
    ArticlePage.objects.filter(slug="a0").update(summary="Changed a moment ago.")
    html = client.get(reverse("review_desk_list", kwargs={"name": "due-soon"})).content.decode()
    assert "Article 1" in html
    assert "Article 0" not in html, "it does not stand as approved any more, whatever was kept"


def test_what_changed_is_looked_at_first_and_what_is_gone_is_forgotten(large, topic):
    page = ArticlePage.objects.get(slug="a1")
    assert ReviewStanding.objects.get(pk=page.pk).looked_at > standings.LONG_AGO
    page.save_revision().publish()
    assert ReviewStanding.objects.get(pk=page.pk).looked_at == standings.LONG_AGO
    page.unpublish()
    look_again()
    assert not ReviewStanding.objects.filter(pk=page.pk).exists()


def test_a_source_that_changes_has_its_articles_looked_at(topic, monkeypatch):
    source = Reference.objects.create(key="moreau-2021", title="A study")
    text = [{"type": "text", "value": "<p>It was found [[ref:moreau-2021]].</p>"}]
    page = add_live(topic, ArticlePage(title="Cites", slug="cites", body=text))
    look_again()
    source.title = "Another study"
    source.save()
    look_again()
    assert ReviewStanding.objects.get(pk=page.pk).found == ReviewStanding.Found.CHANGED


def test_counting_asks_as_often_with_many_articles_as_with_few(large, topic):
    user = a_reviewer()
    few = _queries(user)
    for number in range(6):
        add_live(topic, ArticlePage(title=f"More {number}", slug=f"more-{number}"))
    look_again()
    assert _queries(user) == few


def _queries(user):
    with CaptureQueriesContext(connection) as asked:
        counts(user)
    return len(asked)
