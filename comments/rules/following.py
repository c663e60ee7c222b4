"""What was reported is settled by what was decided: whoever reported was right, or the comment stays as it is.

Steps of the author alone say nothing of who was right, and escalating only hands a comment on.
"""

from django.utils import timezone

from comments.models import Decision, Report

Action, Outcome = Decision.Action, Report.Outcome
SETTLES = {
    Action.REMOVE: Outcome.UPHELD,
    Action.REJECT: Outcome.UPHELD,
    Action.SPAM: Outcome.UPHELD,
    Action.ASK: Outcome.UPHELD,
    Action.REDACT: Outcome.UPHELD,
    Action.APPROVE: Outcome.REFUSED,
    Action.RESTORE: Outcome.REFUSED,
}


def settle_reports(decision: Decision) -> int:
    """Settles the open reports that lay there when ``decision`` was taken. Returns how many."""
    outcome = SETTLES.get(Action(decision.action))
    if outcome is None or decision.actor != Decision.Actor.MODERATOR:
        return 0
    reports = Report.objects.filter(
        comment=decision.comment_id, outcome=Outcome.OPEN, made_at__lte=decision.recorded_at
    )
    return reports.update(outcome=outcome, decision_number=decision.number, settled_at=timezone.now())
