"""The buttons on a card of the desk, each with its key."""

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from comments.models import Decision

register = template.Library()
Action = Decision.Action
PLAIN = {
    Action.APPROVE: (_("Approve"), "A", ""),
    Action.KEEP: (_("Keep"), "A", ""),
    Action.ESCALATE: (_("Escalate"), "C", "button-secondary"),
    Action.RELEASE: (_("Return to the queue"), "B", "button-secondary"),
    Action.SPAM: (_("Spam"), "M", "button-secondary no"),
}
BY_RULE = {
    Action.REJECT: (_("Reject"), "X", "no"),
    Action.REMOVE: (_("Take down"), "X", "no"),
    Action.ASK: (_("Ask for changes"), "E", "button-secondary"),
}


@register.filter
def buttons(card: Any, kind: str) -> list[dict[str, Any]]:
    """The buttons of a card that need a rule (``rule``), or none (``plain``)."""
    known = BY_RULE if kind == "rule" else PLAIN
    return [
        {"action": action.value, "label": label, "key": key, "style": style}
        for action, (label, key, style) in known.items()
        if action in card.actions
    ]
