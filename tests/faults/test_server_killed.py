"""The web server is killed (``kill -9``) during every kind of POST, at moments that nobody chose.

Whatever was answered stands, once. Whatever was not is sent again as it was, and stands once then. Nobody mends a
thing.
"""

import os
import random
import threading
import time

import pytest
from django.db import connection

from portal.ledger import triggers
from portal.ledger.proof import prove
from portal.ledger.tables import ledgers
from tests.faults.acts import ACTS
from tests.faults.world import build

ROUNDS = int(os.environ.get("FAULT_ROUNDS", "3"))  # kills; more of them look at more moments
LONGEST = 0.9  # seconds after which the server is killed: all forms together take about as long

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(site, portal):
    return build(site)


def send_all(acts):
    """Sends everything that was not acknowledged, at once. Returns the threads."""

    def send(act):
        try:
            act.send()
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=(act,)) for act in acts.values() if not act.is_acknowledged]
    random.shuffle(threads)
    for thread in threads:
        thread.start()
    return threads


def wait_for(threads):
    """Until each has its answer, or knows that there is none."""
    for thread in threads:
        thread.join(timeout=120)
        assert not thread.is_alive()


def what_is_wrong(acts):
    """Of each kind: what was acknowledged and is not there, or is there more often than it may be."""
    for name, act in acts.items():
        times = act.happened()
        if act.is_acknowledged and not times:
            yield f"{name} was acknowledged and is lost"
        if times > act.most:
            yield f"{name} happened {times} times"


def ledgers_are_whole():
    """Whether all ledgers are proved and protected."""
    return not triggers.missing(connection) and all(prove(ledger).fault is None for ledger in ledgers())


def kill(server, *, watcher):
    """Kills it at a moment that nobody chose. Whoever watches begins it anew: Granian, or who watches Granian."""
    time.sleep(random.uniform(0.02, LONGEST))
    if watcher:
        server.kill()
        server.start()
    else:
        server.kill_worker()
        server.wait()


def test_nothing_acknowledged_is_lost_and_nothing_happens_twice(world, portal):
    seed = random.randrange(10**9)
    random.seed(seed)
    server = portal.serve()
    for number in range(ROUNDS):
        acts = {name: make(world, server.browser()) for name, make in ACTS.items()}
        threads = send_all(acts)
        kill(server, watcher=number % 2)
        wait_for(threads)
        assert not list(what_is_wrong(acts)), f"seed {seed}"
        wait_for(send_all(acts))
        assert not list(what_is_wrong(acts)), f"seed {seed}"
        assert [name for name, act in acts.items() if not act.happened()] == [], f"seed {seed}: {said(acts)}"
    assert ledgers_are_whole()
    assert "all in order" in portal.manage("verify_ledger")


def said(acts):
    """What those were told whose wish did not come true."""
    return {
        name: [(answer.status, answer.words[:400]) for answer in act.answers]
        for name, act in acts.items()
        if not act.happened()
    }
