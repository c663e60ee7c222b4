"""Which decision on a comment stands, and what its author is told of it: the rule in the version that they accepted.

Undoing takes a decision out, as if there had been neither.
"""

from dataclasses import dataclass

from comments.models import Appeal, Comment, Decision, DecisionNote
from comments.rulebook import Rule, rulebook

Action = Decision.Action


@dataclass(frozen=True)
class Answer:
    """What an author is told. ``rule`` is that of ``rules_version``; ``note``: what a moderator wrote to them."""

    decision: Decision
    rule: Rule | None
    rules_version: int
    rules_language: str
    note: str


def standing_decision(comment_id: int) -> Decision | None:
    """The newest decision that was not undone. One query."""
    undone: set[int] = set()
    for decision in Decision.objects.filter(comment_id=comment_id).order_by("-number"):
        if decision.action == Action.UNDO and decision.undoes is not None:
            undone.add(decision.undoes)
        elif decision.number not in undone:
            return decision
    return None


def answer_of(comment: Comment, decision: Decision) -> Answer:
    """What the author of ``comment`` is told of ``decision``. An appeal that was heard answers to what it was against.

    Two queries, three after an appeal.
    """
    version = comment.acceptance.version
    numbers, code = [decision.number], decision.rule_code
    if decision.action == Action.UPHOLD and (first := _appealed(comment)):
        numbers, code = [first.number, decision.number], code or first.rule_code
    notes = DecisionNote.objects.filter(decision_number__in=numbers).exclude(to_author="").order_by("-decision_number")
    return Answer(
        decision=decision,
        rule=rulebook(version).rule(code) if code else None,
        rules_version=version.version,
        rules_language=version.language,
        note=notes.values_list("to_author", flat=True).first() or "",
    )


def _appealed(comment: Comment) -> Decision | None:
    number = Appeal.objects.filter(comment=comment).values("decision_number")[:1]
    return Decision.objects.filter(number__in=number).first()
