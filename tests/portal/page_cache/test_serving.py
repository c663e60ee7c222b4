"""Kept pages: the same bytes as Django's, made once, and gone with the next look after anything on them changed."""

import gzip
from pathlib import Path

import brotli
import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from comments.models.comment import State
from comments.rules.authoring import withdraw
from portal.models import CommunitySettings
from tests.conversing import a_comment, open_conversations
from tests.portal.page_cache.conftest import ARTICLE


def test_a_page_is_made_once(front, client):
    first, second = front.get(), front.get()
    assert front.made == 1
    assert first["body"] == second["body"] == client.get(ARTICLE).content
    assert {**first["headers"], "date": ""} == {**second["headers"], "date": ""}


def test_the_head_of_a_page_has_the_headers_of_the_page_and_no_bytes(front):
    page = front.get()
    head = front.get(method="HEAD")
    assert head["body"] == b""
    assert {**head["headers"], "date": ""} == {**page["headers"], "date": ""}


def test_the_head_of_a_page_that_nobody_made_yet_is_that_of_the_page(front):
    head, page = front.get(method="HEAD"), front.get()
    assert head["body"] == b""
    assert {**head["headers"], "date": ""} == {**page["headers"], "date": ""}


def test_it_is_compressed_once_for_whoever_takes_that(front):
    plain = front.get()
    zipped = front.get(HTTP_ACCEPT_ENCODING="gzip")
    smaller = front.get(HTTP_ACCEPT_ENCODING="gzip, deflate, br")
    assert zipped["headers"]["content-encoding"] == "gzip"
    assert smaller["headers"]["content-encoding"] == "br"
    assert gzip.decompress(zipped["body"]) == brotli.decompress(smaller["body"]) == plain["body"]
    assert len({each["headers"]["etag"] for each in (plain, zipped, smaller)}) == 3
    assert {each["headers"]["vary"] for each in (plain, zipped, smaller)} == {"Accept-Encoding"}
    assert "content-encoding" not in front.get(HTTP_ACCEPT_ENCODING="gzip;q=0, br;q=0")["headers"]
    assert front.made == 1


def test_whoever_has_it_is_not_sent_it_again(front):
    etag = front.get()["headers"]["etag"]
    again = front.get(HTTP_IF_NONE_MATCH=f'W/"other", {etag}')
    assert (again["status"], again["body"]) == (304, b"")
    assert front.get(HTTP_IF_NONE_MATCH='"other"')["status"] == 200


def test_noise_in_the_query_makes_no_page_of_its_own(front):
    front.get()
    for noise in ("?utm_source=x", "?fbclid=1", "?anything=else&page=7"):
        front.get(ARTICLE + noise)
    assert front.made == 1


def test_a_page_that_was_made_with_noise_is_kept_for_nobody(front):
    queries = []
    made = front.cache.application

    def listening(environ, start_response):
        queries.append(environ["QUERY_STRING"])
        return made(environ, start_response)

    front.cache.application = listening
    front.get(ARTICLE + "?made=up")
    front.get(ARTICLE + "?utm_source=x&made=up")
    front.get(ARTICLE + "?made=otherwise")
    front.get()
    assert queries == ["made=up", ""], "the first stays with who asked, the second is kept"


def test_staff_see_django_and_nobody_else_sees_their_page(front):
    front.get(HTTP_COOKIE="sessionid=abc")
    front.get(HTTP_COOKIE="other=1; sessionid=abc")
    front.get()
    assert front.made == 3
    front.get(HTTP_COOKIE="csrftoken=abc")
    assert front.made == 3


@pytest.mark.parametrize("path", ["/search/?q=myeloma", "/no-such-page/", "/multiple-myeloma", "/sign-up/", "/admin/"])
def test_what_no_view_marks_is_not_kept(front, path):
    front.get(path)
    front.get(path)
    assert front.made == 2


def unpublish(article):
    article.unpublish()


def update_by_hand(article):
    ArticlePage.objects.filter(pk=article.pk).update(summary="Other words.")


def restrict(article):
    PageViewRestriction.objects.create(page=article, restriction_type="login")


def recolour(article):
    CommunitySettings.objects.update(accent_colour="#123456")


def rename_topic(article):
    topic = article.get_parent().specific
    topic.title = "Other title"
    topic.save()


def delete(article):
    article.delete()


@pytest.mark.parametrize("change", [unpublish, update_by_hand, restrict, recolour, rename_topic, delete])
def test_whatever_changes_is_gone_with_the_next_look(front, article, change):
    before = front.get()
    change(article)
    after = front.get()
    assert front.made == 2
    assert after["body"] != before["body"]


def test_what_editors_do_to_a_draft_leaves_pages_as_they_are(front, article):
    front.get()
    article.title = "A draft"
    article.save_revision()
    front.get()
    assert front.made == 1


def test_a_change_while_a_page_is_made_is_not_missed(front, article):
    made = front.cache.application

    def slow(environ, start_response):
        body = made(environ, start_response)
        update_by_hand(article)
        return body

    front.cache.application = slow
    front.get()
    front.cache.application = made
    assert b"Other words." in front.get()["body"]


def test_a_page_that_time_made_old_is_made_anew_and_serves_while_that_fails(front, monkeypatch):
    page = front.get()
    monkeypatch.setattr("portal.page_cache.serving.LIFETIME", -1)
    front.get()
    assert front.made == 2

    def broken(environ, start_response):
        start_response("500 Internal Server Error", [])
        return [b""]

    front.cache.application = broken
    assert front.get()["body"] == page["body"]
    assert "stale-if-error" in page["headers"]["cache-control"]
    unpublish(ArticlePage.objects.get())
    assert front.get()["status"] == 500


def test_maintenance_reaches_everybody(front, settings):
    front.get()
    settings.MAINTENANCE_FILE = Path(front.cache._maintenance)
    settings.MAINTENANCE_FILE.write_text("")
    assert front.get()["status"] == 503


def test_time_zones_and_hosts_have_pages_of_their_own(front):
    front.get()
    front.get(HTTP_HOST="other.example.org")
    front.get(HTTP_X_FORWARDED_PROTO="https")
    assert front.made == 3
    assert timezone.now()


def test_what_is_said_under_an_article_is_there_and_gone_at_once(front, article):
    comment = a_comment(article, state=State.PUBLISHED, text="Word for word.")
    thread = f"/conversation/{article.pk}/"
    for path in (ARTICLE, thread):
        assert b"Word for word." in front.get(path)["body"]
    made = front.made
    front.get(ARTICLE), front.get(f"{thread}?page=1&utm_source=x"), front.get(thread)
    assert front.made == made + 1  # the first page has an address of its own when it is named
    a_comment(article, state=State.PUBLISHED, text="Another.", address="berta@example.org")
    withdraw(comment.pk)
    for path in (ARTICLE, thread):
        body = front.get(path)["body"]
        assert b"Word for word." not in body
        assert b"Another." in body


def test_the_first_comment_under_an_article_appears(front, article):
    open_conversations(article.get_site())
    front.get()
    a_comment(article, state=State.PUBLISHED, text="The first.")
    assert b"The first." in front.get()["body"]
