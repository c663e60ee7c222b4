"""What readers and machines hear of corrections."""

import json

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.corrections.handling import correct_meaning, correct_wording, dismiss
from articles.corrections.public import corrections_of
from articles.corrections.reporting import report_error
from articles.models import ArticlePage

ARTICLE = "/multiple-myeloma/relapse/"


@pytest.fixture
def corrected_later(article, report, editor):
    """Corrects the article when it is called."""
    return lambda: correct_wording(report_id=report.pk, user=editor, reason="Internal.", public_note="A year.")


@pytest.fixture
def corrected(article, editor):
    """The article with a report of each outcome."""
    reports = [report_error(article=article, version="", passage="", message=f"Secret {n}.") for n in range(4)]
    dismiss(report_id=reports[0].pk, user=editor, reason="Reason of a refusal.")
    correct_wording(report_id=reports[1].pk, user=editor, reason="Internal.", public_note="A year was mistyped.")
    correct_meaning(report_id=reports[2].pk, user=editor, reason="Internal.", public_note="It said <never>.")
    return article


def parsed(client, address=ARTICLE):
    return BeautifulSoup(client.get(address).content, "html.parser")


def article_node(client, address=ARTICLE):
    script = parsed(client, address).find("script", type="application/ld+json").string
    return next(node for node in json.loads(script)["@graph"] if node["@type"] == "Article")


def test_readers_see_corrections_newest_first_with_day_and_note(client, corrected):
    section = parsed(client).find("section", attrs={"aria-labelledby": "corrections"})
    newest, older = section.find_all("li")
    assert "It said <never>." in newest.text
    assert "Changes what the text says" in newest.text
    assert "A year was mistyped." in older.text
    assert newest.find("time")["datetime"]


def test_readers_never_see_what_was_reported_or_why_it_was_refused(client, corrected):
    page = client.get(ARTICLE).content.decode()
    for private in ("Secret", "Internal", "Reason of a refusal"):
        assert private not in page


def test_an_article_without_corrections_has_no_list(client, article):
    page = parsed(client)
    assert page.find(id="corrections") is None
    assert "correction" not in article_node(client)


def test_machines_read_each_correction_with_its_day(client, corrected):
    newest, older = article_node(client)["correction"]
    assert newest["@type"] == "CorrectionComment"
    assert newest["text"] == "It said <never>."
    assert newest["datePublished"].endswith(("+01:00", "+02:00"))
    assert older["text"] == "A year was mistyped."


def test_an_alias_tells_the_corrections_of_its_source(client, article, community, report, editor):
    ArticlePage.objects.get(pk=article.pk).create_alias(parent=community.root_page, update_slug="elsewhere")
    correct_wording(report_id=report.pk, user=editor, reason="Internal.", public_note="A year was mistyped.")
    assert parsed(client, "/elsewhere/").find(id="corrections")
    assert [each["text"] for each in article_node(client, "/elsewhere/")["correction"]] == ["A year was mistyped."]


def test_a_translation_has_corrections_of_its_own(client, corrected, spanish_article):
    assert parsed(client, "/es/mieloma-multiple/recaida/").find(id="corrections") is None


def test_corrections_cost_one_query_and_none_where_there_are_none(client, article, corrected_later):
    def queries():
        client.get(ARTICLE)
        with CaptureQueriesContext(connection) as captured:
            client.get(ARTICLE)
        return len(captured)

    without = queries()
    corrected_later()
    assert queries() == without + 1  # the page and its structured data ask together


def test_history_asks_once(corrected, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert [each.note for each in corrections_of(corrected)] == ["It said <never>.", "A year was mistyped."]
