"""What a decision says about open reports of a comment: taking it down shows that they were right, keeping it that they
were not. Escalating says nothing yet, and neither does taking passages out.
"""

from comments.models import Decision, Report

Action, Outcome = Decision.Action, Report.Outcome
SETTLES = {
    Action.KEEP: Outcome.REFUSED,
    Action.APPROVE: Outcome.REFUSED,
    Action.REMOVE: Outcome.UPHELD,
    Action.REJECT: Outcome.UPHELD,
    Action.ASK: Outcome.UPHELD,
    Action.SPAM: Outcome.UPHELD,
}


def settle_reports(decision: Decision) -> None:
    """Settles what is open, if the decision says anything about it. One query at most."""
    outcome = SETTLES.get(Action(decision.action))
    if outcome is not None:
        Report.objects.filter(comment=decision.comment_id, outcome=Outcome.OPEN).update(
            outcome=outcome, settled_at=decision.recorded_at, decision_number=decision.number
        )


def reopen_reports(undone: Decision) -> None:
    """Opens again what a decision settled that is taken back. One query."""
    Report.objects.filter(comment=undone.comment_id, decision_number=undone.number).update(
        outcome=Outcome.OPEN, settled_at=None, decision_number=None
    )
