"""The demonstration's medical reviews: who decided what, on which day.

Decisions enter the ledger as all others do, but that their days lie in the past. When the latest review of an article
falls due is told in days from the day of loading, so that each state is there whenever the demonstration is loaded;
everything else is fixed.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from articles.models import ArticlePage, Credential, ReviewBoard, ReviewDecision
from articles.review.calendar import today_for
from articles.review.canonical import canonical_text
from articles.review.recording import Declaration, record
from articles.review.signing import CHECKLIST
from articles.review.texts import TextUnderReview
from demo.content import read
from demo.history import Approve, moment
from demo.wording import differing
from portal.models import User

Outcome = ReviewDecision.Outcome
NO_INTERESTS = "None."


def add_reviewers(accounts: dict[str, User]) -> None:
    """Adds the boards, and what qualifies each reviewer."""
    content = read("shared", "reviewers.yaml")
    boards = {entry["name"]: ReviewBoard.objects.create(**entry) for entry in content["boards"]}
    for entry in content["credentials"]:
        values = {**entry, "user": accounts[entry["user"]], "board": boards[entry["board"]]}
        credential = Credential(**values)
        credential.full_clean()
        credential.save()


def versions(entry: dict, reviews: list[dict]) -> Iterator[tuple[dict, dict]]:
    """Each approval of an article, oldest first, with the article's entry as it was worded then.

    An approval tells how its version differs from the next one; the newest is worded as the entry is.
    """
    found = []
    for review in reversed([review for review in reviews if review.get("outcome", "approved") == Outcome.APPROVED]):
        entry = differing(entry, **review.get("differs", {}))
        found.append((review, entry))
    yield from reversed(found)


def approval(review: dict, *, accounts: dict[str, User]) -> Approve:
    """What approves a revision as ``review`` tells."""

    def approve(revision: Revision) -> ReviewDecision:
        return decide(review, revision.as_object(), revision=revision, accounts=accounts)

    return approve


def decide(
    review: dict, page: ArticlePage, *, accounts: dict[str, User], revision: Revision | None = None
) -> ReviewDecision:
    """Enters the decision that ``review`` tells, on the words of ``page`` as it is in memory."""
    outcome = review.get("outcome", Outcome.APPROVED.value)
    is_approval = outcome == Outcome.APPROVED
    before = timezone.now()
    decision = record(
        outcome=outcome,
        text=TextUnderReview(page, revision, is_live=revision is None),
        snapshot=canonical_text(page),
        user=accounts[review["by"]],
        declaration=Declaration(
            interests=review.get("interests", "" if outcome == Outcome.WITHDRAWN else NO_INTERESTS),
            checklist=dict.fromkeys(CHECKLIST, True) if is_approval else {},
            note=review.get("note", ""),
            passages=review.get("passages", []),
            due_on=_due_on(review, page) if is_approval else None,
        ),
        day=review["day"],
    )
    PageLogEntry.objects.filter(page=page.pk, timestamp__gte=before).update(timestamp=moment(review["day"]))
    return decision


def _due_on(review: dict, page: ArticlePage) -> date:
    return review["due"] if "due" in review else today_for(page) + timedelta(days=review["due_in"])


def withdraw_approvals(article: ArticlePage, reviews: list[dict], *, accounts: dict[str, User]) -> None:
    """Takes back the approval of the text that readers see, where ``reviews`` tell so."""
    for review in reviews:
        if review.get("outcome") == Outcome.WITHDRAWN:
            page = ArticlePage.objects.get(pk=article.pk)
            decide(review, page, accounts=accounts, revision=page.live_revision)
