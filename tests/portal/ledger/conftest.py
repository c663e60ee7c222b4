"""A ledger with five entries, and a way to do to its rows what the database would refuse."""

from contextlib import contextmanager

import pytest
from django.db import connection

from articles.models import Contribution
from portal.ledger import triggers


def contribute(number, **values):
    """Adds a contribution of a writer of that number."""
    return Contribution.append(**{"page_id": 1, "revision_id": number, "user_id": number, "username": "anna", **values})


@pytest.fixture
def entries(db):
    """Five entries of the ledger of contributions."""
    return [contribute(number) for number in range(1, 6)]


@contextmanager
def tampering():
    """A cursor for somebody who took the triggers off and puts them back when done."""
    with triggers.lifted(connection), connection.cursor() as cursor:
        yield cursor
