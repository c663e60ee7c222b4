"""The public page of a year tells what was decided, from the ledger alone, and points to nobody."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from comments.knowing.small_numbers import in_steps, told, told_sum
from comments.models import Comment, CrisisCase, Report
from comments.models.comment import State
from consent.addresses import parse_address
from consent.rules.erasing import erase
from tests.comments.knowing.conftest import NOON, Action, decided
from tests.consenting import ANNA
from tests.conversing import a_comment, publish_rules

YEAR = "/conversation/transparency/2026/"


@pytest.fixture
def year(article):
    """A year with comments and decisions."""
    site = article.get_site().pk
    publish_rules(article.get_site())
    for number in range(8):
        decided(Action.CONFIRM, site=site, comment_id=number)
    for number in range(6):
        decided(Action.REJECT, site=site, comment_id=number, rule_code="kind", waited=120)
    decided(Action.OVERTURN, site=site, comment_id=1, rule_code="kind")
    decided(Action.REJECT, site=site, comment_id=7, rule_code="no-selling")
    return article.get_site()


def figures(page):
    """Every row of every table: its words and its figures."""
    text = page.content.decode()
    rows = [row.partition("</tr>")[0] for row in text.split("<tr>")[1:]]
    cells = [[cell.partition("<")[0].strip() for cell in row.split('">')[1:]] for row in rows]
    return {row[0]: row[1:] for row in cells if row}


def test_a_year_tells_its_decisions_by_the_sentence_of_the_rule(client, year):
    found = figures(client.get(YEAR))
    assert found["Be kind to everybody here."][-3:] == ["6", "0", "0"]
    assert found["Do not advertise or sell anything."][-3:] == ["fewer than five", "0", "0"]
    assert found["All together"] == ["at least 6", "0", "0"]
    assert found["Decision changed"] == ["fewer than five"]
    assert found["Median waiting time"] == ["2 h"]


def test_a_page_is_in_the_language_of_its_address(client, year):
    publish_rules(year, [("kind", "Sé amable con todos.")], language="es")
    page = client.get("/es" + YEAR).content.decode()
    assert "Sé amable con todos." in page
    assert "menos de cinco" in page
    assert "weniger als fünf" in client.get("/de" + YEAR).content.decode()
    assert 'lang="en">Do not advertise' in page


def test_a_year_without_decisions_is_not_there(client, year):
    assert client.get(YEAR).status_code == 200
    for other in (2025, timezone.now().year + 1, 0, 99999, 10**30):
        assert client.get(f"/conversation/transparency/{other}/").status_code == 404
    assert "/conversation/transparency/2026/" in client.get("/conversation/transparency/").content.decode()


def test_the_year_that_runs_is_marked_as_so_far_and_one_that_is_over_is_not(client, year):
    decided(Action.APPROVE, site=year.pk, at=timezone.now())
    decided(Action.APPROVE, site=year.pk, at=datetime(2024, 6, 1, tzinfo=UTC))
    now = f"/conversation/transparency/{timezone.now().year}/"
    assert "So far: this year has not ended." in client.get(now).content.decode()
    assert "So far" not in client.get("/conversation/transparency/2024/").content.decode()


def test_a_community_without_decisions_says_so(client, community):
    assert "Nothing has been decided yet." in client.get("/conversation/transparency/").content.decode()


def test_another_communitys_decisions_are_not_told(client, article):
    decided(Action.REJECT, site=article.get_site().pk + 1, rule_code="kind")
    assert client.get(YEAR).status_code == 404


def test_a_year_begins_by_the_clock_of_the_community(client, article):
    decided(Action.APPROVE, site=article.get_site().pk, at=datetime(2025, 12, 31, 23, 30, tzinfo=UTC))
    assert client.get(YEAR).status_code == 200
    assert client.get("/conversation/transparency/2025/").status_code == 404


def test_erasing_an_author_changes_no_figure_and_the_page_holds_nothing_of_them(client, article):
    a_comment(article, state=State.REJECTED, text="Something private.")
    page = f"/conversation/transparency/{timezone.now().year}/"
    before = client.get(page).content
    erase(parse_address(ANNA), method="link")
    cache.clear()
    after = client.get(page).content
    assert figures(client.get(page))["Received"] is not None
    assert strip(before) == strip(after)
    for word in (b"Something", b"Anna", ANNA.encode()):
        assert word not in after


def strip(page):
    """The page without the day on which it was counted."""
    return b"".join(part for part in page.partition(b"Counted on")[::2])


def test_reports_of_readers_are_told_from_five_on(client, year, article):
    comment = a_comment(article, state=State.PUBLISHED)
    for number in range(5):
        Report.objects.create(
            comment=comment, revision=1, category="spam", reporter=f"r{number}", made_at=NOON, outcome="upheld"
        )
    assert figures(client.get(YEAR))["Found right"] == ["5"]


def test_small_figures_can_not_be_worked_out_from_their_sum():
    assert [told(number) for number in (0, 1, 4, 5, 1200)] == [
        "0",
        "fewer than five",
        "fewer than five",
        "5",
        "1,200",
    ]
    assert told_sum([13, 1]) == told_sum([13, 4]) == "at least 13"
    assert told_sum([1, 2]) == "a few"
    assert told_sum([5, 0, 7]) == "12"
    assert [in_steps(number) for number in (0, 4, 5, 12)] == ["fewer than five", "fewer than five", "5–9", "10–14"]


def test_a_page_asks_little_and_sets_no_cookie(client, year, django_assert_max_num_queries):
    client.get("/")
    with django_assert_max_num_queries(18):
        page = client.get(YEAR)
    assert not page.cookies
    assert "Cookie" not in page.get("Vary", "")
    with django_assert_max_num_queries(10):
        client.get(YEAR)


def test_the_span_of_a_year_is_read_by_its_index(year):
    with connection.cursor() as cursor:
        indexes = {
            name
            for name, facts in connection.introspection.get_constraints(cursor, "comments_decision").items()
            if facts["index"]
        }
    assert "decisions_by_time" in indexes


def test_nothing_is_changed_by_reading_and_posting_is_refused(client, year):
    assert client.post(YEAR).status_code == 405
    assert client.head(YEAR).status_code == 200


def test_a_year_counts_people_in_danger_whose_comments_are_gone(client, article):
    for number in range(6):
        a_comment(article, text="I want to die.", address=f"p{number}@example.org")
    page = f"/conversation/transparency/{timezone.now().year}/"
    before = figures(client.get(page))
    Comment.objects.filter(pk__in=[case.comment_id for case in CrisisCase.objects.all()]).delete()
    assert CrisisCase.objects.filter(comment=None).count() == 6
    cache.clear()
    after = figures(client.get(page))
    row = "Comments that were looked at as such"
    assert before[row] == after[row] == ["5–9"]
