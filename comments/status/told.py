"""What an author is told of their comment: where it stands, by which rule, what they may do now."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from comments.models import Appeal, Comment, CommentRevision, Decision, Sanction
from comments.models.comment import State
from comments.rules.appealing import may_appeal
from comments.rules.authoring import EDIT_WINDOW, may_edit, may_resend, why_not_write
from comments.rules.cases import case_of
from comments.rules.consenting import standing_consent
from comments.rules.deciding import UNDO_WINDOW
from comments.rules.follow_ups import follows
from comments.rules.places import open_article
from comments.rules.sanctioning import forbidding, standing_sanctions
from comments.rules.standing import Answer, answer_of, standing_decision
from comments.status.waiting import Wait, usual_wait
from consent.models import Purpose

Action = Decision.Action


class Stage(StrEnum):
    """Where a comment stands, as its author is told. Escalating is a matter between moderators."""

    UNCONFIRMED = "unconfirmed"
    WAITING = "waiting"
    CHANGES = "changes"
    PUBLISHED = "published"
    REJECTED = "rejected"
    REFUSED = "refused"  # rejected without being judged: a sanction stands
    SPAM = "spam"
    REMOVED = "removed"
    WITHDRAWN = "withdrawn"


_STAGES = {State.PENDING: Stage.WAITING, State.ESCALATED: Stage.WAITING}
ANSWERED = (Stage.CHANGES, Stage.REJECTED, Stage.REMOVED, Stage.PUBLISHED)


@dataclass(frozen=True)
class Told:
    """Everything on the page. ``original``: the author's words where a moderator took passages out; ``is_settled``:
    whether nobody can take the last decision back; ``why_not_write``: the code of what keeps them from other words
    where their state would allow it.
    """

    comment: Comment
    page: Page | None
    stage: Stage
    is_settled: bool
    answer: Answer | None
    appeal: Appeal | None
    sanction: Sanction | None
    wait: Wait | None
    needs_help: bool
    original: str
    may_edit: bool
    may_resend: bool
    why_not_write: str
    may_appeal: bool
    follows: bool
    may_follow: bool

    @property
    def editable_until(self) -> Any:
        """When changing it ends."""
        return self.comment.submit_date + EDIT_WINDOW


def commented(pk: int, site: Site) -> Comment | None:
    """A comment of the community with all that its page asks for. One query."""
    found = Comment.objects.select_related(
        "conversation__site", "acceptance__version", "commenter__contact", "crisis", "appeal"
    )
    return found.filter(pk=pk, conversation__site=site).first()


def told(comment: Comment, site: Site) -> Told:
    """What is told of a comment that was read with ``commented``."""
    decision = standing_decision(comment.pk)
    is_settled = decision is None or not may_be_undone(comment, decision)
    stays = decision is not None and decision.action == Action.UPHOLD  # where it was: that was told before
    stage = _stage(comment, decision) if is_settled or stays else Stage.WAITING
    contact = comment.commenter.contact if comment.commenter else None
    is_over = stage == Stage.WITHDRAWN
    consent = standing_consent(contact, site, Purpose.Kind.FOLLOW_UPS) if contact and not is_over else None
    page_id = comment.conversation.page_id
    could_write = may_edit(comment) or (may_resend(comment) and is_settled)
    why_not = why_not_write(comment) if could_write else ""
    return Told(
        comment=comment,
        page=open_article(page_id, site) if page_id else None,
        stage=stage,
        is_settled=is_settled,
        answer=answer_of(comment, decision) if decision and is_settled and stage in ANSWERED else None,
        appeal=getattr(comment, "appeal", None),
        sanction=forbidding(standing_sanctions(contact, site.pk)) if contact and stage == Stage.REFUSED else None,
        wait=usual_wait(site.pk) if stage == Stage.WAITING else None,
        needs_help=case_of(comment) is not None,
        original=_original(comment),
        may_edit=may_edit(comment) and not why_not,
        may_resend=may_resend(comment) and is_settled and not why_not,
        why_not_write=why_not,
        may_appeal=is_settled and stage != Stage.REFUSED and may_appeal(comment),
        follows=consent is not None and contact is not None and follows(contact, comment.conversation),
        may_follow=consent is not None,
    )


def may_be_undone(comment: Comment, decision: Decision) -> bool:
    """Whether a moderator may still take back what hides the comment: its author hears of it when that is over, as by
    mail (``comments.rules.answering``), and until then it waits.
    """
    is_recent = timezone.now() <= decision.recorded_at + UNDO_WINDOW
    return is_recent and decision.actor == Decision.Actor.MODERATOR and not comment.is_published


def _stage(comment: Comment, decision: Decision | None) -> Stage:
    state = State(comment.state)
    if state == State.REJECTED and decision and decision.action == Action.CONFIRM:
        return Stage.REFUSED
    return _STAGES.get(state) or Stage(state.value)


def _original(comment: Comment) -> str:
    """The last words of the author's own, if those that stand are not theirs."""
    rows = CommentRevision.objects.filter(comment=comment, number__lte=comment.revision).order_by("-number")
    newest = list(rows[:2])
    is_redacted = bool(newest) and newest[0].kind == CommentRevision.Kind.REDACTION
    return newest[1].text if is_redacted and len(newest) > 1 else ""
