"""Writes a decision into the ledger, with everything that it rests on as it stands at this moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from articles.models import ReviewDecision
from articles.models.decision import digest_of_text
from articles.review.contributors import NAME_LENGTH
from articles.review.eligibility import public_page_of, valid_credentials
from articles.review.explanations import explanations_shown
from articles.review.standings import look_soon
from articles.review.texts import TextUnderReview
from portal.models import User

Outcome = ReviewDecision.Outcome
REVIEWER, EDITOR = "reviewer", "editor"


@dataclass(frozen=True)
class Declaration:
    """What somebody declares with a decision. ``passages``: dicts of ``place``, ``words`` and ``note``."""

    interests: str = ""
    checklist: Mapping[str, bool] = field(default_factory=dict)
    note: str = ""
    passages: Sequence[Mapping[str, str]] = ()
    due_on: date | None = None


def record(
    *,
    outcome: str,
    text: TextUnderReview,
    snapshot: str,
    user: User,
    declaration: Declaration,
    day: date,
    revision_id: int | None = None,
) -> ReviewDecision:
    """Appends the decision of ``user`` on ``snapshot``, made on ``day``. Asks nobody whether it is allowed."""
    page = text.page
    credentials = valid_credentials(user, day)
    person = public_page_of(user, page)
    is_approval = outcome == Outcome.APPROVED
    values: dict[str, Any] = {
        "outcome": outcome,
        "page_id": page.pk,
        "page_model": page._meta.label,
        "page_title": page.title,
        "revision_id": text.revision.pk if text.revision else revision_id,
        "digest": digest_of_text(snapshot),
        "snapshot": snapshot,
        "explanations": explanations_shown(page) if is_approval else [],
        "reviewer_id": user.pk,
        "reviewer_name": (person.title if person else str(user))[:NAME_LENGTH],
        "role": REVIEWER if credentials else EDITOR,
        "person_id": person.pk if person else None,
        "board_name": next((credential.board.name for credential in credentials if credential.board), ""),
        "credentials": [credential.as_it_stands() for credential in credentials],
        "declared_interests": declaration.interests.strip(),
        "checklist": {name: bool(answer) for name, answer in declaration.checklist.items()},
        "note": declaration.note.strip(),
        "passages": [dict(passage) for passage in declaration.passages],
        "reviewed_on": day,
        "due_on": declaration.due_on if is_approval else None,
    }
    look_soon([page.pk])
    return ReviewDecision.append(**values)
