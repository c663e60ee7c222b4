"""An author may ask once for a second look at a comment that was rejected or taken down, and somebody else takes it.

Whoever decided on this comment before, at any step, does not hear the appeal, nor does its author, nor whoever imposed
the sanction that rejected it (Digital Services Act, article 20: complaints are not decided by those complained about).
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from comments.models import Appeal, Comment, Decision, Sanction
from comments.models.appeal import LONGEST
from comments.models.comment import State
from comments.rules.deciding import (
    ConflictError,
    NotAllowedError,
    Seen,
    add_note,
    demand_other_person,
    held,
    newest_decision,
    step,
)
from comments.rules.rights import MODERATE, demand
from comments.rules.standing import standing_decision
from comments.rules.steps import HEARINGS
from portal.models import User

Action, Actor, Outcome = Decision.Action, Decision.Actor, Appeal.Outcome
NO_PART = (*HEARINGS, Action.UNDO)  # whoever takes something back did it before
APPEALABLE = (State.REJECTED, State.REMOVED)
_STEP_TO = {
    Outcome.UPHELD: Action.UPHOLD,
    Outcome.OVERTURNED: Action.OVERTURN,
}


def may_appeal(comment: Comment) -> bool:
    """Whether its author may ask for a second look now. One query."""
    return comment.state in APPEALABLE and not Appeal.objects.filter(comment=comment.pk).exists()


@transaction.atomic
def open_appeal(comment_id: int, words: str) -> Appeal:
    """Keeps what the author says against the decision that stands.

    Raises ``ConflictError`` if the comment is gone, and ``NotAllowedError``: ``step`` in other states, ``once`` if
    there was an appeal before, ``words`` without any or with more than ``LONGEST`` characters.
    """
    comment = held(comment_id)
    if comment.state not in APPEALABLE:
        raise NotAllowedError("step")
    if Appeal.objects.filter(comment=comment.pk).exists():
        raise NotAllowedError("once")
    words = words.strip()
    if not words or len(words) > LONGEST:
        raise NotAllowedError("words")
    decision = standing_decision(comment.pk)
    if decision is None:
        raise NotAllowedError("step")
    return Appeal.objects.create(comment=comment, decision_number=decision.number, words=words)


@transaction.atomic
def hear(appeal: Appeal, outcome: str, *, by: User, note: str, seen: Seen) -> Decision:
    """Decides on an appeal: ``UPHELD`` leaves the comment where it is, ``OVERTURNED`` publishes it.

    ``note`` goes to the author, and must say something. Raises ``ConflictError`` if somebody heard it meanwhile or the
    comment is not what was seen, and ``NotAllowedError`` by the codes of ``why_not_hear``, or ``words`` without a note.
    """
    comment = held(appeal.comment_id)
    now = Appeal.objects.select_for_update().filter(pk=appeal.pk).first()
    if now is None or now.outcome != Outcome.OPEN or (comment.state, comment.revision) != (seen.state, seen.revision):
        raise ConflictError(comment, newest_decision(comment.pk))
    if code := why_not_hear(comment, by):
        raise NotAllowedError(code)
    if outcome not in _STEP_TO or comment.state not in APPEALABLE:
        raise NotAllowedError("step")
    if not note.strip():
        raise NotAllowedError("words")
    standing = standing_decision(comment.pk)
    to = State.PUBLISHED if outcome == Outcome.OVERTURNED else State(comment.state)
    rule = standing.rule_code if standing else ""
    decision = step(comment, _STEP_TO[Outcome(outcome)], to, actor=Actor.MODERATOR, by=by, rule_code=rule)
    add_note(decision, comment, to_author=note.strip())
    Appeal.objects.filter(pk=now.pk).update(outcome=outcome, heard_by=by, heard_at=timezone.now())
    return decision


def why_not_hear(comment: Comment, by: User) -> str:
    """The code of what keeps somebody from hearing an appeal, or nothing: ``right``, ``own``, ``decided``."""
    try:
        demand(by, MODERATE)
        demand_other_person(comment, by)
    except NotAllowedError as error:
        return str(error)
    return "decided" if by.pk in judges_of(comment) else ""


def judges_of(comment: Comment) -> set[int]:
    """The accounts that had a part in what became of a comment: they don't hear an appeal. At most two queries.

    A hearing that was taken back again is no such part.
    """
    entries = Decision.objects.filter(comment_id=comment.pk).exclude(action__in=NO_PART)
    judges = {pk for pk in entries.values_list("moderator_id", flat=True) if pk is not None}
    standing = standing_decision(comment.pk)
    if standing is None or standing.moderator_id is None:
        judges |= _who_sanctioned(comment)
    return judges


def _who_sanctioned(comment: Comment) -> set[int]:
    author = comment.commenter
    if author is None:
        return set()
    theirs = Q(commenter=author)
    if author.contact is not None:
        theirs |= Q(commenter__contact=author.contact) | Q(subject=author.contact.subject)
    found = Sanction.objects.filter(theirs, site=author.site_id, imposed_by__isnull=False)
    return set(found.values_list("imposed_by", flat=True))
