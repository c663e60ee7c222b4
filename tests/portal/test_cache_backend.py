"""Django's cache in Redis: plain values, shared by all, and missed by nobody while it is away."""

import signal
import time

import pytest

from portal.cache_backend import SharedCache
from portal.shared_memory import shared_memory
from tests.redis_server import Server


@pytest.fixture(scope="module")
def server():
    server = Server()
    server.begin()
    yield server
    server.end()


@pytest.fixture
def caches(server):
    """The cache as two processes see it."""
    server.asking.flushall()
    shared_memory.cache_clear()
    return [SharedCache(server.address, {"KEY_PREFIX": "portal"}) for _process in range(2)]


def test_what_one_process_keeps_another_finds(caches):
    one, other = caches
    one.set("text", "words", 60)
    one.set_many({"list": [1, 2.5, None, True], "map": {"a": "b"}}, 60)
    assert other.get("text") == "words"
    assert other.get_many(["list", "map", "none"]) == {"list": [1, 2.5, None, True], "map": {"a": "b"}}
    assert one.add("count", 1, 60)
    assert not other.add("count", 5, 60)
    assert (one.incr("count"), other.incr("count", 2)) == (2, 4)
    assert other.has_key("text")
    assert other.touch("text", 5)
    assert other.delete("text")
    other.delete_many(["list", "map"])
    assert one.get("text", "gone") == one.get("list", "gone") == "gone"
    one.clear()
    assert one.get("count") is None


def test_nothing_in_it_is_ever_run(caches, server):
    caches[0].set("text", {"a": 1}, 60)
    (name,) = server.asking.keys("*")
    assert server.asking.get(name) == b'{"a": 1}'
    server.asking.set(name, b"cos\nsystem\n(S'true'\ntR.")
    assert caches[0].get("text") is None


def test_what_has_no_plain_form_is_not_kept(caches, caplog):
    caches[0].set("text", object(), 60)
    assert caches[0].get("text") is None
    assert "no form in JSON" in caplog.text


def test_while_it_is_away_nothing_is_found_and_nothing_fails(caches, server):
    one = caches[0]
    one.set("text", "words", 60)
    server.process.send_signal(signal.SIGSTOP)
    try:
        begun = time.monotonic()
        assert one.get("text", "nothing") == "nothing"
        one.set("text", "others", 60)
        one.set_many({"a": 1})
        one.delete_many(["a"])
        assert one.get_many(["text"]) == {}
        assert one.add("text", "others")
        assert one.incr("count") == 1
        assert not any((one.has_key("text"), one.touch("text"), one.delete("text"), one.clear()))
        assert time.monotonic() - begun < 0.5
    finally:
        server.process.send_signal(signal.SIGCONT)
    shared_memory(server.address)._rests_until = 0  # as if the pause were over
    assert one.get("text") == "words"
