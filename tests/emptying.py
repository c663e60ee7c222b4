"""Tests that empty the database meet the triggers of its ledgers. They are lifted for that moment alone."""

from django.db import connections
from django.test import TransactionTestCase

from portal.ledger import triggers


def lift_ledgers_while_emptying() -> None:
    """Wraps the step in which Django empties the database after a test with ``transaction=True``."""
    empty = TransactionTestCase._fixture_teardown

    def lifted(test):
        aliases = list(test._databases_names(include_mirrors=False))
        lifts = [triggers.lifted(connections[alias]) for alias in aliases]
        for lift in lifts:
            lift.__enter__()
        try:
            empty(test)
        finally:
            for lift in lifts:
                lift.__exit__(None, None, None)

    TransactionTestCase._fixture_teardown = lifted
