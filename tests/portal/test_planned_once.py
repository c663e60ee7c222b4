"""PostgreSQL plans the queries of every page once, and answers all that a page was made of at one time."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.transaction import TransactionManagementError

from portal.models import CommunitySettings
from portal.prepared import prepared
from portal.reread import noted

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")


OWN = 'SELECT "portal_communitysettings"."tagline" AS'  # no other query begins like it


@prepared
def _taglines(site: int):
    return CommunitySettings.objects.filter(site=site).values_list("tagline")


@prepared
def _locked(site: int):
    return CommunitySettings.objects.select_for_update().filter(site=site)


def statements():
    """What the server keeps for this connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement, generic_plans FROM pg_prepared_statements")
        return dict(cursor.fetchall())


@pytest.fixture
def table():
    """A table of one row, outside of any transaction."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE planned_once (value integer)")
        cursor.execute("INSERT INTO planned_once VALUES (1)")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE planned_once")


@pytest.mark.django_db(transaction=True)
def test_a_query_that_is_asked_again_is_not_planned_again(community):
    for _turn in range(8):
        assert _taglines(community.pk) == [(CommunitySettings.for_site(community).tagline,)]
    kept = {sql: plans for sql, plans in statements().items() if sql.startswith(OWN)}
    assert [plans > 0 for plans in kept.values()] == [True]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("at_once", [False, True])
def test_a_column_that_has_got_another_type_is_read_as_it_is(table, at_once):
    def ask():
        if at_once:
            return connection.ask_at_once([("SELECT value FROM planned_once", None, True)])[0]
        with connection.prepared_cursor() as cursor:
            cursor.execute("SELECT value FROM planned_once")
            return cursor.fetchall()

    assert ask() == [(1,)]
    with connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN ALTER TABLE planned_once ALTER value TYPE text; END $$")  # as another process would
    assert ask() == [("1",)]


def test_what_is_asked_at_once_is_answered_in_its_order(db):
    asked = [("SELECT %s::int", [number], number % 2 == 0) for number in range(5)]
    assert connection.ask_at_once(asked) == [[(number,)] for number in range(5)]


@pytest.mark.django_db(transaction=True)
def test_one_query_that_fails_fails_all_and_leaves_the_connection_in_order():
    with pytest.raises(DatabaseError):
        connection.ask_at_once([("SELECT 1", None, True), ("SELECT 1 / 0", None, True), ("SELECT 2", None, False)])
    assert connection.ask_at_once([("SELECT 2", None, True)]) == [[(2,)]]


@pytest.mark.django_db(transaction=True)
def test_nothing_that_somebody_wrote_is_remembered(community):
    """psycopg counts statements by their text, unless it is told not to. Those that are kept hold no value."""
    CommunitySettings.objects.filter(site=community).update(tagline="Said in confidence")
    CommunitySettings.objects.filter(tagline="Said in confidence").first()
    _taglines(community.pk)
    connection.ask_at_once([("SELECT %s::text", ["Said in confidence"], prepares) for prepares in (True, False)])
    remembered = connection.connection._prepared
    assert not remembered._counts
    assert all(b"confidence" not in text for text, _types in remembered._names)
    assert any(b"tagline" in text for text, _types in remembered._names)


@pytest.mark.django_db(transaction=True)
def test_a_plan_that_no_longer_fits_stops_no_transaction(table):
    with connection.prepared_cursor() as cursor:
        cursor.execute("SELECT value FROM planned_once")
    with connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN ALTER TABLE planned_once ALTER value TYPE text; END $$")
    with transaction.atomic():
        with connection.prepared_cursor() as cursor:
            cursor.execute("SELECT value FROM planned_once")
            assert cursor.fetchall() == [("1",)]
        assert connection.ask_at_once([("SELECT value FROM planned_once", None, True)]) == [[("1",)]]


@pytest.mark.django_db(transaction=True)
def test_a_lock_needs_a_transaction_also_when_its_query_is_known(community):
    for _turn in range(2):
        with pytest.raises(TransactionManagementError):
            _locked(community.pk)
        with transaction.atomic():
            assert _locked(community.pk)


def test_whatever_differs_is_seen(db, community):
    with noted() as notes:
        _taglines(community.pk)
        CommunitySettings.objects.filter(site=community).values_list("publisher_name").first()
    assert notes.is_complete
    assert notes.reads_the_same()
    CommunitySettings.objects.filter(site=community).update(tagline="Another one")
    assert not notes.reads_the_same()
