"""Editors compose, look at, try out, send and stop newsletters; nobody else does, and nobody sees who gets them."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from consent.models import NewsletterIssue, OutgoingMail, Token
from consent.newsletter.composing import compose
from consent.newsletter.queueing import queue_batches
from portal.models import CommunitySettings
from tests.consent.newsletter.conftest import community, purpose, write_article  # noqa: F401 - fixtures
from tests.consenting import ANNA, a_contact


@pytest.fixture
def issue(community, purpose, write_article):  # noqa: F811 - fixtures
    """A draft with two articles, for one reader."""
    a_contact(community)
    write_article("My first year", kind="story")
    write_article("When myeloma comes back")
    return compose(purpose)


def address(name, issue=None, query=""):
    return reverse(f"newsletters:{name}", args=[issue.pk] if issue else []) + query


def shown(client, name, issue=None, query=""):
    response = client.get(address(name, issue, query))
    assert response.status_code == 200
    return response.content.decode()


SCREENS = ["issue", "preview", "preview_html", "send", "cancel"]


def test_only_those_with_the_permission_see_any_of_it(client, sign_in_as, issue):
    sign_in_as("Authors")
    for name in SCREENS:
        assert client.get(address(name, issue)).status_code == 302
    for name in ("index", "compose"):
        assert client.get(address(name)).status_code == 302
    for name in ("send", "cancel", "test", "issue"):
        client.post(address(name, issue), {"when": "now"})
    assert NewsletterIssue.objects.get().state == "draft"
    assert "Newsletters" not in client.get(reverse("wagtailadmin_home")).content.decode()
    sign_in_as("Editors")
    for name in SCREENS:
        shown(client, name, issue)
    assert "Newsletters" in client.get(reverse("wagtailadmin_home")).content.decode()


def test_editor_composes_an_issue(client, sign_in_as, purpose, write_article):  # noqa: F811
    editor = sign_in_as("Editors")
    assert "No issue was made so far." in shown(client, "index")
    response = client.post(address("compose"), {"purpose": purpose.pk}, follow=True)
    assert "Nothing is new since the last issue" in response.content.decode()
    write_article("When myeloma comes back")
    response = client.post(address("compose"), {"purpose": purpose.pk}, follow=True)
    assert "When myeloma comes back" in response.content.decode()
    assert NewsletterIssue.objects.get().made_by == editor
    again = client.post(address("compose"), {"purpose": purpose.pk})
    assert "is being made already" in again.content.decode()
    assert "New articles on multiple myeloma" in shown(client, "index")


def test_editor_writes_a_word_changes_the_order_and_leaves_one_out(client, sign_in_as, issue):
    sign_in_as("Editors")
    first, second = issue.articles
    values = {"introduction_en": "Dear all", f"place_{first}": 2, f"place_{second}": 1}
    client.post(address("issue", issue), values)
    issue.refresh_from_db()
    assert (issue.articles, issue.introductions) == ([second, first], {"en": "Dear all"})
    client.post(address("issue", issue), {**values, f"place_{first}": ""})
    issue.refresh_from_db()
    assert issue.articles == [second]
    wrong = client.post(address("issue", issue), {f"place_{second}": "first", "introduction_en": "Kept"})
    assert "Kept" in wrong.content.decode()
    assert "Enter a whole number." in wrong.content.decode()


def test_preview_shows_what_will_be_sent_for_nobody_and_makes_no_link(client, sign_in_as, issue):
    sign_in_as("Editors")
    page = shown(client, "preview", issue)
    assert "My first year" in page
    assert "Sender" in page
    framed = client.get(address("preview_html", issue))
    assert framed.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "/u/no-link-at-all-x/" in framed.content.decode()
    assert "Your newsletter" in shown(client, "preview", issue, "?discreet=1")
    assert client.get(address("preview", issue, "?language=fr")).status_code == 404
    assert not Token.objects.filter(kind__in=[Token.Kind.UNSUBSCRIBE, Token.Kind.PREFERENCES]).exists()
    assert ANNA not in page
    assert "a***@e***.org" not in page


def test_test_goes_to_ones_own_account_and_is_marked(client, sign_in_as, issue):
    editor = sign_in_as("Editors")
    client.post(address("test", issue))
    assert mail.outbox == []  # the account has no address
    editor.email = "editor@example.org"
    editor.save()
    assert client.get(address("test", issue)).status_code == 405
    client.post(address("test", issue), {"language": "en"})
    [message] = mail.outbox
    assert message.to == ["editor@example.org"]
    assert message.subject.startswith("[Test] ")
    assert "This is a test." in message.body
    assert "/u/no-link-at-all-x/" in message.extra_headers["List-Unsubscribe"]


def test_editor_is_told_how_many_get_it_and_sends_it(client, sign_in_as, issue):
    sign_in_as("Editors")
    assert "1 person gets this issue." in shown(client, "send", issue)
    client.post(address("send", issue), {"when": "now"})
    queue_batches()
    assert OutgoingMail.objects.filter(kind="newsletter").count() == 1
    page = shown(client, "issue", issue)
    assert "Being sent" in page
    assert "Stop …" in page
    client.post(address("cancel", issue))
    assert NewsletterIssue.objects.get().state == "cancelled"
    assert "Cancelled" in shown(client, "index", query="?state=cancelled")


def test_what_stands_in_the_way_is_said_and_nothing_is_sent(client, sign_in_as, issue):
    sign_in_as("Editors")
    CommunitySettings.objects.update(publisher_address="")
    assert "no postal address" in shown(client, "issue", issue)
    response = client.post(address("send", issue), {"when": "now"})
    assert "no postal address" in response.content.decode()
    assert NewsletterIssue.objects.get().state == "draft"


def test_issue_is_planned_for_a_time_to_come(client, sign_in_as, issue):
    sign_in_as("Editors")
    past = client.post(address("send", issue), {"when": "later", "send_at": "2020-01-01 09:00"})
    assert "This moment has passed." in past.content.decode()
    without = client.post(address("send", issue), {"when": "later", "send_at": ""})
    assert "Say when it is to go out." in without.content.decode()
    moment = timezone.localtime(timezone.now() + timedelta(days=2))
    client.post(address("send", issue), {"when": "later", "send_at": f"{moment:%Y-%m-%d %H:%M}"})
    assert NewsletterIssue.objects.get().state == "planned"


def test_list_asks_as_many_questions_for_many_issues_as_for_one(client, sign_in_as, issue, purpose):  # noqa: F811
    sign_in_as("Editors")
    client.get(address("index"))
    with CaptureQueriesContext(connection) as one:
        client.get(address("index"))
    now = timezone.now()
    for _number in range(10):
        NewsletterIssue.objects.create(purpose=purpose, since=now, until=now, state="sent", started_at=now)
    with CaptureQueriesContext(connection) as many:
        client.get(address("index"))
    assert len(many) <= len(one)


def test_list_tells_when_a_planned_issue_goes_out_and_nothing_of_a_cancelled_one(client, sign_in_as, issue):
    sign_in_as("Editors")
    at = timezone.now() + timedelta(days=3)
    NewsletterIssue.objects.update(state="planned", send_at=at)
    told = date_format(timezone.localtime(at), "DATETIME_FORMAT")
    page = shown(client, "index")
    assert told in page
    assert "Just now" not in page
    NewsletterIssue.objects.update(state="cancelled")
    assert told not in shown(client, "index")
