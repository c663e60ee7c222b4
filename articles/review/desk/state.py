"""What the editor says about the review of the open article: where the draft stands, and where the live text."""

from dataclasses import replace
from typing import Any

from articles.models import ArticlePage
from articles.review import submission
from articles.review.calendar import today_for
from articles.review.current import Review, current_review, needs_review
from articles.review.desk.frame import review_url
from articles.review.status import STANDING_LABELS


def review_state(draft: ArticlePage) -> dict[str, Any] | None:
    """What is said about ``draft``, a saved article with its newest text; ``None`` if no review is needed."""
    if draft.pk is None or draft.alias_of_id or not needs_review(draft):
        return None
    today = today_for(draft)
    live = ArticlePage.objects.filter(pk=draft.pk, live=True).first()
    own = replace(current_review(draft), today=today)
    shown = replace(current_review(live), today=today) if live else None
    return {
        "draft": _told(own),
        "live": _told(shown) if shown and shown.digest != own.digest else None,
        "is_live": live is not None,
        "is_waiting": submission.waiting_state(draft) is not None,
        "url": review_url(draft.pk),
    }


def _told(review: Review) -> dict[str, Any]:
    return {"words": STANDING_LABELS[review.standing], "decision": review.decision, "before": review.before}
