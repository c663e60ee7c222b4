"""Somebody who got a mail, and the browser that they open its link with."""

import pytest
from django.test import Client

from consent import journal

FROM_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def browser():
    """Sends forms as a browser does that has our page open. Django's token would be asked for, if anything did."""
    return Client(enforce_csrf_checks=True, headers=FROM_OUR_PAGE)


@pytest.fixture
def full_disk(monkeypatch):
    """The journal of erasures can't be written."""

    def refuse(*args, **kwargs):
        raise journal.JournalError("The disk is full.")

    monkeypatch.setattr(journal, "write", refuse)
