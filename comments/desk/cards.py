"""What a moderator sees of a comment: its words with what was found, what it answers, how it changed, who reported it
for what, and who its author is. Read for all cards of a screen at once: the number of queries doesn't grow with theirs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property

from comments.desk.histories import Histories
from comments.desk.marking import Piece, pieces
from comments.models import Comment, CommentRevision, CrisisCase, Finding, Report
from comments.models.comment import State
from comments.models.decision import Decision
from comments.rulebook import Rule, rulebook
from comments.rules.cases import awaits_help
from comments.rules.deciding import NotAllowedError, demand_other_person
from comments.rules.places import LARGEST_ID
from portal.comparing import ChangedLine, changed_lines
from portal.models import User

Action = Decision.Action
OFFERED = {
    State.PENDING: (Action.APPROVE, Action.REDACT, Action.REJECT, Action.ASK, Action.ESCALATE, Action.SPAM),
    State.ESCALATED: (Action.APPROVE, Action.REDACT, Action.REJECT, Action.ASK, Action.RELEASE, Action.SPAM),
    State.PUBLISHED: (Action.KEEP, Action.REMOVE, Action.ESCALATE, Action.SPAM),
}
NEEDED = (
    "conversation__page", "conversation__site", "commenter__contact", "acceptance__version", "in_reply_to", "crisis",
    "crisis__seen_by", "appeal", "claimed_by",
)  # fmt: skip


@dataclass(frozen=True)
class Change:
    """How one wording became the next."""

    revision: CommentRevision
    lines: list[ChangedLine]


@dataclass
class Card:
    """One comment on the desk."""

    comment: Comment
    user: User
    findings: list[Finding]
    revisions: list[CommentRevision]
    reports: list[Report]
    histories: Histories

    @cached_property
    def lines(self) -> list[list[Piece]]:
        """The words, cut where findings begin and end."""
        return pieces(self.comment.comment, self.findings)

    @property
    def spans(self) -> list[Finding]:
        """Findings whose words may be taken out, each passage once. What somebody in danger says is no such thing, and
        neither is the whole comment: nothing would be left.
        """
        crisis, text = Finding.Category.CRISIS, self.comment.comment
        passages = {
            (each.start, each.end): each
            for each in reversed(self.findings)
            if each.end > each.start and each.category != crisis
        }
        return [each for (start, end), each in sorted(passages.items()) if (text[:start] + text[end:]).strip()]

    @cached_property
    def changes(self) -> list[Change]:
        """What changed from wording to wording."""
        pairs = zip(self.revisions, self.revisions[1:], strict=False)
        return [Change(after, changed_lines(before.text, after.text)) for before, after in pairs]

    @property
    def case(self) -> CrisisCase | None:
        """The case of an author who may be in danger."""
        return getattr(self.comment, "crisis", None)

    @property
    def awaits_help(self) -> bool:
        """Whether nobody has handled that case: until then the comment is published by nobody."""
        return awaits_help(self.comment)

    @property
    def is_hidden(self) -> bool:
        """Whether its words are shown only when somebody asks for them."""
        return self.case is not None or any(each.category == Finding.Category.CRISIS for each in self.findings)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in the version that the author accepted."""
        return rulebook(self.comment.acceptance.version).rules

    @property
    def is_own(self) -> bool:
        """Whether the moderator wrote it."""
        try:
            demand_other_person(self.comment, self.user)
        except NotAllowedError:
            return True
        return False

    @property
    def is_mine(self) -> bool:
        """Whether the moderator holds it now."""
        return self.comment.claimed_by == self.user and self.histories.is_held(self.comment)

    @property
    def held_by(self) -> User | None:
        """Somebody else who works on it now."""
        other = self.comment.claimed_by
        return other if other != self.user and self.histories.is_held(self.comment) else None

    @property
    def actions(self) -> tuple[Action, ...]:
        """What may be decided here."""
        if self.is_own or self.held_by:
            return ()
        offered = OFFERED.get(State(self.comment.state), ())
        publishing = (Action.APPROVE, Action.REDACT, Action.KEEP) if self.awaits_help else ()
        return tuple(each for each in offered if each not in publishing and (each != Action.KEEP or self.reports))

    @property
    def history(self) -> dict[str, Any]:
        """Who its author is, as far as the conversation knows."""
        return self.histories.of(self.comment)


def cards_of(pks: Sequence[int], user: User) -> list[Card]:
    """The cards of these comments, in this order. A fixed number of queries."""
    found = (
        Comment.objects.filter(pk__in=[pk for pk in pks if pk <= LARGEST_ID]).select_related(*NEEDED).in_bulk()
        if pks
        else {}
    )
    comments = [found[pk] for pk in pks if pk in found]
    findings = _grouped(Finding.objects.filter(comment__in=comments).order_by("start", "-end", "pk"))
    revisions = _grouped(CommentRevision.objects.filter(comment__in=comments).order_by("number"))
    reports = _grouped(Report.objects.filter(comment__in=comments, outcome=Report.Outcome.OPEN).order_by("made_at"))
    histories = Histories(comments)
    return [
        Card(
            comment=each,
            user=user,
            findings=[one for one in findings.get(each.pk, []) if one.revision == each.revision],
            revisions=[one for one in revisions.get(each.pk, []) if one.number <= each.revision],
            reports=reports.get(each.pk, []),
            histories=histories,
        )
        for each in comments
    ]


def _grouped(rows: Iterable[Any]) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.comment_id, []).append(row)
    return groups
