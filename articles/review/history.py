"""The public history of an article's review: what readers are told of every decision on its texts.

Approvals and withdrawals, with who decided, on what grounds and with which interests, as the ledger has it; that
changes were asked for, but not which, since those notes were written for editors. Somebody who declined decided
nothing. An approval of a text that never was public stays out until it is: its words would be told too early.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from articles.models import ArticlePage, ReviewDecision
from articles.review.comparing import ChangedPart, compare
from articles.review.current import ON_THE_TEXT, PERSON_PATH, Review, current_review, identity_of, needs_review
from articles.review.lines import names_in

Outcome = ReviewDecision.Outcome


@dataclass(frozen=True)
class Event:
    """Something that happened to an article in public. ``kind`` names it; for a decision, its outcome.

    ``is_current``: the approval of the very text that readers see now. ``compared_with``: the number of the approval
    before, from which the words changed; ``None`` for the first one and for everything that is no approval.
    """

    kind: str
    on: date
    decision: ReviewDecision | None = None
    is_current: bool = False
    compared_with: int | None = None


def events_of(page: ArticlePage, review: Review | None = None) -> list[Event]:
    """What happened to ``page`` in public, newest first. No event for a personal story. One query beside ``review``,
    and one for an alias.
    """
    if not needs_review(page):
        return []
    review = review or current_review(page)
    found = ReviewDecision.objects.filter(page_id=identity_of(page), outcome__in=ON_THE_TEXT)
    decisions = list(found.annotate(person_path=PERSON_PATH).defer("snapshot", "note", "passages").order_by("number"))
    public = _public_decisions(decisions, review, _live_revision(page))
    events: list[Event] = []
    before: int | None = None
    for decision in public:
        is_current = review.decision is not None and review.decision.number == decision.number
        compared_with = before if decision.is_approval else None
        events.append(Event(decision.outcome, decision.reviewed_on, decision, is_current, compared_with))
        before = decision.number if decision.is_approval else before
    return events[::-1]


def _live_revision(page: ArticlePage) -> int:
    """The id of the revision that readers see; 0 if that is not known."""
    return (page.alias_of.live_revision_id if page.alias_of_id else page.live_revision_id) or 0


def _public_decisions(
    decisions: Sequence[ReviewDecision], review: Review, live_revision: int
) -> Iterable[ReviewDecision]:
    """All but approvals of texts that may still be to come."""
    newest = max((each.number for each in decisions if each.digest == review.digest and each.is_approval), default=0)
    for decision in decisions:
        was_public = decision.number <= newest or (decision.revision_id or 0) <= live_revision
        if not decision.is_approval or was_public:
            yield decision


def changes_in(events: Iterable[Event]) -> dict[int, list[ChangedPart]]:
    """What changed with each approval among ``events``, by the decision's number. Empty where not a word did.

    Three queries for any number of events.
    """
    pairs = {event.decision.number: event.compared_with for event in events if event.decision and event.compared_with}
    numbers = {*pairs.keys(), *pairs.values()}
    snapshots = dict(ReviewDecision.objects.filter(number__in=numbers).values_list("number", "snapshot"))
    names = names_in(snapshots.values(), for_readers=True)
    return {after: compare(snapshots[before], snapshots[after], names) for after, before in pairs.items()}
