"""Decisions are only ever added: the database refuses everything else, and a command proves that nothing changed."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from comments.models import Decision
from comments.models.comment import State
from comments.rules.erasing import erase_comments
from consent.addresses import parse_address
from portal.ledger.proof import prove
from portal.models.ledger import LedgerError
from tests.consenting import ANNA
from tests.conversing import a_comment, contact_of
from tests.portal.ledger.conftest import tampering

TABLE = "comments_decision"
COLUMNS = ", ".join(field.column for field in Decision._meta.concrete_fields if field.name != "id")
CHANGES = (
    f"UPDATE {TABLE} SET action = 'approve'",
    f"UPDATE {TABLE} SET moderator_id = NULL WHERE number = 2",
    f"UPDATE {TABLE} SET number = number",
    f"DELETE FROM {TABLE}",
    f"DELETE FROM {TABLE} WHERE number = 2",
)
PER_DATABASE = {
    "sqlite": (
        f"INSERT OR REPLACE INTO {TABLE} (id, {COLUMNS}) SELECT id, {COLUMNS} FROM {TABLE}",
        f"INSERT OR REPLACE INTO {TABLE} ({COLUMNS}) SELECT {COLUMNS} FROM {TABLE}",
        f"REPLACE INTO {TABLE} ({COLUMNS}) SELECT {COLUMNS} FROM {TABLE}",
    ),
    "postgresql": (
        f"TRUNCATE {TABLE}",
        f"TRUNCATE {TABLE} RESTART IDENTITY CASCADE",
        f"INSERT INTO {TABLE} (id, {COLUMNS}) SELECT id, {COLUMNS} FROM {TABLE} ON CONFLICT (id) DO UPDATE SET id=9",
    ),
}


@pytest.fixture
def decisions(article):
    """The entries of a comment that was rejected."""
    a_comment(article, state=State.REJECTED)
    return list(Decision.objects.order_by("number").values_list())


@pytest.mark.parametrize("statement", [*CHANGES, *PER_DATABASE[connection.vendor]])
def test_the_database_refuses_to_change_a_decision(decisions, statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert list(Decision.objects.order_by("number").values_list()) == decisions
    assert prove(Decision).fault is None


def test_a_decision_is_not_changed_through_its_model(decisions):
    decision = Decision.objects.first()
    for change in (decision.save, decision.delete):
        with pytest.raises(LedgerError):
            change()
    with pytest.raises(DatabaseError), transaction.atomic():
        Decision.objects.all().delete()


def test_a_decision_that_was_changed_by_force_is_found_by_the_command(decisions, capsys):
    call_command("verify_ledger", "comments.Decision")
    assert "2 entries, all in order" in capsys.readouterr().out
    with tampering() as cursor:
        cursor.execute(f"UPDATE {TABLE} SET action = 'approve', to_state = 'published' WHERE number = 2")
    with pytest.raises((CommandError, SystemExit)):
        call_command("verify_ledger", "comments.Decision")


def test_the_ledger_stays_in_order_when_an_author_is_erased(article, decisions):
    erase_comments(parse_address(ANNA), [contact_of()])
    assert prove(Decision).entries == 3
    assert prove(Decision).fault is None
