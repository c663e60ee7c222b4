"""Where the database stands: what was noted since, by anybody, and when nobody can tell."""

import contextlib
from datetime import timedelta

import psycopg
import pytest
from django.db import connection, transaction
from django.utils import timezone

from portal.models import ContentChange
from portal.page_cache.jobs import forget_old_changes
from portal.page_cache.position import position, since

pytestmark = pytest.mark.django_db(transaction=True)


def note(tag):
    """As a trigger does."""
    xact = "pg_current_xact_id()::text::bigint" if connection.vendor == "postgresql" else "0"
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO portal_contentchange (tag, xact) VALUES (%s, {xact})", [tag])


@contextlib.contextmanager
def somebody_else():
    """Another connection to the same PostgreSQL."""
    parameters = connection.get_connection_params()
    with psycopg.connect(
        **{name: parameters[name] for name in ("dbname", "user", "password", "host", "port") if parameters.get(name)}
    ) as other:
        yield other


def position_on_a_quiet_server():
    """On PostgreSQL, other transactions of whichever database of the server count as running in a position."""
    now = position()
    if connection.vendor == "sqlite":
        return now
    database, seconds, snapshot = now.split()
    end = snapshot.split(":")[1]
    return f"{database} {seconds} {end}:{end}:"


def notes_are_told_by_position():
    note("page:1")
    before = position()
    assert since(before).tags == frozenset()
    note("page:2")
    note("*")
    assert since(before).tags == {"page:2", "*"}
    assert since(before, {"page:2", "page:3"}).tags == {"page:2"}
    assert since(position()).tags == frozenset()
    assert 0 <= since(before).seconds < 60


def what_nobody_wrote_tells_nothing():
    note("*")
    for text in ("", "nonsense", "a 1 2:3:", "a 1.0 5", position().replace(" ", "x ", 1), position() + "' OR 1=1"):
        assert since(text) is None, text


def positions_before_deleted_notes_tell_nothing():
    note("page:1")
    before = position()
    note("page:2")
    note("page:3")
    after = position_on_a_quiet_server()
    ContentChange.objects.update(made_at=timezone.now() - timedelta(hours=2)) if connection.vendor != "sqlite" else (
        ContentChange.objects.exclude(pk=ContentChange.objects.order_by("pk").last().pk).update(
            made_at=timezone.now() - timedelta(hours=2)
        )
    )
    forget_old_changes()
    assert since(before) is None
    assert since(after).tags == frozenset()
    note("page:4")
    assert since(after).tags == {"page:4"}


def what_was_not_over_is_told_when_it_is():
    note("*")
    with somebody_else() as other:
        other.execute(
            "INSERT INTO portal_contentchange (tag, xact) VALUES ('late', pg_current_xact_id()::text::bigint)"
        )
        note("page:1")
        before = position()
        note("page:2")
        assert since(before).tags == {"page:2"}
        other.commit()
        assert since(before).tags == {"page:2", "late"}


def a_restored_file_tells_nothing_of_what_came_after_it():
    note("page:1")
    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        note("page:2")
        lost = position()
        raise ZeroDivisionError
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO portal_contentchange (tag, xact, made_at) VALUES ('page:3', 0, '2001-01-01 00:00:00')"
        )
    assert since(lost) is None


def test_positions():
    """In one test: each that commits costs a database. Notes are deleted at the end: while another transaction of the
    server runs that is older than that, nobody can tell what was there.
    """
    notes_are_told_by_position()
    what_nobody_wrote_tells_nothing()
    if connection.vendor == "postgresql":
        what_was_not_over_is_told_when_it_is()
    else:
        a_restored_file_tells_nothing_of_what_came_after_it()
    positions_before_deleted_notes_tell_nothing()
