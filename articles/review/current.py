"""The one question whose answer decides everything that is said about a review: is *this* text approved?

``current_review`` works out the canonical text of the very instance that is asked about, its digest, and the latest
decision on that digest of that page in the ledger (DESIGN.md, R1). An alias asks for its source. Whatever changed the
text, by whatever way, the answer is another one with the next request.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery
from django.utils import timezone
from wagtail.models import Page

from articles.models import ArticlePage, ReviewDecision
from articles.review.canonical import digest_of
from articles.review.materials import Materials, materials_for
from articles.review.status import Standing, review_status
from portal.open_pages import open_to_all
from portal.prepared import prepared

Outcome = ReviewDecision.Outcome
ON_THE_TEXT = (Outcome.APPROVED, Outcome.CHANGES, Outcome.WITHDRAWN)  # declining says nothing about the text


@dataclass(frozen=True)
class Review:
    """Where one text stands. ``decision`` is the approval of this very text, or ``None``.

    ``is_withdrawn``: the text was approved once, and a later decision on it took that back. ``has_history``: some text
    of the page was approved once.
    """

    digest: str
    decision: ReviewDecision | None
    before: ReviewDecision | None  # the latest approval of an earlier text of the page, where this one has none
    is_withdrawn: bool = False
    has_history: bool = False
    today: date | None = None

    @cached_property
    def standing(self) -> Standing:
        """One of the states that readers and staff are told. Days end in the active time zone: the community's."""
        if self.decision:
            return review_status(due_on=self.decision.due_on, today=self.today or timezone.localdate())
        if self.is_withdrawn:
            return Standing.WITHDRAWN
        return Standing.CHANGED if self.before else Standing.NEVER

    @property
    def is_shown(self) -> bool:
        """Whether the text may stand under the reviewer's name."""
        return self.decision is not None


# Where the page about a decision's reviewer stands, if any reader may open it.
PERSON_PATH = Subquery(open_to_all(Page.objects.filter(pk=OuterRef("person_id"))).values("url_path")[:1])
NEEDS_NONE = Review(digest="", decision=None, before=None)


def identity_of(page: ArticlePage) -> int:
    """The id under which decisions on ``page`` are kept: its own, or its source's if it is an alias."""
    return page.alias_of_id or page.pk or 0


def needs_review(page: ArticlePage) -> bool:
    """Whether ``page`` goes live only with an approval. A personal story never shows a review."""
    return not page.is_story


def current_review(page: ArticlePage, materials: Materials | None = None) -> Review:
    """Where the text of ``page``, as it is in memory, stands. One query beside those for its materials."""
    if not needs_review(page):
        return NEEDS_NONE
    return _reviews([(page, digest_of(page, materials))])[identity_of(page), page.pk]


def current_reviews(
    pages: Iterable[ArticlePage], materials: Mapping[int, Materials] | None = None
) -> dict[int, Review]:
    """The same for many pages as they are in the database, by their ids. At most five queries for any number, one if
    their ``materials`` are known.
    """
    needing = [page for page in pages if needs_review(page)]
    if not needing:
        return {}
    materials = materials if materials is not None else materials_for(needing)
    digests = [(page, digest_of(page, materials[page.pk]) if page.pk in materials else "") for page in needing]
    return {pk: review for (_identity, pk), review in _reviews(digests).items()}


def _reviews(digests: list[tuple[ArticlePage, str]]) -> dict[tuple[int, int], Review]:
    decisions = _latest_decisions({identity_of(page) for page, _digest in digests})
    found = {}
    for page, digest in digests:
        identity = identity_of(page)
        own = decisions.get(identity, {})
        latest = own.get(digest) if digest else None
        approvals = [decision for decision in own.values() if decision.is_approval]
        found[identity, page.pk] = Review(
            digest=digest,
            decision=latest if latest and latest.is_approval else None,
            before=max(approvals, key=lambda decision: decision.number, default=None),
            is_withdrawn=bool(latest and not latest.is_approval and latest.was_approved),
            has_history=any(decision.was_approved for decision in own.values()),
        )
    return found


def _latest_decisions(identities: set[int]) -> dict[int, dict[str, Any]]:
    """The latest decision on each text of each page, with ``was_approved``: whether the text ever was, and
    ``person_path``. The texts themselves stay in the database. One query.
    """
    found: dict[int, dict[str, Any]] = {}
    for decision in _decisions(sorted(identities)):
        found.setdefault(decision.page_id, {})[decision.digest] = decision
    return found


@prepared
def _decisions(identities: Sequence[int]) -> QuerySet:
    about = ReviewDecision.objects.filter(page_id__in=identities, outcome__in=ON_THE_TEXT)
    latest = about.order_by().values("page_id", "digest").annotate(latest=Max("number")).values("latest")
    approved = about.filter(outcome=Outcome.APPROVED, page_id=OuterRef("page_id"), digest=OuterRef("digest"))
    decisions = ReviewDecision.objects.annotate(was_approved=Exists(approved), person_path=PERSON_PATH)
    return decisions.filter(number__in=latest).defer("snapshot")
