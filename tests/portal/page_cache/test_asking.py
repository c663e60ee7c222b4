"""Whatever a request says beside its address: it reaches no other page than its own, and fills nothing."""

import time

import pytest
from django.db import DatabaseError
from wagtail.contrib.redirects.models import Redirect

from articles.models import ArticlePage, TopicIndexPage
from comments.models.comment import State
from portal.page_cache.asking import meaning
from portal.page_cache.serving import LONGEST_WAIT
from tests.conversing import a_comment
from tests.portal.page_cache.conftest import ARTICLE

NGINX = {"HTTP_X_KEPT_IN_FRONT": "nginx"}


@pytest.fixture
def thread(front, article):
    """The address of a conversation, which reads two parameters and is kept."""
    a_comment(article, state=State.PUBLISHED, text="Word for word.")
    address = f"/conversation/{article.pk}/"
    front.get(address)
    front.made = 0
    return address


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_CACHE_CONTROL": "no-cache"},
        {"HTTP_PRAGMA": "no-cache"},
        {"HTTP_RANGE": "bytes=0-10"},
        {"HTTP_COOKIE": f"csrftoken={'a' * 32}; other=1"},
        {"HTTP_ACCEPT_LANGUAGE": "de"},
        {"HTTP_X_FORWARDED_HOST": "evil.example"},
        {"HTTP_IF_NONE_MATCH": '"other"', "HTTP_RANGE": "bytes=0-10"},
    ],
)
def test_what_is_asked_for_beside_the_page_changes_nothing(front, headers):
    first = front.get(**headers)
    page, again = front.get(), front.get(**headers)
    assert (again["status"], first["body"]) == (200, again["body"]) == (200, page["body"])
    assert front.made == 1


def test_what_a_reader_has_in_another_coding_is_not_what_they_would_get(front):
    etag = front.get(HTTP_ACCEPT_ENCODING="gzip")["headers"]["etag"]
    assert front.get(HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH=etag)["status"] == 304
    assert front.get(HTTP_ACCEPT_ENCODING="br", HTTP_IF_NONE_MATCH=etag)["status"] == 200
    assert front.get(HTTP_IF_NONE_MATCH="*")["status"] == 304


@pytest.mark.parametrize("noise", ["?UTM_Source=x&%75tm_medium=y", "?a&a=1&a=2", "?%ff=%fe", "?=", "?" + "a" * 5000])
def test_noise_however_it_is_written_makes_no_page_of_its_own(front, noise):
    front.get()
    assert front.get(ARTICLE + noise)["status"] == 200
    assert front.made == 1


def test_the_order_of_parameters_makes_no_page_of_its_own_and_their_values_do(front, thread):
    for query in ("?page=1&order=newest", "?order=newest&page=1", "?order=newest&utm_source=x&page=1"):
        front.get(thread + query)
    assert front.made == 1
    one, two = (front.get(f"{thread}?order={both}") for both in ("oldest&order=newest", "newest&order=oldest"))
    assert front.made == 3, "the last value counts, whichever was asked for first"
    assert one["status"] == two["status"] == 200


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-be", "cp037", "hex", "idna"])
@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_who_says_in_which_charset_a_query_is_puts_no_other_page_there(front, client, thread, charset, order):
    address = f"{thread}?order={order}"
    for method in ("HEAD", "GET"):
        front.get(address, method=method, CONTENT_TYPE=f"text/plain; charset={charset}", CONTENT_LENGTH="5")
    assert front.get(address)["body"] == client.get(address).content


def test_a_query_is_read_as_django_reads_it():
    for told in ("q=é", "q=%C3%A9", "q=é".encode().decode("latin-1")):
        assert meaning(told, None) == "q=%C3%A9", "its bytes are UTF-8, or Latin-1 where they can't be"
    assert meaning("q=日", None) == "q=%E6%97%A5"


def test_a_query_as_long_as_nobody_needs_is_answered_and_not_kept(front, thread):
    size = front.cache.store._size
    for _again in range(2):
        assert front.get(f"{thread}?page={'1' * 300}")["status"] == 200
    assert (front.made, front.cache.store._size) == (2, size)


@pytest.mark.parametrize("host", ["other.example.org", "testserver:4711", "TESTSERVER.", "testserver:80:80", "["])
def test_a_host_that_somebody_made_up_fills_nothing(front, host):
    page = front.get()
    size = front.cache.store._size
    front.get(HTTP_HOST=host)
    assert front.cache.store._size == size
    assert front.get()["body"] == page["body"]
    assert front.get(HTTP_HOST="TestServer")["body"] == page["body"]
    assert front.cache.store._size == size


def test_another_page_at_the_same_address_gets_the_whole_query(front, article):
    front.get()
    Redirect.objects.create(old_path="/multiple-myeloma/relapse?a=b", redirect_link="/elsewhere/")
    assert front.get(ARTICLE + "?a=b")["status"] == 200, "a live page wins over a redirect"
    article.unpublish()
    answer = front.get(ARTICLE + "?a=b")
    assert (answer["status"], answer["headers"].get("location")) == (301, "/elsewhere/")
    assert front.get()["status"] == 404


def test_what_is_posted_is_never_answered_from_what_is_kept(front):
    front.get()
    for _again in range(2):
        front.get(method="POST")
    assert front.made == 3


def test_staff_get_nothing_that_a_shared_cache_may_hold(front):
    assert "private" in front.get(HTTP_COOKIE="sessionid=abc")["headers"]["cache-control"]
    assert "private" not in front.get()["headers"]["cache-control"]


def test_only_our_nginx_is_told_until_when_it_may_hold_a_page(front, settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1", "10.0.0.0/8"]
    answers = {"127.0.0.1": True, "10.1.2.3": True, "192.0.2.7": False, "127.0.0.2": False, "::1": False, "": False}
    for peer, is_told in answers.items():
        told = front.get(REMOTE_ADDR=peer, **NGINX)["headers"]
        assert ("x-accel-expires" in told) is is_told, peer
    assert "x-accel-expires" not in front.get(HTTP_X_KEPT_IN_FRONT="other")["headers"]
    assert int(front.get(**NGINX)["headers"]["x-accel-expires"].removeprefix("@")) <= time.time()
    assert "x-accel-expires" not in front.get("/search/?q=a", **NGINX)["headers"]
    assert "x-accel-expires" not in front.get(ARTICLE, HTTP_COOKIE="sessionid=abc", **NGINX)["headers"]
    assert "x-accel-expires" in front.get("/no-such-page/", **NGINX)["headers"], "it takes the place of what was there"


def test_our_nginx_gets_nothing_that_changed_before_it_asked(front, article):
    front.get()
    ArticlePage.objects.filter(pk=article.pk).update(summary="Other words.")
    assert b"Other words." in front.get(look=False, **NGINX)["body"]


def test_while_changes_cant_be_read_our_nginx_holds_nothing_new(front, monkeypatch):
    page = front.get()

    def fail():
        raise DatabaseError

    monkeypatch.setattr(front.cache.following, "_look", fail)
    monkeypatch.setattr("portal.page_cache.following.connection.close", lambda: None)
    for _again in range(2):
        answer = front.get(look=False, **NGINX)
        assert (answer["body"], "x-accel-expires" in answer["headers"]) == (page["body"], False)


def test_shared_caches_hold_only_what_they_are_told_to_forget(front):
    assert "s-maxage" not in front.get()["headers"]["cache-control"]
    front.cache._purged = 60
    assert front.get()["headers"]["cache-control"] == "max-age=0, s-maxage=60, stale-if-error=86400"
    for path, headers in ((ARTICLE + "?utm_source=x", {}), (ARTICLE, {"HTTP_HOST": "testserver:80"})):
        assert "s-maxage" not in front.get(path, **headers)["headers"]["cache-control"], path


@pytest.mark.parametrize(
    "query", ["page=x", "page=0", "page=99", "page=01", "page=1&page=1", "order=x", "page=2&order=oldest"]
)
def test_a_part_that_there_is_not_is_answered_with_another_and_not_kept(front, thread, query):
    size = front.cache.store._size
    for _again in range(2):
        assert front.get(f"{thread}?{query}")["status"] == 200
    assert (front.made, front.cache.store._size) == (2, size)


def test_made_up_values_take_no_place_in_lists_of_articles(front, article):
    home = article.get_parent().get_parent()
    home.add_child(instance=TopicIndexPage(title="A to Z", slug="a-to-z"))
    history = f"{ARTICLE}review-history/"
    lists = [("/multiple-myeloma/", "page=7"), ("/a-to-z/", "letter=w"), ("/a-to-z/", "page=2"), (history, "page=x")]
    for path, noise in lists:
        front.get(path)
        size = front.cache.store._size
        assert front.get(f"{path}?{noise}")["status"] == 200
        assert front.cache.store._size == size
        made = front.made
        front.get(f"{path}?page=1")
        front.get(f"{path}?page=1")
        assert front.made <= made + 1


def test_made_up_values_make_nobody_wait_for_anybody(front, thread):
    assert front.get(f"{thread}?page=99")["status"] == 200
    for making in front.cache._making:
        making.acquire()
    begun = time.monotonic()
    assert front.get(f"{thread}?page=99")["status"] == 200
    assert time.monotonic() - begun < LONGEST_WAIT / 2
    for making in front.cache._making:
        making.release()


def test_a_part_that_is_there_by_now_is_kept(front, thread, article, settings):
    settings.COMMENTS_PER_PAGE = 1
    assert "Another word." not in front.get(f"{thread}?page=2")["body"].decode()
    a_comment(article, state=State.PUBLISHED, text="Another word.")
    made = front.made
    for _again in range(2):
        assert "Another word." in front.get(f"{thread}?page=2")["body"].decode()
    assert front.made == made + 1
