"""Deciding on a report, once. One function for each outcome: one transaction, refused if somebody decided already.

A correction that changes the meaning takes back the approval of the text that readers see: the line is gone at once,
and the corrected draft needs a new approval (DESIGN.md, R1 and R2).
"""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from articles.models import ArticlePage, CorrectionReport, ReviewDecision
from articles.review.current import Review, current_review
from articles.review.signing import withdraw
from portal.models import User

Outcome = CorrectionReport.Outcome
PERMISSION = "articles.change_correctionreport"
LOG_ACTION = "articles.correction"


class HandlingRefusedError(ValidationError):
    """A decision on a report that must not be recorded. Holds sentences for the person, by what they are about."""


def may_handle(user: User) -> bool:
    """Whether ``user`` may decide on reports."""
    return user.has_perm(PERMISSION)


@transaction.atomic
def dismiss(*, report_id: int, user: User, reason: str) -> CorrectionReport:
    """Records that there is nothing to correct. Raises ``HandlingRefusedError``."""
    report = _open_report(report_id, user)
    _demand(("reason", reason.strip(), _("Say why there is nothing to correct.")))
    return _close(report, Outcome.UNFOUNDED, user, reason)


@transaction.atomic
def correct_wording(*, report_id: int, user: User, reason: str, public_note: str) -> CorrectionReport:
    """Records a correction after which the text means what it meant. Raises ``HandlingRefusedError``."""
    report = _open_report(report_id, user)
    _demand_grounds(report, reason, public_note)
    return _close(report, Outcome.WORDING, user, reason, public_note)


@transaction.atomic
def correct_meaning(
    *, report_id: int, user: User, reason: str, public_note: str, is_approved_already: bool = False
) -> CorrectionReport:
    """Records a correction that changes the meaning, and sends the article back to review.

    The approval of the text that readers see is withdrawn, if it has one; ``is_approved_already`` says that this text
    is the corrected one, approved since the report. Raises ``HandlingRefusedError``, and ``SigningRefusedError`` for
    somebody who may not withdraw.
    """
    report = _open_report(report_id, user)
    _demand_grounds(report, reason, public_note)
    article = _locked_article(report)
    review = current_review(article)
    withdrawal = None
    if is_approved_already:
        later = was_approved_since(report, review)
        _demand(("is_approved_already", later, _("No other text was approved since the report came in.")))
    elif review.is_shown:
        withdrawal = withdraw(page_id=article.pk, user=user, note=public_note)
    return _close(report, Outcome.MEANING, user, reason, public_note, withdrawal)


def was_approved_since(report: CorrectionReport, review: Review) -> bool:
    """Whether the reviewed text is another one than the reported, and got its approval after the report."""
    approval = review.decision
    return approval is not None and approval.digest != report.digest and approval.recorded_at > report.reported_at


def _open_report(report_id: int, user: User) -> CorrectionReport:
    _demand((NON_FIELD_ERRORS, may_handle(user), _("You may not decide on reports of errors.")))
    report = CorrectionReport.objects.select_for_update().get(pk=report_id)
    _demand((NON_FIELD_ERRORS, report.is_open, _("Somebody decided on this report already.")))
    return report


def _locked_article(report: CorrectionReport) -> ArticlePage:
    Page.objects.select_for_update().only("pk").get(pk=report.article_id)
    return ArticlePage.objects.get(pk=report.article_id)


def _demand_grounds(report: CorrectionReport, reason: str, public_note: str) -> None:
    _demand(
        (NON_FIELD_ERRORS, report.article_id, _("The article is gone, so nothing in it can be corrected.")),
        ("reason", reason.strip(), _("Say what was wrong, and on what grounds.")),
        ("public_note", public_note.strip(), _("Write for readers what the article said, and what it says now.")),
    )


def _demand(*conditions: tuple[str, Any, str]) -> None:
    """Each condition: what it is about, whether it holds, and the sentence if it does not."""
    if wrong := {about: sentence for about, holds, sentence in conditions if not holds}:
        raise HandlingRefusedError(wrong)


def _close(
    report: CorrectionReport,
    outcome: Outcome,
    user: User,
    reason: str,
    public_note: str = "",
    withdrawal: ReviewDecision | None = None,
) -> CorrectionReport:
    report.outcome, report.reason, report.public_note = outcome, reason.strip(), public_note.strip()
    report.handled_by, report.handled_at = user, timezone.now()
    report.save()
    if report.article_id:
        data = {
            "report": report.pk,
            "outcome": str(outcome.value),
            "note": report.public_note,
            "withdrawn": withdrawal.number if withdrawal else None,
        }
        log(instance=report.article, action=LOG_ACTION, user=user, data=data)
    return report
