"""What was decided is told at once in these tests, except where they are about the time to undo."""

from datetime import timedelta

import pytest


@pytest.fixture(autouse=True)
def decided_for_good(monkeypatch):
    """As if the time to undo were over as soon as something is decided."""
    monkeypatch.setattr("comments.status.told.UNDO_WINDOW", timedelta(seconds=-1))
