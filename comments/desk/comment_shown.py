"""Everything on one comment that a moderator may see: wordings, findings, decisions, reports. No address."""

from dataclasses import dataclass
from typing import Any

from wagtail.admin.compare import diff_text

from comments.desk.people import names_of
from comments.models import Appeal, Comment, CommentRevision, CrisisCase, Decision, DecisionNote, Finding, Report
from comments.rulebook import Rule, rulebook

MOST = 50  # rows of each kind that grows
MOST_WORDINGS = 10


@dataclass(frozen=True)
class Wording:
    """One wording: the whole text, or what it changed in the one before."""

    revision: CommentRevision
    changes: str
    findings: list[tuple[Finding, str]]


@dataclass(frozen=True)
class Entry:
    """One entry of the ledger, with the name behind its account, the rule in words, and whether it was undone."""

    decision: Decision
    who: str
    rule: Rule | None
    note: DecisionNote | None
    is_undone: bool


def comment_with_all(pk: int):
    """A queryset of the one comment with what its screen asks for."""
    return Comment.objects.filter(id=pk).select_related(  # not pk, a relation: it takes no number that is too long
        "conversation__site", "conversation__page", "commenter__contact", "acceptance__version", "in_reply_to"
    )


def shown(comment: Comment) -> dict[str, Any]:
    """What the screen shows. Eight queries, however long its history."""
    reports = list(comment.reports.order_by("-made_at")[:MOST])
    return {
        "comment": comment,
        "has_open_reports": any(report.outcome == Report.Outcome.OPEN for report in reports),
        "wordings": wordings_of(comment),
        "entries": entries_of(comment),
        "reports": reports,
        "appeal": Appeal.objects.filter(comment=comment).first(),
        "crisis": CrisisCase.objects.filter(comment=comment).first(),
        "article_url": article_url(comment),
    }


def wordings_of(comment: Comment) -> list[Wording]:
    """The newest wordings, newest first, each with what it changed and what was found in it. Two queries."""
    revisions = list(comment.revisions.select_related("made_by").order_by("-number")[: MOST_WORDINGS + 1])
    findings: dict[int, list[Finding]] = {}
    for finding in comment.findings.order_by("start", "pk")[: MOST * 4]:
        findings.setdefault(finding.revision, []).append(finding)
    before: list[CommentRevision | None] = [*revisions[1:], None]
    return [
        Wording(
            revision,
            str(diff_text(older.text, revision.text).to_html()) if older else "",
            [(each, revision.text[each.start : each.end]) for each in findings.get(revision.number, [])],
        )
        for revision, older in zip(revisions, before, strict=True)
    ][:MOST_WORDINGS]


def entries_of(comment: Comment) -> list[Entry]:
    """What the ledger says, newest first. Three queries."""
    decisions = list(Decision.objects.filter(comment_id=comment.pk).order_by("-number")[:MOST])
    notes = {note.decision_number: note for note in comment.decision_notes.all()}
    names = names_of(decision.moderator_id for decision in decisions)
    undone = {decision.undoes for decision in decisions}
    rules = rulebook(comment.acceptance.version)
    return [
        Entry(
            decision,
            names.get(decision.moderator_id or 0, ""),
            rules.rule(decision.rule_code) if decision.rule_code else None,
            notes.get(decision.number),
            decision.number in undone,
        )
        for decision in decisions
    ]


def article_url(comment: Comment) -> str:
    """Where readers find the article, if they do."""
    page = comment.conversation.page
    return (page.full_url or "") if page is not None and page.live else ""


def open_reports(comment: Comment) -> list[Report]:
    """Reports that wait, oldest first. One query."""
    return list(comment.reports.filter(outcome=Report.Outcome.OPEN).order_by("made_at", "pk"))
