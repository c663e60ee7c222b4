"""Somebody's receipt, as it was mailed."""

import json

import pytest

from consent.models import ConsentEntry
from consent.receipts.making import receipt_text
from tests.consenting import ANNA, a_contact


@pytest.fixture
def contact(community):
    return a_contact(community, ANNA, "myeloma-news", "leukaemia-news")


@pytest.fixture
def receipt(community, contact):
    """The parsed receipt."""
    return json.loads(receipt_text(ConsentEntry.objects.get(action="confirmed"), community))
