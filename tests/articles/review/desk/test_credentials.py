"""Boards and credentials in the admin."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from articles.models import Credential, ReviewBoard
from articles.review.eligibility import may_review
from portal.models import User
from tests.reviewing import a_reviewer

LISTS = {model: model.snippet_viewset.get_url_name("list") for model in (Credential, ReviewBoard)}


def opens(client, url):
    return client.get(url).status_code == 200


@pytest.mark.parametrize(
    ("role", "boards", "credentials"),
    [
        ("Authors", (False, False), (False, False)),
        ("Editors", (True, True), (True, False)),
        ("Medical reviewers", (True, False), (False, False)),
        ("Moderators", (False, False), (False, False)),
    ],
)
def test_each_role_sees_and_adds_what_is_theirs(client, sign_in_as, reviewer, role, boards, credentials):
    sign_in_as(role)
    for model, expected in ((ReviewBoard, boards), (Credential, credentials)):
        urls = [model.snippet_viewset.get_url_name(view) for view in ("list", "add")]
        assert tuple(opens(client, reverse(url)) for url in urls) == expected


def test_administrator_enters_a_credential_and_makes_a_reviewer(client, editor, db):
    client.force_login(User.objects.create_superuser("admin", password="not-used"))
    assert not may_review(editor)
    url = reverse(Credential.snippet_viewset.get_url_name("add"))
    data = {
        "user": editor.pk,
        "title": "Consultant haematologist",
        "body": "General Medical Council",
        "speciality": "haematology",
        "valid_from": "2024-01-01",
    }
    assert client.post(url, {**data, "valid_until": "2023-01-01"}).status_code == 200
    assert not may_review(editor)
    client.post(url, data)
    assert may_review(editor)


def rows(client, **query):
    """Name and validity of each credential in the list."""
    page = BeautifulSoup(client.get(reverse(LISTS[Credential]), query).content, "html.parser")
    return {
        row.select_one("td.title .title-wrapper").get_text(strip=True): row.select("td")[-1].get_text(strip=True)
        for row in page.select("table.listing tbody tr")
    }


def test_list_tells_who_is_valid_and_finds_by_name_and_validity(client, db):
    today = timezone.localdate()
    a_reviewer("now")
    a_reviewer("past", valid_until=today - timedelta(days=1))
    a_reviewer("ahead", valid_from=today + timedelta(days=9))
    client.force_login(User.objects.create_superuser("admin", password="not-used"))
    told = rows(client)
    assert told["Now Adler"] == "Valid"
    assert told["Past Adler"].startswith("Ended on")
    assert told["Ahead Adler"].startswith("From")
    assert list(rows(client, q="Past")) == ["Past Adler"]
    assert list(rows(client, q="General Medical")) == ["Ahead Adler", "Now Adler", "Past Adler"]
    for validity, name in (("valid", "Now"), ("ended", "Past"), ("ahead", "Ahead")):
        assert list(rows(client, validity=validity)) == [f"{name} Adler"]


def test_list_asks_no_query_for_each_credential(client, db, django_assert_max_num_queries):
    for number in range(8):
        a_reviewer(f"reviewer-{number}")
    client.force_login(User.objects.create_superuser("admin", password="not-used"))
    client.get(reverse(LISTS[Credential]))
    with django_assert_max_num_queries(25):
        client.get(reverse(LISTS[Credential]))
