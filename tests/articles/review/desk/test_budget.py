"""The desk asks the database the same, whether there are 5 articles or 50."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Reference
from tests.articles.review.desk.conftest import hand_in, sign_before

LISTS = (
    ("review_desk", {}),
    ("review_desk_list", {"name": "overdue"}),
    ("review_desk_list", {"name": "changed"}),
)


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.fixture
def fill(draft, editor):
    """``fill(5)``: as many live articles with overdue reviews, each citing sources, and a few drafts that wait."""
    Reference.objects.create(key="gone", title="Gone", status=Reference.Status.RETRACTED)
    body = [{"type": "text", "value": "<p>So it is[[ref:gone]].</p>"}]

    def _fill(number):
        for count in range(number):
            sign_before(draft(f"Article {count}", body=body), days=400, due_in=-3 - count)
        for count in range(number // 5):
            hand_in(draft(f"Waits {count}", body=body), editor)

    return _fill


def test_desk_with_fifty_articles_asks_as_much_as_with_five(client, reviewer, fill):
    client.force_login(reviewer)
    urls = [reverse(name, kwargs=kwargs) for name, kwargs in LISTS]
    fill(5)
    few = [queries(client, url) for url in urls]
    fill(45)
    assert [queries(client, url) for url in urls] == few
    assert max(few) <= 45


def test_review_screen_keeps_a_budget(client, reviewer, changed):
    client.force_login(reviewer)
    assert queries(client, reverse("review", args=[changed.pk])) <= 70


def test_list_of_articles_asks_no_more_for_more_articles(client, editor, fill):
    client.force_login(editor)
    url = reverse("articles_listing:index")
    fill(5)
    few = queries(client, url)
    fill(10)
    assert queries(client, url) <= few + 2  # Wagtail's own permission checks on the page
