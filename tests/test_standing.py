"""What stands when a test begins is as it was made, whatever the tests before did."""

import pytest
from wagtail.models import Page, Site

from articles.models import ArticlePage


@pytest.mark.parametrize("time", ["first", "second"])
def test_an_article_that_a_test_takes_away_is_there_for_the_next(article, time):
    assert article.live
    article.delete()
    Site.objects.update(hostname=f"{time}.example")
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize("time", ["first", "second"])
def test_who_asks_for_a_topic_alone_meets_no_article(topic, time):
    assert topic.get_site().hostname == "testserver"
    assert not topic.get_children().exists()


@pytest.mark.django_db(transaction=True)
def test_a_test_that_commits_makes_its_own(article):
    assert article.live


def test_who_asks_for_nothing_meets_nothing(db):
    assert not Page.objects.filter(depth__gt=2, title__contains="myeloma").exists()
    assert not ArticlePage.objects.exists()
