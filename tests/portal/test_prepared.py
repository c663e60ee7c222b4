"""Queries whose SQL is made once: they say what the query set says, with the values of each call."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db.models import F
from wagtail.models import Page

from portal.models import HomePage
from portal.prepared import prepared

pytestmark = pytest.mark.django_db


@prepared
def titled(title):
    return Page.objects.filter(title=title)


@prepared
def among(ids, title):
    return Page.objects.filter(pk__in=ids).exclude(title=title).order_by("pk").values_list("pk", flat=True)


@prepared
def below(path, depth, *, kind):
    pages = kind.objects.filter(path__startswith=path, depth__gt=depth).annotate(twice=F("depth") * 2)
    return pages.select_related("locale").order_by("path")


@prepared
def published_before(moment, key):
    return Page.objects.filter(first_published_at__lt=moment, translation_key=key).values("title", "translation_key")


@prepared
def longest_first(title):
    return Page.objects.filter(title=title) if title == "a" else Page.objects.filter(slug=title)


def test_each_call_asks_with_its_own_values_and_sees_what_changed(topic, article, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert [page.pk for page in titled(topic.title)] == [topic.pk]
        assert [page.pk for page in titled(article.title)] == [article.pk]
        assert titled.first("nothing has this title") is None
    Page.objects.filter(pk=topic.pk).update(title="Renamed")
    assert titled("Multiple myeloma") == []
    assert titled.first("Renamed").pk == topic.pk


def test_lists_of_any_length_are_taken_and_an_empty_one_finds_nothing(topic, article):
    assert among([topic.pk, article.pk], "") == [topic.pk, article.pk]
    assert among([article.pk], "") == [article.pk]
    assert among([topic.pk, article.pk], article.title) == [topic.pk]
    assert among([], "") == []


def test_a_choice_makes_a_query_of_its_own_and_rows_are_whole(community, topic):
    home = community.root_page
    [found] = below(home.path, 2, kind=type(topic))
    assert (found.title, found.twice, found.locale.language_code) == (topic.title, 6, "en")
    assert [page.pk for page in below(home.path[:4], 1, kind=HomePage)] == [home.pk]


@pytest.mark.parametrize("path", ["%", "_", "\\", "0001%0001"])
def test_what_like_would_read_as_a_wildcard_is_a_character(community, topic, path):
    assert below(path, 0, kind=type(topic)) == []


def test_moments_and_keys_are_found_as_the_database_stores_them(topic, article):
    known = Page.objects.get(pk=article.pk)
    [row] = published_before(datetime(2999, 1, 1, tzinfo=UTC), known.translation_key)
    assert row == {"title": article.title, "translation_key": known.translation_key}
    assert published_before(datetime(1999, 1, 1, tzinfo=UTC), known.translation_key) == []
    assert published_before(datetime(2999, 1, 1, tzinfo=UTC), UUID(int=1)) == []


def test_values_of_other_kinds_are_asked_for_without_preparing(topic):
    assert titled(None) == []
    assert [page.pk for page in titled(F("title")) if page.pk == topic.pk] == [topic.pk]


def test_a_query_that_decides_by_its_values_is_found_out(topic):
    with pytest.raises(AssertionError, match="decides by its values"):
        longest_first("a")
