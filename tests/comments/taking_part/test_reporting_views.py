"""The page on which anybody reports a comment: nothing typed is lost, and nobody is asked who they are."""

import pytest
from bs4 import BeautifulSoup

from comments.models import CrisisCase, Report
from comments.models.comment import State
from comments.rules.reporting import LIMIT
from tests.conversing import a_comment

SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def comment(article):
    return a_comment(article, state=State.PUBLISHED, text="Buy <b>my</b> powder.")


@pytest.fixture
def address(comment):
    return f"/conversation/comment/{comment.pk}/report/"


def send(client, address, **data):
    return client.post(address, {"category": "spam", "words": "", "website": "", **data}, headers=SAME)


def test_the_page_shows_the_comment_and_asks_what_is_wrong(client, address):
    response = client.get(address)
    html = BeautifulSoup(response.content, "html.parser")
    assert html.blockquote.get_text() == "Buy <b>my</b> powder."
    assert len(html.select('input[type="radio"]')) == len(Report.Category)
    assert not html.select("input:checked")
    assert not response.cookies
    assert not html.select('[type="email"], [name="csrfmiddlewaretoken"]')


def test_a_report_needs_no_name_and_no_cookie(client, comment, address):
    response = send(client, address, words="It is\r\nadvertising.")
    assert (response.status_code, response["Location"]) == (302, "/conversation/report-received/")
    made = Report.objects.get()
    assert (made.comment_id, made.category, made.words) == (comment.pk, "spam", "It is\nadvertising.")
    assert made.snapshot == "Buy <b>my</b> powder."
    page = client.get(response["Location"])
    assert "Thank you for your report" in page.content.decode()
    assert not page.cookies


def test_the_author_sees_nothing_of_a_report(client, article, comment, address):
    before = client.get(f"/conversation/{article.pk}/").content
    send(client, address, words="Unheard-of words.")
    assert client.get(f"/conversation/{article.pk}/").content == before


def test_an_address_that_the_comment_holds_may_be_quoted(client, article):
    comment = a_comment(article, state=State.PUBLISHED, text="Order from pills@example.org.")
    send(client, f"/conversation/comment/{comment.pk}/report/", words="It sells, see pills@example.org.")
    assert Report.objects.count() == 1


def test_somebody_in_danger_opens_a_case(client, address):
    send(client, address, category="danger")
    assert CrisisCase.objects.count() == 1


@pytest.mark.parametrize(
    "data",
    [
        {"category": ""},
        {"category": "x"},
        {"words": "x" * 1001},
        {"website": "x"},
        {"words": "Write to me@example.org"},
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, address, data):
    data = {"words": "My words.", **data}
    response = send(client, address, **data)
    html = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 422
    assert html.select_one('[role="alert"]')
    assert html.select_one("textarea").get_text().strip() == data["words"]
    assert html.title.get_text().startswith("Error:")
    for link in html.select('[role="alert"] a'):
        assert html.select_one(link["href"])
    assert not Report.objects.exists()


@pytest.mark.usefixtures("one_span")
def test_too_many_reports_are_asked_to_wait(client, article, address):
    for number in range(LIMIT.most):
        other = a_comment(article, state=State.PUBLISHED, address=f"p{number}@example.org")
        send(client, f"/conversation/comment/{other.pk}/report/")
    response = send(client, address, words="My words.")
    assert response.status_code == 429
    assert "My words." in response.content.decode()


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}])
def test_a_report_from_another_site_is_refused(client, address, headers):
    assert client.post(address, {"category": "spam"}, headers=headers).status_code == 403
    assert not Report.objects.exists()


def test_reports_hold_off_programs_without_losing_people(client, address):
    html = BeautifulSoup(client.get(address).content, "html.parser")
    trap = html.select_one('[name="website"]')
    assert trap["tabindex"] == "-1"
    assert trap.find_parent(attrs={"aria-hidden": "true"})
