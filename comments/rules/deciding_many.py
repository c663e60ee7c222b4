"""The same decision on several comments, each in a transaction and with an entry of its own. Never on one that is
escalated, or whose author may be in danger: these are read one by one.
"""

from collections.abc import Iterable

from django.db.models import F

from comments.models import Comment, CrisisCase, Decision
from comments.models.comment import State
from comments.rules.deciding import ConflictError, NotAllowedError, Seen, decide
from portal.models import User

Action = Decision.Action
MANY = (Action.APPROVE, Action.REJECT, Action.SPAM)
MOST = 50
Outcome = Decision | ConflictError | NotAllowedError


def decide_each(
    items: Iterable[tuple[int, Seen]], action: str, *, by: User, rule_code: str = ""
) -> list[tuple[int, Outcome]]:
    """What became of each comment, by its id: its decision, or why there is none. Raises ``NotAllowedError`` for an
    action that isn't taken on many.
    """
    if action not in MANY:
        raise NotAllowedError("step")
    return [(pk, _decide(pk, seen, action, by, rule_code)) for pk, seen in list(items)[:MOST]]


def _decide(pk: int, seen: Seen, action: str, by: User, rule_code: str) -> Outcome:
    try:
        if seen.state != State.PENDING or CrisisCase.objects.filter(comment=pk).exists():
            raise NotAllowedError("alone")
        return decide(pk, action, by=by, seen=seen, rule_code=rule_code)
    except (ConflictError, NotAllowedError) as refusal:
        return refusal


def by_author(commenter_id: int):
    """Comments of one author that wait and may be decided on together. Of all names of a contact."""
    return _together().filter(commenter__contact__commenters=commenter_id).distinct()


def with_finding(detector: str, category: str):
    """Comments in which the same was found, in their newest wording."""
    found = _together().filter(findings__detector=detector, findings__category=category)
    return found.filter(findings__revision=F("revision")).distinct()


def _together():
    return Comment.objects.filter(state=State.PENDING, crisis=None).order_by("priority", "queued_at", "pk")
