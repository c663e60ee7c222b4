"""Tests that empty the database meet the triggers of its ledgers. They are lifted for that moment alone.

Before the next such test Django loads the rows that migrations made, tasks of workflows before types of content. A task
asks for its type while it is made, and would make one anew if nobody remembers it.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connections
from django.test import TransactionTestCase

from portal.ledger import triggers


def lift_ledgers_while_emptying() -> None:
    """Wraps the step in which Django empties the database after a test with ``transaction=True``."""
    empty = TransactionTestCase._fixture_teardown

    def lifted(test):
        aliases = list(test._databases_names(include_mirrors=False))
        lifts = [triggers.lifted(connections[alias]) for alias in aliases]
        for pk in list(ContentType.objects.values_list("pk", flat=True)):
            ContentType.objects.get_for_id(pk)  # which remembers it
        for lift in lifts:
            lift.__enter__()
        try:
            empty(test)
        finally:
            for lift in lifts:
                lift.__exit__(None, None, None)

    TransactionTestCase._fixture_teardown = lifted
