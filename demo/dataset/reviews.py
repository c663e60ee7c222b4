"""Decisions of a reviewer in the ledger: the approval of each article, and what was decided on articles that are gone.

The ledger outlives its pages (DESIGN.md, R4), so that there may be far more decisions than articles.
"""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from articles.models import ArticlePage, ReviewDecision
from articles.models.decision import digest_of_text
from articles.review.eligibility import public_page_of, valid_credentials
from articles.review.recording import REVIEWER
from articles.review.signing import CHECKLIST
from demo.dataset.chain import Chain
from demo.dataset.patterns import Pattern
from demo.dataset.scene import SPAN, Scene
from demo.dataset.words import NUMBER

HOLDS = timedelta(days=750)  # a review; some fall due in the coming weeks
A_PAGE = 5  # decisions on an article that is gone
Outcome = ReviewDecision.Outcome


class Reviews:
    """The ledger of medical reviews while it is filled."""

    def __init__(self, scene: Scene):
        self.scene = scene
        user = scene.account("reviewer")
        credentials = valid_credentials(user, timezone.localdate())
        person = public_page_of(user, scene.site.root_page)
        varying = ("outcome", "page_id", "page_title", "revision_id", "digest", "snapshot", "explanations")
        fixed: dict[str, Any] = {
            "page_model": ArticlePage._meta.label,
            "reviewer_id": user.pk,
            "reviewer_name": person.title if person else str(user),
            "role": REVIEWER,
            "person_id": person.pk if person else None,
            "board_name": next((each.board.name for each in credentials if each.board), ""),
            "credentials": [each.as_it_stands() for each in credentials],
            "declared_interests": "None.",
        }
        self._chain = Chain(ReviewDecision, (*varying, "checklist", "note", "reviewed_on", "due_on"), fixed)

    def approve(
        self,
        at: datetime,
        page_id: int,
        revision_id: int | None,
        title: str,
        text: str,
        explanations: list[dict[str, str]],
    ) -> None:
        """The text was approved."""
        checklist, day = dict.fromkeys(CHECKLIST, True), at.date()
        digest = digest_of_text(text)
        known = (Outcome.APPROVED.value, page_id, title, revision_id, digest, text, explanations)
        self._chain.add(at, *known, checklist, "", day, day + HOLDS)

    def remember_gone(self, texts: list[Pattern], first_id: int, count: int) -> None:
        """So many decisions on articles that were deleted since, some of them requests for changes."""
        for number in range(count):
            page_id, turn = first_id + number // A_PAGE, number % A_PAGE
            text = texts[(page_id + turn) % len(texts)]
            at = self.scene.now - 2 * SPAN + SPAN * number / count
            if turn % 2 == 0:
                self._ask(at, page_id, text)
            else:
                own = str(page_id)
                words = text.canonical.replace(NUMBER, own)
                self.approve(at, page_id, None, text.title.replace(NUMBER, own), words, text.explanations)
            self.scene.progress.tell("Reviews of articles that are gone", number + 1, count)

    def _ask(self, at: datetime, page_id: int, text: Pattern) -> None:
        own = str(page_id)
        words = text.canonical.replace(NUMBER, own)
        known = (
            Outcome.CHANGES.value,
            page_id,
            text.title.replace(NUMBER, own),
            None,
            digest_of_text(words),
            words,
            [],
        )
        self._chain.add(at, *known, {}, "Say what is not known.", at.date(), None)

    def close(self) -> None:
        """Writes what waits."""
        self._chain.close()


def gone_pages(count: int) -> int:
    """On how many articles that are gone so many decisions were taken."""
    return -(-count // A_PAGE)
