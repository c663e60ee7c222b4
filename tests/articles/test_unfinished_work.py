"""What the dashboard says about drafts that can't go out yet."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import ArticlePage
from articles.models.imported import ImportRecord
from tests.reviewing import publish

BLOCKED = "<p>It works.[[ref:nowhere-2020]]</p>"


def draft(topic, title, text="<p>It works.</p>", owner=None):
    page = topic.add_child(
        instance=ArticlePage(title=title, slug=title.lower().replace(" ", "-"), summary="One.", live=False, owner=owner)
    )
    page.body = [{"type": "text", "value": text}]
    page.save_revision(user=owner)
    return page


def dashboard(client):
    response = client.get(reverse("wagtailadmin_home"))
    panels = {getattr(panel, "name", ""): panel for panel in response.context["panels"]}
    return response.content.decode(), panels


def test_draft_that_cites_an_unknown_reference_is_named_with_the_reason(client, sign_in_as, topic):
    sign_in_as("Editors")
    draft(topic, "Blocked draft", BLOCKED)
    draft(topic, "Fine draft")
    page, panels = dashboard(client)
    lines = panels["blocked_drafts"].lines
    assert [line["title"] for line in lines] == ["Blocked draft"]
    assert "nowhere-2020" in lines[0]["note"]
    assert lines[0]["note"] in page or "nowhere-2020" in page


def test_author_is_told_of_own_drafts_alone(client, sign_in_as, topic):
    author = sign_in_as("Authors")
    draft(topic, "Blocked draft of another", BLOCKED)
    assert "Nothing stands in the way of the newest drafts." in dashboard(client)[0]
    draft(topic, "Blocked draft of mine", BLOCKED, owner=author)
    lines = dashboard(client)[1]["blocked_drafts"].lines
    assert [line["title"] for line in lines] == ["Blocked draft of mine"]


def test_only_the_newest_drafts_are_looked_at(client, sign_in_as, topic):
    sign_in_as("Editors")

    def queries():
        with CaptureQueriesContext(connection) as captured:
            dashboard(client)
        return len(captured)

    for number in range(12):
        draft(topic, f"Draft {number}", BLOCKED)
    queries()
    few = queries()
    for number in range(12, 24):
        draft(topic, f"Draft {number}", BLOCKED)
    assert queries() <= few + 1


def test_imported_draft_that_asks_something_is_named_until_it_is_live(client, sign_in_as, topic):
    sign_in_as("Editors")
    page = draft(topic, "Imported draft")
    ImportRecord.objects.create(
        digest="a" * 64,
        parent=topic,
        page=page,
        file_name="scraped.txt",
        report={"needs_person": ["Number 3 has no reference.", "The date of the claim is ambiguous."]},
    )
    lines = dashboard(client)[1]["imports"].lines
    assert lines[0]["title"] == "Imported draft"
    assert lines[0]["note"] == "Number 3 has no reference. (and 1 more)"
    publish(page)
    assert "No imported draft waits for an answer." in dashboard(client)[0]


def test_import_that_asks_nothing_is_not_named(client, sign_in_as, topic):
    sign_in_as("Editors")
    page = draft(topic, "Imported draft")
    ImportRecord.objects.create(digest="b" * 64, parent=topic, page=page, file_name="a.md", report={"needs_person": []})
    assert not dashboard(client)[1]["imports"].lines


def test_panels_are_for_those_who_can_do_something_about_them(client, sign_in_as, topic):
    sign_in_as("Authors")
    assert "imports" not in dashboard(client)[1]
    sign_in_as("Medical reviewers")
    assert not {"blocked_drafts", "imports"} & set(dashboard(client)[1])
