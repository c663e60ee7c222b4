"""PostgreSQL is restarted, paused and cut off while people read and write: readers keep what is kept, writers get an
answer in words in time and send again what they typed, and everything goes on by itself.
"""

import os
import threading
import time
from statistics import median

import pytest
from django.db import connection

from tests.conversing import a_comment
from tests.faults import proxy as ways
from tests.faults.acts.conversation import LONG_TEXT, send_comment
from tests.faults.browsing import fields_of
from tests.faults.cluster import own_cluster
from tests.faults.conftest import make_site, running_portal
from tests.faults.database import pointed_at
from tests.faults.mail_server import free_port
from tests.faults.proxy import proxy_to
from tests.faults.world import build

LASTS = 9  # seconds for which the database is away
NOTICED = 15  # seconds in which everybody has an answer, readers too, also on a machine with much else to do
QUICK = 2  # seconds for most readers, once it was noticed, there too: kept pages take some thousandths
RECOVERED = 20  # seconds in which all is well again, there too
WRITERS = 8

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server that could be away"),
]


@pytest.fixture
def cluster(transactional_db):
    """A PostgreSQL of our own with a copy of the test database, to which this process is pointed too."""
    server, _slash, _name = os.environ["DATABASE_URL"].rpartition("/")
    name = connection.settings_dict["NAME"]
    connection.close()
    with (
        own_cluster(f"{server}/{name}") as cluster,
        pointed_at(NAME="portal", HOST="127.0.0.1", PORT=str(cluster.port), USER="postgres", PASSWORD=""),
    ):
        yield cluster


@pytest.fixture
def way(cluster):
    """The way of the portal to that database."""
    with proxy_to(cluster.port) as proxy:
        yield proxy


@pytest.fixture
def portal(cluster, way, tmp_path, settings):
    url = f"postgresql://postgres@127.0.0.1:{way.port}/portal"
    with running_portal(tmp_path, url, settings, MAIL_PORT=str(free_port())) as running:
        yield running


class Readers:
    """Read one page again and again; ``times`` holds when each began, how long it took, and its status."""

    def __init__(self, server, path, number=3):
        self.times, self.is_over = [], threading.Event()
        self.threads = [threading.Thread(target=self._read, args=(server.browser(), path)) for _ in range(number)]
        for thread in self.threads:
            thread.start()

    def _read(self, browser, path):
        while not self.is_over.wait(0.1):
            begun = time.monotonic()
            status = browser.get(path).status
            self.times.append((begun, time.monotonic() - begun, status))

    def stop(self):
        self.is_over.set()
        for thread in self.threads:
            thread.join()


class Writer(threading.Thread):
    """Sends a comment, after some seconds, and again with the form that comes back until it is taken."""

    def __init__(self, act, *, after):
        super().__init__()
        self.act, self.after, self.until = act, after, float("inf")
        self.answers = []

    def run(self):
        time.sleep(self.after)
        fields = self.act.fields
        while time.monotonic() < self.until:
            begun = time.monotonic()
            answer = self.act.browser.post(self.act.path, fields)
            self.answers.append((time.monotonic() - begun, answer))
            if answer.status in self.act.good:
                return
            fields = fields_of(answer.soup.select_one("main form"))
            time.sleep(1)


def fail(name, cluster, way):
    """Takes the database away for ``LASTS`` seconds, or restarts it."""
    if name == "restarted":
        cluster.restart()
    elif name == "paused":
        cluster.pause()
        time.sleep(LASTS)
        cluster.go_on()
    elif name == "cut off":
        way.drop()
        time.sleep(LASTS)
        way.mode = ways.PASS
    else:
        way.mode = ways.HANG
        time.sleep(LASTS)
        way.mode = ways.PASS


def test_readers_read_on_and_writers_are_told_in_words_and_lose_nothing(cluster, way, portal):
    world = build(make_site())
    server = portal.serve()
    browser = server.browser()
    a_comment(world.article, address=world.address())  # the conversation has begun: pages hold what it says of itself
    for name in ("restarted", "paused", "silent", "cut off"):
        acts = [send_comment(world, server.browser()) for _writer in range(WRITERS)]
        assert browser.get(world.path).status == 200  # kept, from now on
        readers = Readers(server, world.path)
        begun = time.monotonic()
        writers = [Writer(act, after=number) for number, act in enumerate(acts)]
        for writer in writers:
            writer.start()
        fail(name, cluster, way)
        for writer in writers:
            writer.until = time.monotonic() + RECOVERED
        for writer in writers:
            writer.join()
        readers.stop()
        connection.close()  # that of this process broke, too
        check_readers(name, readers, begun)
        check_writers(name, writers)
        assert [act.happened() for act in acts] == [1] * WRITERS, name
        assert browser.get("/readyz").status == 200, name


def check_readers(name, readers, begun):
    """Nobody was refused, nobody waited for long, and nobody waited at all once it was noticed."""
    assert {status for _when, _took, status in readers.times} == {200}, name
    assert max(took for _when, took, _status in readers.times) < NOTICED, name
    later = [took for when, took, _status in readers.times if when - begun > LASTS - 1]
    assert not later or median(later) < QUICK, name


def check_writers(name, writers):
    """Each was answered in time; who was refused was told so in words, and had their text before them."""
    refused = [answer for writer in writers for _took, answer in writer.answers if answer.status not in writer.act.good]
    assert max(took for writer in writers for took, _answer in writer.answers) < NOTICED, name
    assert {answer.status for answer in refused} <= {503}, name
    for answer in refused:
        assert "This did not work just now" in answer.words
        assert "Traceback" not in answer.words
        assert LONG_TEXT.split(".")[0] in answer.words
    assert all(writer.answers[-1][1].status in writer.act.good for writer in writers), name
