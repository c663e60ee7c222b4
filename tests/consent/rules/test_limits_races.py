"""Limits hold at any number of processes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from consent.addresses import parse_address
from consent.rules.limits import Limit, first_time, may_confirm, take

pytestmark = [
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite in memory refuses to wait for a table"),
    pytest.mark.django_db(transaction=True),
]
MANY = 8


def at_once(task):
    """How often ``task`` gave True in threads that began together."""
    barrier = Barrier(MANY)

    def run(_number):
        barrier.wait(timeout=10)
        try:
            return task()
        finally:
            connection.close()

    with ThreadPoolExecutor(MANY) as pool:
        return sum(pool.map(run, range(MANY)))


def test_a_count_is_taken_by_as_many_as_it_has_room_for():
    assert at_once(lambda: take(Limit("test", 3, timedelta(days=400)), "a")) == 3


def test_a_mailbox_gets_one_mail_however_many_write_at_once():
    anna = parse_address("anna@example.org")
    assert at_once(lambda: may_confirm(anna)) == 1


def test_one_comes_first():
    now = timezone.now()
    assert at_once(lambda: first_time("test", "a", since=now, until=now + timedelta(hours=1))) == 1
