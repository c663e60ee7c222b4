"""The one way of a comment from state to state. Each step is one entry of the ledger, and is taken only if the comment
still stands as whoever decides saw it (DESIGN.md, M3).
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from comments.models import Appeal, Comment, CommentRevision, Decision, DecisionNote, Report
from comments.models.comment import QUEUED, CommentQuerySet, State
from comments.reading.public_html import comment_html
from comments.reading.staff import addresses_of_staff
from comments.rulebook import rulebook
from comments.rules.cases import awaits_help, is_unseen
from comments.rules.places import LARGEST_ID
from comments.rules.settling import reopen_reports, settle_reports
from comments.rules.steps import CITES_RULE, HEARINGS, NOT_BY_DECIDE, STEPS
from comments.rules.wording import put_back
from consent.addresses import Address
from consent.keys.indexes import indexes
from consent.keys.ring import Use
from consent.models import Contact
from portal.models import CommunitySettings, LedgerHead, User

Action, Actor = Decision.Action, Decision.Actor
UNDO_WINDOW = timedelta(seconds=30)
LEASE = timedelta(minutes=10)  # for so long nobody else is given a comment that a moderator works on
# A comment's tables. PostgreSQL reads those that are not locked as they were before it waited: an older wording.
ALL_TABLES = ("self", "xtdcomment_ptr", "xtdcomment_ptr__comment_ptr")


class ConflictError(Exception):
    """Somebody else decided meanwhile, or the author changed the comment. ``comment`` and ``newest``: how it stands."""

    def __init__(self, comment: Comment | None, newest: Decision | None) -> None:
        super().__init__("conflict")
        self.comment, self.newest = comment, newest


class NotAllowedError(Exception):
    """Whoever asks may not do this; the words say why, by a code: ``own``, ``unconfirmed``, ``rule``, ``step``,
    ``crisis-unseen`` (nobody has looked at the case), ``crisis-unhandled`` (nobody has handled it), …
    """


@dataclass(frozen=True)
class Seen:
    """What whoever decides had before them."""

    state: str
    revision: int


def held(comment_id: int) -> Comment:
    """The comment, locked, with what decisions ask for. Raises ``ConflictError`` if it is gone. One query."""
    comment = _held().filter(pk=comment_id).first() if comment_id <= LARGEST_ID else None
    if comment is None:
        raise ConflictError(None, None)
    if comment.is_confirmed and comment.commenter is None:  # while we waited; PostgreSQL joins what it read before
        Comment.commenter.field.delete_cached_value(comment)
    return comment


def _held() -> Any:
    """Comments to be locked. What they bring along saves queries: time zone of the community, who is staff, whether
    reports are open, and the newest entry of the ledger as it was before the lock (``LedgerEntry.append`` makes sure).
    """
    head = LedgerHead.objects.filter(ledger=Decision._meta.label)
    communities = CommunitySettings.objects.filter(site=OuterRef("conversation__site"))
    return (
        Comment.objects.select_for_update(of=ALL_TABLES, no_key=True)
        .select_related(
            "conversation__site", "commenter__contact", "acceptance__version", "in_reply_to", "crisis", "appeal"
        )
        .annotate(
            time_zone=Subquery(communities.values("time_zone")[:1]),
            staff=addresses_of_staff(),
            has_reports=Exists(Report.objects.filter(comment=OuterRef("pk"), outcome=Report.Outcome.OPEN)),
            head_number=Subquery(head.values("number")[:1]),
            head_hash=Subquery(head.values("entry_hash")[:1]),
        )
    )


def hold_comments(comments: CommentQuerySet) -> None:
    """Locks several comments in the one order, and the head of the ledger if there are any: for whoever takes a step of
    each in one transaction.
    """
    ids = comments.order_by().values("pk")
    if list(Comment.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=ids).order_by("pk")):
        Decision.hold_head()


@transaction.atomic
def decide(
    comment_id: int,
    action: str,
    *,
    by: User,
    seen: Seen,
    rule_code: str = "",
    to_author: str = "",
    to_colleagues: str = "",
    reports: Collection[int] | None = None,
) -> Decision:
    """Carries out what a moderator decided. ``reports``: those that it settles, else all that are open.

    Raises ``ConflictError`` and ``NotAllowedError``; then nothing changes.
    """
    comment = held(comment_id)
    demand_decidable(comment, by, seen)
    steps = STEPS.get(action, ((), ()))[1]
    has_reports = is_reported(comment)
    if action in NOT_BY_DECIDE or len(steps) != 1 or (action == Action.KEEP and not has_reports):
        raise NotAllowedError("step")
    rule_code = rule_code if action in CITES_RULE else ""
    others = {"claimed_by": by} if action == Action.ESCALATE else {}  # as if skipped: a colleague looks at it next
    decision = step(comment, action, steps[0], actor=Actor.MODERATOR, by=by, rule_code=rule_code, changes=others)
    add_note(decision, comment, to_author=to_author, to_colleagues=to_colleagues)
    if has_reports:
        settle_reports(decision, reports)
    return decision


@transaction.atomic
def undo(number: int, *, by: User) -> Decision:
    """Takes back one's own decision while its author has not heard of it, nor answered with an appeal.

    An appeal whose hearing is taken back is open again. Raises as ``decide``.
    """
    own = Decision.objects.filter(number=number, moderator_id=by.pk).exclude(action=Action.UNDO)
    comment = _held().filter(pk=Subquery(own.values("comment_id")[:1])).first()
    if comment is None:
        raise NotAllowedError("step")
    wrong = newest_decision(comment.pk)
    if wrong is None or wrong.number != number:
        raise ConflictError(comment, wrong)
    if timezone.now() > wrong.recorded_at + UNDO_WINDOW or vars(wrong)["is_appealed"]:
        raise NotAllowedError("late")
    changes = {"claimed_by": by, "claimed_until": timezone.now() + LEASE, "queued_at": wrong.queued_at}
    if wrong.action == Action.REDACT:
        put_back(comment, vars(wrong)["former"])
    if vars(wrong)["has_settled"]:
        reopen_reports(wrong)
    if wrong.action in HEARINGS:
        Appeal.objects.filter(comment=comment).update(outcome=Appeal.Outcome.OPEN, heard_by=None, heard_at=None)
    back = State(wrong.from_state)
    return step(comment, Action.UNDO, back, actor=Actor.MODERATOR, by=by, undoes=number, changes=changes)


def step(
    comment: Comment,
    action: str,
    to: State,
    *,
    actor: str,
    by: User | None = None,
    rule_code: str = "",
    undoes: int | None = None,
    changes: Mapping[str, Any] | None = None,
) -> Decision:
    """One step of a comment that is ``held``, with its entry. ``changes``: further columns of its own table.

    Raises ``NotAllowedError`` for a step that there is not.
    """
    _demand_step(comment, action, to, rule_code)
    before, queued_at = comment.state, comment.queued_at
    comment.state, comment.claimed_by, comment.claimed_until = to, None, None
    if to in QUEUED and (before not in QUEUED or comment.queued_at is None):
        comment.queued_at = timezone.now()
    if to == State.PUBLISHED and comment.published_at is None:
        comment.published_at = timezone.now()
    stays = before == to == State.PUBLISHED and action in (Action.KEEP, Action.UNDO)  # then its HTML stays, too
    if not stays:
        comment.html = comment_html(comment) if to == State.PUBLISHED else ""
    values = dict(changes or {})
    own = ("state", "html", "queued_at", "published_at", "claimed_by", "claimed_until", "revision")
    values |= {name: getattr(comment, name) for name in own if name not in values}
    Comment.objects.filter(pk=comment.pk).update(**values)
    for name, value in values.items():
        setattr(comment, name, value)
    return _enter(comment, action, before, actor=actor, by=by, rule_code=rule_code, undoes=undoes, queued_at=queued_at)


def newest_decision(comment_id: int) -> Decision | None:
    """The last entry of a comment, with ``former``: the wording before the one that it was about, ``has_settled``:
    whether it settled reports, ``is_appealed``: whether its author asked for a second look at it.
    """
    settled = Report.objects.filter(comment=OuterRef("comment_id"), decision_number=OuterRef("number"))
    appeals = Appeal.objects.filter(comment=OuterRef("comment_id"), decision_number=OuterRef("number"))
    before = CommentRevision.objects.filter(comment=OuterRef("comment_id"), number=OuterRef("revision") - 1)
    found = Decision.objects.filter(comment_id=comment_id).annotate(
        former=Subquery(before.values("text")[:1]), has_settled=Exists(settled), is_appealed=Exists(appeals)
    )
    return found.order_by("-number").first()


def is_reported(comment: Comment) -> bool:
    """Whether reports of a comment that is ``held`` are open. No query."""
    return bool(vars(comment).get("has_reports"))


def add_note(decision: Decision, comment: Comment, *, to_author: str = "", to_colleagues: str = "") -> None:
    """Keeps what was written with a decision, if anything was."""
    if to_author or to_colleagues:
        DecisionNote.objects.create(
            decision_number=decision.number, comment=comment, to_author=to_author, to_colleagues=to_colleagues
        )


def demand_decidable(comment: Comment, by: User, seen: Seen) -> None:
    """Raises ``ConflictError`` unless the comment stands as it was seen, and ``NotAllowedError``: ``own``, or
    ``crisis-unseen`` if nobody has looked at its case.
    """
    demand_as_seen(comment, seen)
    demand_other_person(comment, by)
    if is_unseen(comment):
        raise NotAllowedError("crisis-unseen")


def demand_as_seen(comment: Comment, seen: Seen) -> None:
    """Raises ``ConflictError`` unless the comment still stands as whoever decides saw it."""
    if (comment.state, comment.revision) != (seen.state, seen.revision):
        raise ConflictError(comment, newest_decision(comment.pk))


def demand_other_person(comment: Comment, by: User) -> None:
    """Raises ``NotAllowedError`` if ``by`` wrote the comment: nobody decides on their own. No query."""
    if is_person(comment.commenter.contact if comment.commenter else None, by):
        raise NotAllowedError("own")


def is_person(contact: Contact | None, user: User) -> bool:
    """Whether a member of staff is the owner of a contact, by the address of their account. No query."""
    if contact is None or not user.email:
        return False
    local, _at, domain = user.email.rpartition("@")
    return contact.lookup in indexes(Use.LOOKUP, Address(local, domain).canonical)


def text_digest(text: str) -> str:
    """SHA-256 of a wording, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _demand_step(comment: Comment, action: str, to: State, rule_code: str) -> None:
    if action != Action.UNDO:
        before, after = STEPS[action]
        if comment.state not in before or to not in after:
            raise NotAllowedError("step")
    if to == State.PUBLISHED and not comment.is_confirmed:
        raise NotAllowedError("unconfirmed")
    if to == State.PUBLISHED and awaits_help(comment):
        raise NotAllowedError("crisis-unhandled")
    if action in CITES_RULE and not _has_rule(comment, rule_code):
        raise NotAllowedError("rule")


def _has_rule(comment: Comment, code: str) -> bool:
    """Whether the version that the author accepted has the rule. Comments without one can't be judged by rules."""
    return rulebook(comment.acceptance.version).rule(code) is not None


def _enter(comment: Comment, action: str, before: str, **values: Any) -> Decision:
    by, rules = values.pop("by"), comment.acceptance.version
    known = vars(comment)
    return Decision.append(
        seen_head=(known.get("head_number"), known.get("head_hash")),
        comment_id=comment.pk,
        conversation_id=comment.conversation_id,
        site_id=comment.conversation.site_id,
        action=action,
        moderator_id=by.pk if by else None,
        from_state=before,
        to_state=comment.state,
        revision=comment.revision,
        text_digest=text_digest(comment.comment),
        rules_digest=rules.digest,
        rules_version=rules.version,
        **values,
    )
