"""What Wagtail's log says of what staff did in conversations. Decisions on comments stand in their ledger instead.

No entry holds a word, a name or an address of a person: nobody erases this log.
"""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from comments.models import Conversation, Report, Sanction
from comments.rules import commenters, hearing_reports, opening, sanctions_imposing


def sanction_words(data: dict[str, Any]) -> str:
    """Which sanction, by which rule."""
    kind = dict(Sanction.Kind.choices).get(data.get("kind", ""), "")
    if not data.get("rule"):
        return _t("Sanction lifted: %(kind)s") % {"kind": kind}
    if not data.get("days"):
        return _t("Sanction without an end, by the rule “%(rule)s”: %(kind)s") % {"rule": data["rule"], "kind": kind}
    return _t("Sanction for %(days)s days, by the rule “%(rule)s”: %(kind)s") % {**data, "kind": kind}


def report_words(data: dict[str, Any]) -> str:
    """How many reports, and how they ended."""
    outcome = dict(Report.Outcome.choices).get(data.get("outcome", ""), "")
    return _t("Reports settled (%(number)s): %(outcome)s") % {"number": data.get("reports", ""), "outcome": outcome}


def conversation_words(data: dict[str, Any]) -> str:
    """What a conversation was set to."""
    state = dict(Conversation.State.choices).get(data.get("state", ""), "")
    if data.get("days") is None:
        return _t("Conversation set. %(state)s") % {"state": state}
    return _t("Conversation set. %(state)s. Closes after %(days)s days") % {"state": state, "days": data["days"]}


LABELS: dict[str, tuple[Any, Callable[[dict[str, Any]], str] | None]] = {
    sanctions_imposing.IMPOSED: (_("Sanction imposed"), sanction_words),
    sanctions_imposing.LIFTED: (_("Sanction lifted"), sanction_words),
    commenters.NOTED: (_("Note on a commenter written"), None),
    commenters.FORGOTTEN: (_("Browsers of a commenter forgotten"), None),
    commenters.MARKED: (_("Commenter marked as having died"), None),
    commenters.UNMARKED: (_("In-memoriam mark lifted"), None),
    hearing_reports.SETTLED: (_("Reports of a comment settled"), report_words),
    opening.SET: (_("Conversation opened, paused or closed"), conversation_words),
}


def register_acts(actions) -> None:
    """Registers a sentence for each."""
    for action, (words, sentence) in LABELS.items():

        @actions.register_action(action)
        class Act(LogFormatter):
            label = words
            in_full = staticmethod(sentence) if sentence else None

            def format_message(self, log_entry):
                return self.in_full(log_entry.data) if self.in_full else self.label
