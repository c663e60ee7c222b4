"""The only way to decide on a text: one function for each decision, one transaction, one entry in the ledger.

The page is locked, the canonical text is worked out anew, and its digest is compared with the one that the reviewer
was shown: whatever changed meanwhile, in whichever window, refuses the signature (DESIGN.md, section 5).
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from articles.models import ArticlePage, ReviewDecision
from articles.models.decision import digest_of_text
from articles.publication.problems import blocking_problems
from articles.review import submission
from articles.review.calendar import latest_due_day, today_for
from articles.review.canonical import canonical_text
from articles.review.current import current_review, needs_review
from articles.review.eligibility import may_withdraw, valid_credentials, why_not_decide
from articles.review.errors import NotReviewableError, SigningRefusedError, TextChangedError
from articles.review.recording import Declaration, record
from articles.review.texts import TextUnderReview, draft_text, live_text
from portal.models import User

Outcome = ReviewDecision.Outcome

CHECKLIST = {
    "evidence": gettext_lazy("The evidence behind each claim is checked"),
    "balance": gettext_lazy("Benefits and risks are balanced"),
    "uncertainty": gettext_lazy("What is not known is said"),
    "plain": gettext_lazy("The language is plain"),
    "references": gettext_lazy("The references are current"),
}


@transaction.atomic
def approve(
    *, page_id: int, shown: str, user: User, declaration: Declaration, draft: bool = True, seen: int | None = None
) -> ReviewDecision:
    """Signs the text whose digest is ``shown``, and brings a draft to readers.

    ``draft``: whether the newest draft was shown or the live text. ``seen``: the number of the newest decision on the
    article that was shown (0 for none); if there is a newer one, nothing is signed. Raises ``TextChangedError`` and
    ``SigningRefusedError``; ``PublicationRefusedError`` if another condition keeps the draft from the public.
    """
    text = _locked_text(page_id, draft=draft, seen=seen)
    snapshot = _demand_unchanged(text, shown)
    _demand_may_decide(user, text)
    today = today_for(text.page)
    _demand(
        (declaration.interests.strip(), _("Declare your interests, or write that you have none.")),
        (all(declaration.checklist.get(name) for name in CHECKLIST), _("Answer every point of the checklist.")),
        (declaration.due_on is not None, _("Say when the next review is due.")),
    )
    due_on = declaration.due_on or today
    _demand(
        (due_on > today, _("The next review must be due after today.")),
        (due_on <= latest_due_day(today), _("The next review must be due within 36 months.")),
        (not blocking_problems(text.page), _("Something in the text keeps it from the public. Ask for changes.")),
    )
    decision = record(
        outcome=Outcome.APPROVED, text=text, snapshot=snapshot, user=user, declaration=declaration, day=today
    )
    _bring_to_readers(text, user, decision)
    return decision


@transaction.atomic
def request_changes(
    *, page_id: int, shown: str, user: User, declaration: Declaration, draft: bool = True, seen: int | None = None
) -> ReviewDecision:
    """Asks for changes in the text whose digest is ``shown``. Raises as ``approve`` does."""
    text = _locked_text(page_id, draft=draft, seen=seen)
    snapshot = _demand_unchanged(text, shown)
    _demand_may_decide(user, text)
    has_words = bool(declaration.note.strip() or declaration.passages)
    _demand((has_words, _("Say what should change.")))
    decision = record(
        outcome=Outcome.CHANGES,
        text=text,
        snapshot=snapshot,
        user=user,
        declaration=declaration,
        day=today_for(text.page),
    )
    if text.revision and (state := submission.waiting_state(text.page)):
        submission.end_step(state, text.revision, user=user, approved=False, comment=words_of(decision))
    return decision


@transaction.atomic
def decline(
    *, page_id: int, shown: str, user: User, declaration: Declaration, draft: bool = True, seen: int | None = None
) -> ReviewDecision:
    """Declines for a conflict of interest: the text goes on waiting for somebody else. Raises as ``approve`` does."""
    text = _locked_text(page_id, draft=draft, seen=seen)
    snapshot = _demand_unchanged(text, shown)
    today = today_for(text.page)
    _demand((valid_credentials(user, today), _("You have no credential that is valid today.")))
    _demand((declaration.interests.strip(), _("Name the conflict of interest.")))
    return record(outcome=Outcome.DECLINED, text=text, snapshot=snapshot, user=user, declaration=declaration, day=today)


@transaction.atomic
def withdraw(*, page_id: int, user: User, note: str, digest: str = "") -> ReviewDecision:
    """Takes back the approval of the live text, or of the text with ``digest``: the line is gone at once."""
    page = _lock(page_id)
    approval = approval_to_withdraw(page, digest)
    _demand(
        (may_withdraw(user, page), _("You may not withdraw a review.")),
        (note.strip(), _("Say why the approval is withdrawn.")),
    )
    if approval is None:
        raise SigningRefusedError([_("There is no approval of this text to withdraw.")])
    return record(
        outcome=Outcome.WITHDRAWN,
        text=TextUnderReview(page, None, is_live=True),
        snapshot=approval.snapshot,
        user=user,
        declaration=Declaration(note=note),
        day=today_for(page),
        revision_id=approval.revision_id,
    )


def approval_to_withdraw(page: ArticlePage, digest: str = "") -> ReviewDecision | None:
    """The approval of the live text, or of the text with ``digest``, if it stands."""
    digest = digest or current_review(page).digest
    on_the_text = ReviewDecision.objects.filter(page_id=page.pk, digest=digest).exclude(outcome=Outcome.DECLINED)
    latest = on_the_text.order_by("-number").first()
    return latest if latest and latest.is_approval else None


def words_of(decision: ReviewDecision) -> str:
    """What a reviewer asks for, as one text: the note, then each passage with its note."""
    passages = (f"{_where(passage)}: {passage['note']}" for passage in decision.passages)
    return "\n\n".join(part for part in (decision.note, *passages) if part)


def _where(passage: Mapping[str, str]) -> str:
    return f"“{passage['words']}”" if passage.get("words") else passage.get("place", "")


def _lock(page_id: int) -> ArticlePage:
    """The article, locked until the transaction ends."""
    Page.objects.select_for_update().only("pk").get(pk=page_id)
    return ArticlePage.objects.get(pk=page_id)


def _locked_text(page_id: int, *, draft: bool, seen: int | None) -> TextUnderReview:
    page = _lock(page_id)
    _demand((not page.alias_of_id, _("This page is an alias. Review its source.")))
    if seen is not None:
        _demand_nobody_decided_since(page_id, seen)
    return draft_text(page) if draft else live_text(page)


def _demand_nobody_decided_since(page_id: int, seen: int) -> None:
    newer = ReviewDecision.objects.filter(page_id=page_id, number__gt=seen).exclude(outcome=Outcome.DECLINED).last()
    if newer:
        words = _("%(person)s decided on this article meanwhile: %(outcome)s. Nothing was signed.")
        raise SigningRefusedError([words % {"person": newer.reviewer_name, "outcome": newer.get_outcome_display()}])


def _demand_unchanged(text: TextUnderReview, shown: str) -> str:
    """The canonical text, if its digest is the one that was shown. Raises ``TextChangedError``."""
    try:
        snapshot = canonical_text(text.page)
    except NotReviewableError as error:
        raise SigningRefusedError([_("The text can't be reviewed: %(reason)s.") % {"reason": error}]) from error
    if digest_of_text(snapshot) != shown:
        raise TextChangedError([_("The text changed while you read it. Nothing was signed. Look at what is new.")])
    return snapshot


def _demand_may_decide(user: User, text: TextUnderReview) -> None:
    _demand((needs_review(text.page), _("A personal story is never reviewed.")))
    if reasons := list(why_not_decide(user, text.page)):
        raise SigningRefusedError(reasons)
    if not text.is_live and submission.waits_for_somebody_else(text.page):
        raise SigningRefusedError([_("The draft waits for an editor first.")])


def _demand(*conditions: tuple[Any, str]) -> None:
    if reasons := [reason for holds, reason in conditions if not holds]:
        raise SigningRefusedError(reasons)


def _bring_to_readers(text: TextUnderReview, user: User, decision: ReviewDecision) -> None:
    """Ends the reviewer's step, which publishes; or publishes a draft that nobody had handed in."""
    revision = text.revision
    if text.is_live or revision is None:
        return
    if state := submission.waiting_state(text.page):
        submission.end_step(state, revision, user=user, approved=True, comment=decision.note)
    else:
        revision.publish(user=user, skip_permission_checks=True)
