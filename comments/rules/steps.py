"""The table of steps: what may be done with a comment, in which state, and where it leads (DESIGN.md, M3)."""

from collections.abc import Mapping

from comments.models import Decision
from comments.models.comment import State

Action = Decision.Action
_OPEN = (State.PENDING, State.ESCALATED)
_HIDDEN = (State.REJECTED, State.REMOVED, State.SPAM)

# From which states an action leads to which. Undoing leads back, and confirming and changing lead where screening says.
STEPS: Mapping[str, tuple[tuple[State, ...], tuple[State, ...]]] = {
    Action.CONFIRM: ((State.UNCONFIRMED,), (State.PENDING, State.ESCALATED, State.REJECTED)),
    Action.TRUST: ((State.UNCONFIRMED, State.PENDING), (State.PUBLISHED,)),
    Action.APPROVE: (_OPEN, (State.PUBLISHED,)),
    Action.REDACT: (_OPEN, (State.PUBLISHED,)),
    Action.REJECT: ((*_OPEN, State.CHANGES), (State.REJECTED,)),
    Action.KEEP: ((State.PUBLISHED,), (State.PUBLISHED,)),
    Action.SPAM: ((*_OPEN, State.PUBLISHED), (State.SPAM,)),
    Action.ASK: (_OPEN, (State.CHANGES,)),
    Action.ESCALATE: ((State.PENDING, State.PUBLISHED), (State.ESCALATED,)),
    Action.RELEASE: ((State.ESCALATED, State.SPAM), (State.PENDING,)),
    Action.REMOVE: ((State.PUBLISHED,), (State.REMOVED,)),
    Action.RESTORE: ((State.REMOVED,), (State.PUBLISHED,)),
    Action.EDIT: (
        (State.UNCONFIRMED, *_OPEN, State.PUBLISHED),
        (State.UNCONFIRMED, State.PENDING, State.ESCALATED, State.PUBLISHED),
    ),
    Action.RESEND: ((State.CHANGES, State.REJECTED), (State.PENDING, State.ESCALATED)),
    Action.WITHDRAW: (tuple(state for state in State if state != State.WITHDRAWN), (State.WITHDRAWN,)),
    Action.ERASE: (tuple(State), (State.WITHDRAWN,)),
    Action.UPHOLD: (_HIDDEN, _HIDDEN),
    Action.OVERTURN: (_HIDDEN, (State.PUBLISHED,)),
}
HEARINGS = (Action.UPHOLD, Action.OVERTURN)
NOT_BY_DECIDE = (Action.UNDO, Action.REDACT, *HEARINGS)  # have functions of their own
CITES_RULE = (Action.REJECT, Action.REMOVE, Action.ASK)
