"""``review.json``: what anybody needs to prove that the text beside it is the one that was approved, without us.

Holds the canonical text, its digest and the decisions on it as the public history tells them. Numbers of licences and
accounts stay in the ledger: they prove nothing to a reader.
"""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.models import ArticlePage, ReviewDecision
from articles.models.decision import SCHEME
from articles.review.byline import person_page
from articles.review.canonical import canonical_text
from articles.review.current import current_review
from articles.review.errors import NotReviewableError
from articles.review.history import events_of
from articles.review.materials import materials_of

_PUBLIC_CREDENTIALS = ("title", "speciality", "body", "valid_from", "valid_until")


def public_record(page: ArticlePage, request: HttpRequest) -> dict[str, Any]:
    """Everything that ``review.json`` of a live ``page`` says, ready for JSON."""
    try:
        materials = materials_of(page)
        text = canonical_text(page, materials)
    except NotReviewableError:
        materials, text = None, ""
    review = current_review(page, materials)
    decisions = [event.decision for event in events_of(page, review) if event.decision]
    return {
        "scheme": SCHEME,
        "article": {"url": page.get_full_url(request), "title": page.title},
        "digest": review.digest,
        "canonical_text": text,
        "standing": str(review.standing),
        "decisions": [_public(decision, request) for decision in decisions],
        "how_to_verify": _(
            "digest is the scheme, a colon and the SHA-256 of canonical_text in UTF-8. The text is approved if the "
            "newest of the decisions with this digest (the one with the highest entry number) has the outcome "
            "“approved”. Whether the words of the page are those of canonical_text, you see by reading both."
        ),
    }


def _public(decision: ReviewDecision, request: HttpRequest) -> dict[str, Any]:
    page = person_page(decision)
    return {
        "outcome": decision.outcome,
        "digest": decision.digest,
        "reviewer": {"name": decision.reviewer_name, "url": page.get_full_url(request) if page else None},
        "role": decision.role,
        "board": decision.board_name or None,
        "credentials": [
            {name: credential.get(name) or None for name in _PUBLIC_CREDENTIALS} for credential in decision.credentials
        ],
        "declared_interests": decision.declared_interests or None,
        "reviewed_on": decision.reviewed_on.isoformat(),
        "due_on": decision.due_on.isoformat() if decision.due_on else None,
        "entry": {
            "number": decision.number,
            "recorded_at": decision.recorded_at.isoformat(),
            "hash": decision.entry_hash,
            "previous_hash": decision.previous_hash,
        },
    }
