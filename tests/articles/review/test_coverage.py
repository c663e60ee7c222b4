"""The report on coverage, its picture and its downloads."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from openpyxl import load_workbook

from articles.models import ArticlePage, CoverageDay
from articles.review.coverage import counts_by_site
from articles.review.coverage_picture import HEIGHT, MOST, draw
from portal.spreadsheets import neutral
from tests.reviewing import add_live, sign

REPORT = "/admin/reports/review-coverage/"


@pytest.fixture
def formula(topic):
    """A live article whose title a spreadsheet program would run."""
    return add_live(topic, ArticlePage(title="=Old news", slug="old"))


def test_each_article_is_counted_in_one_state(article, topic, community):
    changed = add_live(topic, ArticlePage(title="Changed", slug="changed"))
    ArticlePage.objects.filter(pk=changed.pk).update(summary="Other words")
    add_live(topic, ArticlePage(title="A story", slug="story", kind="story"))
    due = add_live(topic, ArticlePage(title="Due", slug="due"))
    sign(due, draft=False, due_on=timezone.localdate() + timedelta(days=30))
    assert counts_by_site()[community.pk] == {"current": 1, "due_soon": 1, "overdue": 0, "changed": 1, "unreviewed": 0}


def test_translations_count_for_their_community(spanish_article, community):
    assert counts_by_site()[community.pk]["current"] == 2


def test_a_day_is_counted_once(article, community):
    call_command("tend_reviews", verbosity=0)
    call_command("tend_reviews", verbosity=0)
    row = CoverageDay.objects.get()
    assert (row.site, row.current, row.total) == (community, 1, 1)


def test_report_lists_articles_with_their_state_and_filters_by_it(article, topic, client, sign_in_as):
    soon = add_live(topic, ArticlePage(title="Soon", slug="soon"))
    sign(soon, draft=False, due_on=timezone.localdate() + timedelta(days=30))
    sign_in_as("Editors")
    page = client.get(REPORT).content.decode()
    assert "When myeloma comes back" in page
    assert "Soon" in page
    filtered = client.get(REPORT, {"standing": "due-soon"}).content.decode()
    assert f"/admin/pages/{soon.pk}/edit/" in filtered
    assert f"/admin/pages/{article.pk}/edit/" not in filtered


@pytest.mark.parametrize("query", [{"standing": "no-state"}, {"due_on_from": "never"}, {"site": "x"}, {"p": "abc"}])
def test_odd_filters_are_no_error(article, client, sign_in_as, query):
    sign_in_as("Editors")
    assert client.get(REPORT, query).status_code in (200, 404)


def test_moderators_do_not_see_the_report(article, client, sign_in_as):
    sign_in_as("Moderators")
    assert "When myeloma comes back" not in client.get(REPORT, follow=True).content.decode()


def test_downloads_hold_no_formula(formula, client, sign_in_as):
    sign_in_as("Editors")
    csv = b"".join(client.get(REPORT, {"export": "csv"}).streaming_content).decode()
    assert "'=Old news" in csv
    sheet = load_workbook(BytesIO(b"".join(client.get(REPORT, {"export": "xlsx"}).streaming_content))).active
    assert sheet["A2"].value == "'=Old news"
    assert sheet["A2"].data_type == "s"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_run_is_marked_as_text(text):
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("value", ["A title", 5, -5, date(2026, 1, 1), None])
def test_everything_else_stays_as_it_is(value):
    assert neutral(value) == value


def test_picture_has_a_full_column_for_each_day_and_thins_out_many(community):
    first = date(2024, 1, 1)
    days = [CoverageDay(site=community, day=first + timedelta(days=n), current=3, overdue=1) for n in range(400)]
    picture = draw(days)
    assert len(picture.rows) == MOST
    assert (picture.first, picture.last) == (first, first + timedelta(days=399))
    assert sum(bar.height for bar in picture.bars if bar.x == 0) == HEIGHT
    assert picture.rows[0]["share"] == 75


def test_picture_of_nothing_says_so(client, sign_in_as, community):
    sign_in_as("Editors")
    assert "No day has been counted yet" in client.get(REPORT).content.decode()
