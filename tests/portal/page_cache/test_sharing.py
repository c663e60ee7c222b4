"""Processes that share kept pages through a real server: one makes a page, the others take it, and what the server does
is never seen by readers.
"""

import json
import signal
import threading
import time

import pytest

from portal.page_cache import sharing as module
from portal.page_cache.position import Since
from portal.page_cache.sharing import Sharing
from portal.shared_memory import PAUSE, SharedMemory
from tests.portal.page_cache.answering import Portal
from tests.redis_server import Server

PAGE = "/topic/article/"


@pytest.fixture(scope="module")
def running():
    server = Server()
    server.begin()
    yield server
    server.end()


@pytest.fixture
def server(running):
    running.asking.flushall()
    return running


class Fleet:
    """Processes of one portal, with one database: ``seconds`` since a page was made, as it says."""

    def __init__(self, folder, server, monkeypatch):
        self.folder, self.server, self.seconds, self.portals = folder, server, 0.0, []
        monkeypatch.setattr(module, "position", lambda: str(len(self.portals[0].notes)))
        monkeypatch.setattr(module, "since", self.since)
        monkeypatch.setattr(module, "let_go", lambda: None)  # these tests have no database of Django's

    def since(self, text, among):
        return Since(frozenset(self.portals[0].notes[int(text) :]) & frozenset(among), self.seconds)

    def process(self, *, release="this", secret="secret", address=""):
        memory = SharedMemory(address or self.server.address)
        sharing = Sharing(memory, release=release, secret=secret)
        portal = Portal(self.folder, other=self.portals[0] if self.portals else None, sharing=sharing)
        self.portals.append(portal)
        return portal


@pytest.fixture
def fleet(tmp_path, server, monkeypatch):
    return Fleet(tmp_path, server, monkeypatch)


def made(fleet):
    """How often the page was made, by all processes."""
    return sum(portal.made[PAGE] for portal in fleet.portals)


def test_one_process_makes_a_page_and_the_others_take_it(fleet):
    first, second, third = fleet.process(), fleet.process(), fleet.process()
    first.has(PAGE, "Words.")
    answers = [portal.get(PAGE, HTTP_ACCEPT_ENCODING="br;q=0") for portal in (first, second, third)]
    assert answers[0] == answers[1] == answers[2]
    assert made(fleet) == 1
    assert second.get(PAGE, HTTP_IF_NONE_MATCH=answers[0][1]["etag"])[0] == 304
    assert second.get(PAGE, HTTP_ACCEPT_ENCODING="gzip")[1]["content-encoding"] == "gzip"


def test_what_changed_is_not_taken_from_anybody_who_made_it_before(fleet):
    first, second = fleet.process(), fleet.process()
    first.has(PAGE, "Words.")
    first.get(PAGE)
    second.has(PAGE, "Other words.")
    assert second.get(PAGE)[2] == "Other words."
    fresh = fleet.process()
    assert fresh.get(PAGE)[2] == "Other words."
    assert made(fleet) == 2


def test_a_server_that_comes_back_with_what_it_had_changes_nothing(fleet):
    first, second = fleet.process(), fleet.process()
    first.has(PAGE, "Words.")
    first.get(PAGE)
    kept = {name: fleet.server.asking.dump(name) for name in fleet.server.asking.keys("portal:page:*")}
    first.has(PAGE, "Other words.")
    first.cache.following.look()
    first.get(PAGE)
    for name, value in kept.items():
        fleet.server.asking.restore(name, 0, value, replace=True)
    assert second.get(PAGE)[2] == "Other words."


def test_a_slow_process_that_gives_an_old_page_late_gives_it_to_nobody(fleet):
    first, second = fleet.process(), fleet.process()
    first.has(PAGE, "Words.")
    application = first.cache.application

    def slow(environ, start_response):
        answered = application(environ, start_response)
        second.has(PAGE, "Other words.")
        return answered

    first.cache.application = slow
    first.get(PAGE)
    assert second.get(PAGE)[2] == "Other words."
    assert fleet.process().get(PAGE)[2] == "Other words."


@pytest.mark.parametrize("seconds", [301.0, -5.0])
def test_time_makes_pages_old_for_all(fleet, seconds):
    first, second = fleet.process(), fleet.process()
    first.has(PAGE, "Words.")
    first.get(PAGE)
    fleet.seconds = seconds
    second.get(PAGE)
    assert made(fleet) == 2


def test_another_release_and_another_portal_keep_pages_of_their_own(fleet):
    first = fleet.process()
    first.has(PAGE, "Words.")
    first.get(PAGE)
    fleet.process(release="next").get(PAGE)
    fleet.process(secret="another").get(PAGE)
    assert made(fleet) == 3


def test_what_somebody_else_wrote_there_is_not_believed(fleet):
    first, second = fleet.process(), fleet.process()
    first.has(PAGE, "Words.")
    first.get(PAGE)
    (name,) = fleet.server.asking.keys("portal:page:*")
    packed = fleet.server.asking.get(name)
    for forged in (packed.replace(b"Words.", b"Lies. "), b"", b"x" * 500, json.dumps({"key": []}).encode()):
        fleet.server.asking.set(name, forged)
        portal = fleet.process()
        assert portal.get(PAGE)[2] == "Words."
    assert second.get(PAGE)[2] == "Words."


def test_a_page_is_not_taken_for_another(fleet):
    first, second = fleet.process(), fleet.process()
    first.has(PAGE, "Words.")
    first.has("/other/", "Others.")
    first.get(PAGE), first.get("/other/")
    one, other = sorted(fleet.server.asking.keys("portal:page:*"))
    fleet.server.asking.rename(one, other)
    assert second.get(PAGE)[2] == "Words."
    assert second.get("/other/")[2] == "Others."


def test_a_stampede_on_all_processes_makes_a_page_once(fleet):
    portals = [fleet.process() for _number in range(4)]
    portals[0].has(PAGE, "Words.")
    for portal in portals:
        portal.takes = 0.2
    begins, found = threading.Barrier(12), []

    def ask(portal):
        begins.wait()
        found.append(portal.get(PAGE)[2])

    threads = [threading.Thread(target=ask, args=[portals[number % 4]]) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["Words."] * 12
    assert made(fleet) == 1
    assert not fleet.server.asking.keys("*:making")


def test_a_process_that_died_while_making_a_page_is_waited_for_a_while(fleet, monkeypatch):
    monkeypatch.setattr(module, "LONGEST_TURN", 0.2)
    portal = fleet.process()
    portal.has(PAGE, "Words.")
    key = ("http", "testserver", PAGE, "")
    fleet.server.asking.set(f"{portal.cache.sharing._name(key)}:making", "the dead", px=10_000)
    begun = time.monotonic()
    assert portal.get(PAGE)[2] == "Words."
    assert 0.2 <= time.monotonic() - begun < 1
    assert fleet.server.asking.get(f"{portal.cache.sharing._name(key)}:making") == b"the dead"


def test_what_may_not_be_kept_is_given_to_nobody(fleet):
    portal = fleet.process()
    portal.has("/form/", "Yours.", headers=[("Set-Cookie", "csrftoken=abc")])
    portal.get("/form/")
    portal.get("/nothing/")
    portal.get(PAGE, HTTP_COOKIE="sessionid=abc")
    assert fleet.server.asking.keys("*") == []


def test_readers_do_not_notice_a_server_that_goes_hangs_and_comes_back(tmp_path, monkeypatch):
    server = Server()
    server.begin()
    fleet = Fleet(tmp_path, server, monkeypatch)
    first, second = fleet.process(), fleet.process()
    first.has(PAGE, "Words.")
    first.get(PAGE)
    server.process.send_signal(signal.SIGSTOP)
    try:
        begun = time.monotonic()
        assert second.get(PAGE)[2] == "Words."
        assert second.get("/other/")[0] == 404
        assert time.monotonic() - begun < 0.5
        assert second.cache.sharing._memory.rests
    finally:
        server.end()
    third = fleet.process()
    begun = time.monotonic()
    assert third.get(PAGE)[2] == "Words."
    assert time.monotonic() - begun < 0.5
    server.begin()
    third.cache.sharing._memory._rests_until = 0  # as if PAUSE were over
    first.has(PAGE, "Other words.")
    third.cache.following.look()
    assert third.get(PAGE)[2] == "Other words."
    assert fleet.process().get(PAGE)[2] == "Other words."
    assert made(fleet) == 4
    server.end()
    assert PAUSE <= 10


def test_a_server_that_is_full_refuses_and_all_goes_on(tmp_path, monkeypatch):
    server = Server("--maxmemory", "1mb", "--maxmemory-policy", "noeviction")
    server.begin()
    try:
        fleet = Fleet(tmp_path, server, monkeypatch)
        first, second = fleet.process(), fleet.process()
        first.has(PAGE, "Words.")
        assert first.get(PAGE)[2] == second.get(PAGE)[2] == "Words."
        assert made(fleet) == 2
    finally:
        server.end()
