"""An editor decides on a report, once; a change of meaning sends the article back to review."""

import pytest
from django.core.exceptions import ValidationError

from articles.corrections.handling import HandlingRefusedError, correct_meaning, correct_wording, dismiss
from articles.models import ArticlePage, CorrectionReport, ReviewDecision
from articles.publication.gate import PublicationRefusedError
from articles.review.current import current_review
from articles.review.status import Standing
from tests.reviewing import a_reviewer, sign

Outcome = CorrectionReport.Outcome
WORDS = {"reason": "The source says the opposite.", "public_note": "The article said “never”. It says “rarely” now."}


def standing(article):
    return current_review(ArticlePage.objects.get(pk=article.pk)).standing


def decide_in_the_admin(client, report, **values):
    return client.post(f"/admin/corrections/{report.pk}/", values)


def test_nothing_to_correct_leaves_the_review_alone(article, report, editor):
    handled = dismiss(report_id=report.pk, user=editor, reason="Guideline 3.2 says so.")
    assert (handled.outcome, handled.handled_by, handled.reason) == (
        Outcome.UNFOUNDED,
        editor,
        "Guideline 3.2 says so.",
    )
    assert handled.handled_at
    assert standing(article) is Standing.CURRENT


def test_a_corrected_wording_leaves_the_review_alone(article, report, editor):
    handled = correct_wording(report_id=report.pk, user=editor, **WORDS)
    assert handled.outcome == Outcome.WORDING
    assert standing(article) is Standing.CURRENT


def test_a_changed_meaning_takes_the_line_down_at_once_and_needs_a_new_approval(client, article, report, editor):
    correct_meaning(report_id=report.pk, user=editor, **WORDS)
    assert standing(article) is Standing.WITHDRAWN
    withdrawal = ReviewDecision.objects.order_by("number").last()
    assert (withdrawal.outcome, withdrawal.reviewer_id) == (ReviewDecision.Outcome.WITHDRAWN, editor.pk)
    assert withdrawal.note == WORDS["public_note"]
    page = ArticlePage.objects.get(pk=article.pk)
    assert page.live
    page.summary = "What a relapse means."
    with pytest.raises(PublicationRefusedError):
        page.save_revision().publish()
    sign(page)
    assert standing(article) is Standing.CURRENT


def test_a_changed_meaning_of_a_text_without_approval_is_recorded_and_withdraws_nothing(article, report, editor):
    ArticlePage.objects.filter(pk=article.pk).update(summary="Nobody approved this.")
    decisions = ReviewDecision.objects.count()
    handled = correct_meaning(report_id=report.pk, user=editor, **WORDS)
    assert handled.outcome == Outcome.MEANING
    assert ReviewDecision.objects.count() == decisions


def test_a_corrected_text_that_was_approved_since_keeps_its_approval_if_the_editor_says_so(article, report, editor):
    with pytest.raises(HandlingRefusedError, match="No other text was approved"):
        correct_meaning(report_id=report.pk, user=editor, is_approved_already=True, **WORDS)
    article.summary = "What a relapse means."
    article.save_revision()
    sign(article)
    correct_meaning(report_id=report.pk, user=editor, is_approved_already=True, **WORDS)
    assert standing(article) is Standing.CURRENT


def test_a_later_approval_is_withdrawn_too_unless_the_editor_says_that_it_holds_the_correction(article, report, editor):
    article.summary = "What a relapse means."
    article.save_revision()
    sign(article)
    correct_meaning(report_id=report.pk, user=editor, **WORDS)
    assert standing(article) is Standing.WITHDRAWN


@pytest.mark.parametrize(
    ("decide", "words", "missing"),
    [
        (dismiss, {"reason": " "}, "reason"),
        (correct_wording, {**WORDS, "reason": ""}, "reason"),
        (correct_wording, {**WORDS, "public_note": " "}, "public_note"),
        (correct_meaning, {**WORDS, "public_note": ""}, "public_note"),
    ],
)
def test_reason_and_note_are_demanded(report, editor, decide, words, missing):
    with pytest.raises(HandlingRefusedError) as refused:
        decide(report_id=report.pk, user=editor, **words)
    assert list(refused.value.message_dict) == [missing]
    assert CorrectionReport.objects.get().is_open


@pytest.mark.parametrize("decide", [correct_wording, correct_meaning])
def test_a_report_is_decided_once(article, report, editor, decide):
    dismiss(report_id=report.pk, user=editor, reason="Nothing is wrong.")
    with pytest.raises(HandlingRefusedError, match="decided on this report already"):
        decide(report_id=report.pk, user=editor, **WORDS)
    with pytest.raises(HandlingRefusedError, match="decided on this report already"):
        dismiss(report_id=report.pk, user=editor, reason="Again.")
    assert CorrectionReport.objects.get().reason == "Nothing is wrong."
    assert standing(article) is Standing.CURRENT


@pytest.mark.parametrize("role", ["Authors", "Medical reviewers", "Moderators"])
def test_only_editors_decide(client, article, report, sign_in_as, role):
    user = sign_in_as(role)
    for decide in (correct_wording, correct_meaning):
        with pytest.raises(HandlingRefusedError, match="You may not decide"):
            decide(report_id=report.pk, user=user, **WORDS)
    assert client.get("/admin/corrections/").status_code == 302
    assert decide_in_the_admin(client, report, outcome="unfounded", reason="No.").status_code == 302
    assert CorrectionReport.objects.get().is_open
    assert standing(article) is Standing.CURRENT


def test_who_may_not_withdraw_records_nothing(article, report):
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    from portal.models import User  # noqa: PLC0415

    helper = User.objects.create_user("helper")
    helper.user_permissions.add(Permission.objects.get(codename="change_correctionreport"))
    with pytest.raises(ValidationError, match="may not withdraw"):
        correct_meaning(report_id=report.pk, user=helper, **WORDS)
    assert CorrectionReport.objects.get().is_open
    assert standing(article) is Standing.CURRENT


def test_nothing_is_corrected_in_an_article_that_is_gone(article, report, editor):
    ArticlePage.objects.get(pk=article.pk).delete()
    with pytest.raises(HandlingRefusedError, match="The article is gone"):
        correct_meaning(report_id=report.pk, user=editor, **WORDS)
    assert dismiss(report_id=report.pk, user=editor, reason="The article is gone.").article_title == article.title


def test_the_decision_stands_in_the_history_of_the_page(client, article, report, editor):
    correct_meaning(report_id=report.pk, user=editor, **WORDS)
    history = client.get(f"/admin/pages/{article.pk}/history/").content.decode()
    assert "Report of an error: Corrected, the meaning changes" in history


def test_a_reviewer_of_the_withdrawn_text_hears_why(article, report, editor):
    correct_meaning(report_id=report.pk, user=editor, **WORDS)
    assert not current_review(ArticlePage.objects.get(pk=article.pk)).is_shown
    sign(article, user=a_reviewer(), draft=False)
    assert standing(article) is Standing.CURRENT
