"""The report on moderation: for lead moderators alone, flat however much there is, and its files run no formula."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from comments.knowing.pictures import HEIGHT, columns
from comments.models.comment import State
from tests.comments.knowing.conftest import Action, decided
from tests.consenting import ANNA
from tests.conversing import a_comment, publish_rules

REPORT = "/admin/conversation/report/"


@pytest.fixture
def busy(article):
    """A community in which something was decided."""
    site = article.get_site()
    publish_rules(site, [("kind", '=HYPERLINK("https://example.org")'), ("no-selling", "Do not sell.")])
    now = timezone.now() - timedelta(minutes=5)
    for number in range(4):
        decided(Action.CONFIRM, at=now, site=site.pk, comment_id=number)
        decided(Action.REJECT, at=now, site=site.pk, comment_id=number, rule_code="kind", waited=180)
    decided(Action.OVERTURN, at=now, site=site.pk, rule_code="kind")
    return site


def test_the_report_is_for_lead_moderators_alone(client, busy, sign_in_as):
    for role in ("Moderators", "Editors"):
        sign_in_as(role)
        assert client.get(REPORT).status_code == 302
        assert client.get(f"{REPORT}?export=csv").status_code == 302
    sign_in_as("Lead moderators")
    assert client.get(REPORT).status_code == 200
    assert client.post(REPORT).status_code == 405


def test_it_tells_waiting_times_rules_and_appeals(client, busy, sign_in_as):
    sign_in_as("Lead moderators")
    page = client.get(REPORT).content.decode()
    assert "HYPERLINK" in page
    assert "Decisions that were changed: 1 (100&nbsp;%)" in page
    assert '<td class="moderation-number">3 h</td>' in page
    assert page.count('role="img"') == page.count("<details>") == 3


def test_each_community_is_shown_by_itself_and_a_choice_that_there_is_not_does_no_harm(client, busy, sign_in_as):
    sign_in_as("Lead moderators")
    assert "HYPERLINK" in client.get(REPORT, {"site": busy.pk, "days": 30}).content.decode()
    for odd in ({"site": "9" * 30}, {"days": "x"}, {"site": "", "days": ""}, {"days": "-1"}, {"site": "a\0"}):
        assert client.get(REPORT, odd).status_code == 200


def test_a_quiet_time_says_so_kindly(client, community, sign_in_as):
    sign_in_as("Lead moderators")
    assert "Quiet days are good days." in client.get(REPORT).content.decode()


def test_the_files_hold_the_figures_and_run_no_formula(client, busy, sign_in_as):
    sign_in_as("Lead moderators")
    text = b"".join(client.get(REPORT, {"export": "csv"}).streaming_content).decode()
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["Part", "Community", "What", "Measure", "Number"]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]
    assert ["Rules", busy.site_name, '\'=HYPERLINK("https://example.org")', "Not published", "4"] in rows
    assert ["Waiting", busy.site_name, "Seconds", "Median", "10800"] in rows
    book = load_workbook(io.BytesIO(client.get(REPORT, {"export": "xlsx"}).getvalue()))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert len(list(book.active.iter_rows())) == len(rows)


def test_neither_screen_nor_file_holds_anything_of_an_author(client, article, sign_in_as):
    a_comment(article, state=State.REJECTED, text="Something private.")
    sign_in_as("Lead moderators")
    page = client.get(REPORT).content.decode()
    file = b"".join(client.get(REPORT, {"export": "csv"}).streaming_content).decode()
    for word in ("Something private", "Anna", ANNA):
        assert word not in page
        assert word not in file


def test_it_asks_as_many_questions_of_many_decisions_as_of_few(client, busy, sign_in_as):
    sign_in_as("Lead moderators")
    client.get(REPORT)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(REPORT)
    for number in range(60):
        decided(Action.APPROVE, at=timezone.now(), site=busy.pk, comment_id=number, waited=number)
        decided(Action.ASK, at=timezone.now(), site=busy.pk, comment_id=number, rule_code=f"rule-{number}")
    with CaptureQueriesContext(connection) as many:
        client.get(REPORT)
    assert len(many) == len(few) <= 25
    assert len([each for each in many if '"comments_' in each["sql"]]) <= 8


def test_columns_stand_on_their_axis_and_fill_the_height():
    picture = columns([(3, 1), (0, 0), (1, 2)])
    assert picture.axis == HEIGHT * 3 / 5
    tallest = picture.bars[0]
    assert (tallest.kind, tallest.y, tallest.y + tallest.height) == ("up", 0, picture.axis)
    assert sorted((bar.kind, bar.height) for bar in picture.bars) == [
        ("down", 36.0),
        ("down", 72.0),
        ("up", 36.0),
        ("up", 108.0),
    ]
    assert columns([]).bars == columns([(0, 0)]).bars == ()
