"""A ledger of decisions at chosen times, and nothing remembered from the test before."""

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.core.cache import cache

from comments.knowing.spans import Span
from comments.models import Decision

Action = Decision.Action
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)  # a Wednesday
STATES = {
    Action.CONFIRM: ("unconfirmed", "pending"),
    Action.APPROVE: ("pending", "published"),
    Action.REJECT: ("pending", "rejected"),
    Action.ASK: ("pending", "changes"),
    Action.SPAM: ("pending", "spam"),
    Action.REMOVE: ("published", "removed"),
    Action.ESCALATE: ("pending", "escalated"),
    Action.UPHOLD: ("rejected", "rejected"),
    Action.OVERTURN: ("rejected", "published"),
    Action.UNDO: ("published", "pending"),
}


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Figures are kept for an hour."""
    cache.clear()
    yield
    cache.clear()


def decided(action, *, at=NOON, waited=None, site=1, **values):
    """An entry of the ledger at a chosen time, after a wait in minutes."""
    before, after = STATES[action]
    actor = "author" if action == Action.CONFIRM else "moderator"
    defaults = {"comment_id": 1, "conversation_id": 1, "actor": actor, "from_state": before, "to_state": after}
    defaults |= {"revision": 1, "text_digest": "0" * 64, "queued_at": at - timedelta(minutes=waited or 0)}
    with patch("django.utils.timezone.now", return_value=at):
        return Decision.append(action=action, site_id=site, **(defaults | values))


def a_span(*sites, begins=NOON - timedelta(days=30), ends=NOON + timedelta(days=30), zone=UTC):
    """Two months around noon."""
    return Span(begins, ends, sites or (1,), zone)
