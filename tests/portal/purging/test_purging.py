"""Caches in front are told of what changed: once it has settled, until they took it, one worker at a time."""

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.db import connection
from django.utils import timezone

from articles.models import ArticlePage
from comments.models.comment import State
from portal.models import ContentChange, FrontState, GoneAddress
from portal.page_cache.position import Since
from portal.purging import duty
from portal.purging.backends import Cloudflare, CloudFront, HTTPCache, PurgeError
from tests.conversing import a_comment
from tests.fronting import free_port

ARTICLE = "http://testserver/multiple-myeloma/relapse/"


class Cache:
    """A cache in front that writes down what it is told. ``status``: with which it answers."""

    def __init__(self):
        self.told, self.status, self.answer = [], 200, b"{}"
        cache = self

        class Handler(BaseHTTPRequestHandler):
            def do_PURGE(self):  # noqa: N802 - called by name
                cache.told.append(f"http://{self.headers['Host']}{self.path}")
                self._answer()

            def do_POST(self):  # noqa: N802 - called by name
                body = self.rfile.read(int(self.headers["Content-Length"]))
                cache.told.append((self.path, self.headers["Authorization"], json.loads(body)))
                self._answer()

            def _answer(self):
                self.send_response(cache.status)
                self.send_header("Content-Length", str(len(cache.answer)))
                self.end_headers()
                self.wfile.write(cache.answer)

            def log_message(self, *_words):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})

    def heard(self):
        """What it was told since the last call."""
        told, self.told = self.told, []
        return told


@pytest.fixture
def cache(settings):
    cache = Cache()
    settings.WAGTAILFRONTENDCACHE = {
        "http": {"BACKEND": "portal.purging.backends.HTTPCache", "LOCATION": cache.address}
    }
    cache.thread.start()
    yield cache
    cache.server.shutdown()
    cache.thread.join()
    cache.server.server_close()


@pytest.fixture
def worker(article, cache, monkeypatch):
    """``worker()`` does what is due. A test changes all in one transaction, so its notes are read by their numbers."""
    read = {"up to": ContentChange.objects.order_by("pk").last().pk}

    def since(_position):
        new = list(ContentChange.objects.filter(pk__gt=read["up to"]).values_list("pk", "tag"))
        read["up to"] = max((pk for pk, _tag in new), default=read["up to"])
        return Since(frozenset(tag for _pk, tag in new), 0.0)

    monkeypatch.setattr(duty, "since", since)
    monkeypatch.setattr(duty, "_new_tags", once(duty._new_tags))
    monkeypatch.setattr(duty, "SETTLES", 0.0)
    duty.purge_what_changed()
    cache.heard()
    return duty.purge_what_changed


def once(read):
    """Tells twice what was read once: whether there is anything, and then what."""
    waiting = []

    def tell(state):
        if waiting:
            return waiting.pop()
        found = read(state)
        if found:
            waiting.append(found)
        return found

    return tell


def note(tag):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO portal_contentchange (tag, xact) VALUES (%s, 0)", [tag])


def test_a_comment_purges_the_page_under_which_it_stands(worker, cache, article):
    a_comment(article, state=State.PUBLISHED, text="Words.")
    while worker():
        pass
    cache.heard()
    comment = a_comment(article, state=State.PUBLISHED, text="More.", address="berta@example.org")
    assert worker()
    assert cache.heard() == [ARTICLE]
    note(f"conversation:{comment.conversation_id}")
    note("page:0")
    note("nonsense")
    worker()
    assert cache.heard() == [ARTICLE]
    assert not worker()
    assert cache.heard() == []


def test_what_was_published_purges_all_pages_in_batches(worker, cache, article, monkeypatch):
    monkeypatch.setattr(duty, "BATCH", 2)
    ArticlePage.objects.filter(pk=article.pk).update(summary="Other words.")
    batches = []
    while worker():
        batches.append(cache.heard())
    told = [address for batch in batches for address in batch]
    assert ARTICLE in told
    assert "http://testserver/" in told
    assert len(told) == len(set(told))
    assert max(len(batch) for batch in batches) <= 2
    assert FrontState.objects.get().tags == {}


def test_a_page_that_was_unpublished_moved_or_deleted_is_purged_where_it_was(worker, cache, article):
    article.unpublish()
    while worker():
        pass
    assert ARTICLE in cache.heard()
    topic = article.get_parent().specific
    topic.slug = "renamed"
    topic.save()
    GoneAddress.objects.all().delete()
    duty_note = [each.url_path for each in topic.get_descendants(inclusive=True)]
    assert any("renamed" in path for path in duty_note)
    article.refresh_from_db()
    article.delete()
    assert [each.address for each in GoneAddress.objects.all()] == ["http://testserver/renamed/relapse/"]
    while worker():
        pass
    assert "http://testserver/renamed/relapse/" in cache.heard()
    assert not GoneAddress.objects.exists()


def test_a_page_that_moved_leaves_its_addresses(worker, article, community):
    article.move(community.root_page, pos="last-child")
    assert [each.address for each in GoneAddress.objects.all()] == [ARTICLE]


def test_a_page_that_was_renamed_leaves_the_addresses_of_all_below_it(
    worker, article, django_capture_on_commit_callbacks
):
    topic = article.get_parent().specific
    topic.slug = "renamed"
    with django_capture_on_commit_callbacks(execute=True):
        topic.save()
    assert {each.address for each in GoneAddress.objects.all()} == {
        "http://testserver/multiple-myeloma/",
        ARTICLE,
    }


def test_a_cache_that_fails_is_told_again_and_not_at_once(worker, cache, article):
    cache.status = 503
    note(f"page:{article.pk}")
    assert not worker()
    assert cache.heard() == [ARTICLE]
    worker()
    assert cache.heard() == [], "it rests"
    cache.status = 200
    FrontState.objects.update(rests_until=timezone.now())
    worker()
    assert cache.heard() == [ARTICLE]
    assert FrontState.objects.get().failures == 0


def test_a_cache_that_holds_nothing_there_is_no_failure(worker, cache, article):
    cache.status = 404
    note(f"page:{article.pk}")
    assert worker()
    assert FrontState.objects.get().tags == {}


def test_a_cache_that_is_not_there_says_so():
    with pytest.raises(PurgeError):
        HTTPCache({"LOCATION": f"http://127.0.0.1:{free_port()}"}).purge(ARTICLE)


def test_two_workers_never_purge_at_once_and_one_follows_one_that_was_killed(worker, cache, article):
    note(f"page:{article.pk}")
    FrontState.objects.update(leased_until=timezone.now() + timedelta(minutes=1))
    assert not worker()
    assert cache.heard() == []
    note(f"page:{article.pk}")
    FrontState.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    worker()
    assert cache.heard() == [ARTICLE]


def test_a_change_settles_before_it_is_purged_and_counts_again_meanwhile(worker, cache, article, monkeypatch):
    monkeypatch.setattr(duty, "SETTLES", 60.0)
    note(f"page:{article.pk}")
    assert not worker()
    assert cache.heard() == []
    note(f"page:{article.pk}")
    worker()
    state = FrontState.objects.get()
    tag = f"page:{article.pk}"
    assert state.tags[tag]["again"]
    state.tags[tag]["due"] = 0
    state.save()
    worker()
    assert cache.heard() == [ARTICLE]
    assert not FrontState.objects.get().tags[tag].get("again"), "purged once more when that has settled"


def test_where_no_cache_is_configured_nothing_is_done(article, settings):
    settings.WAGTAILFRONTENDCACHE = {}
    assert not duty.purge_what_changed()
    article.delete()
    assert not GoneAddress.objects.exists()
    assert not FrontState.objects.exists()


def test_cloudflare_is_told_files_or_everything_and_says_whether_it_took_it(cache, monkeypatch):
    monkeypatch.setattr(Cloudflare, "endpoint", cache.address + "/zones/{}/purge_cache")
    zone = Cloudflare({"ZONEID": "zone-1", "BEARER_TOKEN": "token-1"})
    cache.answer = b'{"success": true}'
    zone.purge_batch([f"https://a.example/{number}/" for number in range(31)])
    zone.purge_everything()
    told = cache.heard()
    assert [len(each[2].get("files", [])) for each in told] == [30, 1, 0]
    assert told[-1] == ("/zones/zone-1/purge_cache", "Bearer token-1", {"purge_everything": True})
    for cache.status, cache.answer in ((200, b'{"success": false}'), (200, b"<html>"), (500, b"{}")):
        with pytest.raises(PurgeError):
            zone.purge_everything()


def test_cloudfront_is_told_paths_or_everything():
    told = []

    class Client:
        def create_invalidation(self, **words):
            if words["DistributionId"] == "broken":
                raise RuntimeError("no")
            told.append(words["InvalidationBatch"]["Paths"]["Items"])

    distribution = CloudFront({"DISTRIBUTION_ID": "E123456"})
    distribution.client = Client()
    distribution.purge_batch(["https://a.example/b/", "https://a.example/"])
    distribution.purge_everything()
    assert [sorted(items) for items in told] == [["/", "/b/"], ["/*"]]
    distribution.cloudfront_distribution_id = "broken"
    with pytest.raises(PurgeError):
        distribution.purge_everything()


def test_where_a_cache_knows_a_word_for_all_it_is_told_that(worker, cache, article, settings, monkeypatch):
    monkeypatch.setattr(Cloudflare, "endpoint", cache.address + "/zones/{}/purge_cache")
    cache.answer = b'{"success": true}'
    settings.WAGTAILFRONTENDCACHE = {
        "cloudflare": {"BACKEND": "portal.purging.backends.Cloudflare", "ZONEID": "z", "BEARER_TOKEN": "t"}
    }
    note("*")
    worker()
    assert [each[2] for each in cache.heard()] == [{"purge_everything": True}]
    assert FrontState.objects.get().tags == {}
