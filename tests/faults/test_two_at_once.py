"""Two of everything at once, as when two machines are released or somebody presses twice: nothing is doubled."""

import os
import threading
from contextlib import contextmanager
from datetime import timedelta
from unittest import mock

import psycopg
import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Site

from articles.models import CoverageDay, ReviewReminder
from articles.review import signing
from comments.rules.deciding import decide
from portal.ledger.proof import prove
from portal.ledger.tables import ledgers
from tests.conversing import a_comment, a_moderator, seen
from tests.faults.acts import ACTS
from tests.faults.browsing import Browser
from tests.faults.conftest import wait_until
from tests.faults.world import build
from tests.reviewing import a_reviewer, sign

PATIENCE = 600  # seconds for a command
# The editor's button, pressed on two servers at once, publishes the same words twice: two lines in the page's history.
TWICE = {"publish_topic": 2}
SEEN_WITHIN = 5  # seconds until another server shows what was decided: one is promised on a machine that is free

pytestmark = pytest.mark.django_db(transaction=True)


def both(*processes):
    """Waits for processes, all of which end well."""
    for process in processes:
        process.wait(timeout=PATIENCE)
    return [process.returncode for process in processes]


def test_two_servers_answer_as_one(site, portal):
    world = build(site)
    first, second = portal.serve(), portal.serve()
    acts = {name: make(world, first.browser()) for name, make in ACTS.items() if name != "helpful"}
    others = []
    for act in acts.values():
        twin = Browser(second.port, **act.browser.cookies)
        twin.network = act.browser.network
        others.append(type(act)(twin, act.path, act.fields, act.happened, act.most, act.good))

    def send(act):
        act.send()
        connection.close()

    threads = [threading.Thread(target=send, args=(act,)) for act in [*acts.values(), *others]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    failed = [
        (act.path, answer.status) for act in [*acts.values(), *others] for answer in act.answers if answer.status >= 500
    ]
    assert failed == []
    times = {name: act.happened() for name, act in acts.items()}
    assert [name for name, act in acts.items() if not 1 <= times[name] <= max(act.most, TWICE.get(name, 1))] == [], (
        times
    )
    assert all(prove(ledger).fault is None for ledger in ledgers())

    comment = a_comment(world.article, address=world.address(), text="Walking helped me.")
    assert [server.browser().get(world.path).status for server in (first, second)] == [200, 200]
    decide(comment.pk, "approve", by=a_moderator(), seen=seen(comment))
    for server in (first, second):
        wait_until(lambda server=server: b"Walking helped me." in server.browser().get(world.path).body, SEEN_WITHIN)


def test_two_migrations_of_an_empty_database_run_one_after_the_other(portal, tmp_path):
    with empty_database(tmp_path) as address:
        variables = {"DATABASE_URL": address, "DATA_DIR": str(tmp_path / "empty")}
        (tmp_path / "empty").mkdir()
        two = [portal.begin("migrate", "--verbosity", "0", **variables) for _one in range(2)]
        assert both(*two) == [0, 0], portal.logs[-3000:]
        portal.variables |= variables
        assert "all in order" in portal.manage("verify_ledger")
        assert "[ ]" not in portal.manage("showmigrations")


@contextmanager
def empty_database(folder):
    """The address of a database with nothing in it."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{folder / 'empty.sqlite3'}"
        return
    server, name = os.environ["DATABASE_URL"].rpartition("/")[0], f"portal_empty_{os.getpid()}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as asked:
        asked.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{server}/{name}"
        finally:
            asked.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def test_two_who_load_the_demonstration_load_it_once(portal):
    two = [portal.begin("load_demo", "--port", "8000") for _one in range(2)]
    assert both(*two) == [0, 0], portal.logs[-3000:]
    assert "The demonstration is already there" in portal.logs
    assert "The demonstration is loaded" in portal.logs
    assert Site.objects.count() == 2
    assert all(prove(ledger).fault is None for ledger in ledgers())


def test_two_who_tend_reviews_remind_once(site, portal, server):
    world = build(site)
    past = timezone.localdate() - timedelta(days=400)
    with mock.patch.object(signing, "today_for", return_value=past):
        sign(world.article, user=a_reviewer(), draft=False, due_on=timezone.localdate() - timedelta(days=3))
    world.staff("Editors")
    two = [portal.begin("tend_reviews") for _one in range(2)]
    assert both(*two) == [0, 0], portal.logs[-3000:]
    told = sorted(message.recipients[0] for message in server.received)
    assert told == sorted(set(told))
    assert len(told) == ReviewReminder.objects.count() >= 2
    assert CoverageDay.objects.count() == 1
