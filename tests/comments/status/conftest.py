"""What was decided is told at once in these tests, except where they are about the time to undo."""

import pytest

from tests.comments.telling import tell_at_once


@pytest.fixture(autouse=True)
def decided_for_good(monkeypatch):
    """As if the time to undo were over as soon as something is decided."""
    tell_at_once(monkeypatch)
