"""The editors' queue: what is open, on which version, and where the decision is made."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.corrections.handling import dismiss
from articles.corrections.reporting import report_error
from articles.models import ArticlePage, CorrectionReport
from articles.review.current import current_review
from tests.reviewing import sign

QUEUE = "/admin/corrections/"


def rows(client, **query):
    page = BeautifulSoup(client.get(QUEUE, query).content, "html.parser")
    texts = [" ".join(row.text.split()) for row in page.select("table.listing tbody tr")]
    return [text for text in texts if text]


def screen(report):
    return f"{QUEUE}{report.pk}/"


def test_open_reports_stand_oldest_first_and_decided_ones_on_demand(client, article, report, editor):
    older = report_error(article=article, version="", passage="", message="An older report.")
    CorrectionReport.objects.filter(pk=older.pk).update(reported_at=timezone.now() - timedelta(days=3))
    first, second = rows(client)
    assert "An older report." in first
    assert "It says the opposite." in second
    dismiss(report_id=older.pk, user=editor, reason="Nothing is wrong.")
    assert len(rows(client)) == 1
    assert "Nothing to correct" in rows(client, outcome="unfounded")[0]
    assert len(rows(client, outcome="")) == 2


def test_empty_queue_says_so_kindly(client, editor, article):
    assert "No report is open." in client.get(QUEUE).content.decode()


def test_queue_says_whether_the_text_changed_since(client, article, report, editor):
    assert "Readers still see this version" in rows(client)[0]
    ArticlePage.objects.filter(pk=article.pk).update(summary="Another sentence.")
    assert "The text was changed since" in rows(client)[0]
    ArticlePage.objects.get(pk=article.pk).delete()
    assert "The article is gone" in rows(client)[0]


def test_queue_takes_as_many_queries_when_it_is_long(client, topic, article, report, editor):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(QUEUE)
        return len(captured)

    queries()
    few = queries()
    for number in range(9):
        other = topic.add_child(instance=ArticlePage(title=f"Article {number}", slug=f"a{number}", live=False))
        report_error(article=other, version="", passage="", message="Wrong.")
    assert queries() == few


def test_screen_shows_what_was_reported_and_leads_to_the_editor(client, article, report, editor):
    page = client.get(screen(report)).content.decode()
    assert "The illness is active again." in page
    assert "It says the opposite." in page
    assert f"/admin/pages/{article.pk}/edit/" in page


@pytest.mark.parametrize(("outcome", "is_shown"), [("unfounded", True), ("wording", True), ("meaning", False)])
def test_editor_decides_on_the_screen(client, article, report, editor, outcome, is_shown):
    response = client.post(
        screen(report), {"outcome": outcome, "reason": "I checked it.", "public_note": "It said never."}
    )
    assert response.url == QUEUE
    assert CorrectionReport.objects.get().outcome == outcome
    assert current_review(ArticlePage.objects.get(pk=article.pk)).is_shown is is_shown
    page = client.get(screen(report)).content.decode()
    assert "I checked it." in page
    assert "Record the decision" not in page


def test_errors_stand_at_their_fields_and_what_was_typed_stays(client, article, report, editor):
    response = client.post(screen(report), {"outcome": "meaning", "reason": "I checked it.", "public_note": ""})
    page = response.content.decode()
    assert "what the article said, and what it says now." in page
    assert "I checked it." in page
    assert CorrectionReport.objects.get().is_open
    assert current_review(ArticlePage.objects.get(pk=article.pk)).is_shown


def test_second_editor_hears_that_somebody_decided_already(client, article, report, editor):
    dismiss(report_id=report.pk, user=editor, reason="Nothing is wrong.")
    response = client.post(screen(report), {"outcome": "wording", "reason": "Late.", "public_note": "Late."})
    page = response.content.decode()
    assert "Somebody decided on this report already." in page
    assert "Nothing is wrong." in page


def test_screen_offers_to_keep_a_later_approval_only_where_there_is_one(client, article, report, editor):
    words = "The corrected text is online already"
    assert words not in client.get(screen(report)).content.decode()
    article.summary = "What a relapse means."
    article.save_revision()
    sign(article)
    assert words in client.get(screen(report)).content.decode()
    client.post(
        screen(report),
        {"outcome": "meaning", "reason": "Done.", "public_note": "It said never.", "is_approved_already": "on"},
    )
    assert current_review(ArticlePage.objects.get(pk=article.pk)).is_shown


def test_menu_and_dashboard_count_what_is_open_for_those_who_decide(client, article, report, editor, sign_in_as):
    page = client.get("/admin/").content.decode()
    assert "Corrections (1)" in page
    assert "1 Report of an error" in " ".join(BeautifulSoup(page, "html.parser").text.split())
    dismiss(report_id=report.pk, user=editor, reason="Nothing is wrong.")
    page = client.get("/admin/").content.decode()
    assert "Corrections (" not in page
    assert "0 Reports of errors" in " ".join(BeautifulSoup(page, "html.parser").text.split())
    sign_in_as("Authors")
    assert "Reports of errors" not in client.get("/admin/").content.decode()
