"""What stands on the desk, for whom, and in which order."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from articles.models import ArticlePage, Reference
from tests.articles.review.desk.conftest import hand_in, sign_before
from tests.reviewing import a_reviewer, add_live, sign

CITING = [{"type": "text", "value": "<p>It cures everything[[ref:wonder-2018]].</p>"}]


def titles(client, name="", table=0):
    """The titles in one of the tables of a list, in order."""
    url = reverse("review_desk_list", kwargs={"name": name}) if name else reverse("review_desk")
    tables = BeautifulSoup(client.get(url).content, "html.parser").select("table.listing")
    return [link.get_text(strip=True) for link in tables[table].select("td.title a")] if len(tables) > table else []


def counts(client):
    """The count on each tab."""
    page = BeautifulSoup(client.get(reverse("review_desk")).content, "html.parser")
    return {
        tab.contents[0].strip(): int(tab.select_one(".desk-count").get_text()) for tab in page.select(".portal-tabs a")
    }


@pytest.fixture
def retracted(db):
    return Reference.objects.create(key="wonder-2018", title="A wonder", status=Reference.Status.RETRACTED)


def test_queue_holds_what_waits_at_the_medical_step(client, reviewer, changed, draft):
    draft("Not handed in")
    client.force_login(reviewer)
    assert titles(client) == ["When myeloma returns"]
    assert counts(client)["My queue"] == 1


def test_draft_that_waits_for_an_editor_is_not_in_the_queue(client, reviewer, topic, sign_in_as):
    author = sign_in_as("Authors")
    page = ArticlePage(title="By an author", slug="by-an-author", live=False, owner=author)
    hand_in(topic.add_child(instance=page), author)
    client.force_login(reviewer)
    assert titles(client) == []


def test_own_texts_stand_apart_with_the_reason(client, reviewer, changed, draft, editor):
    own = draft("Written by Ruth")
    own.summary = "In other words."
    own.save_revision(user=reviewer)
    hand_in(own, editor)
    client.force_login(reviewer)
    assert titles(client) == ["When myeloma returns"]
    assert titles(client, table=1) == ["Written by Ruth"]
    assert "You contributed to this text." in client.get(reverse("review_desk")).content.decode()
    client.force_login(a_reviewer("tom"))
    assert titles(client) == ["When myeloma returns", "Written by Ruth"]


def test_queue_begins_with_a_retracted_source_and_goes_on_with_the_longest_waiting(
    client, reviewer, changed, draft, editor, retracted
):
    hand_in(draft("Waits shorter"), editor)
    hand_in(draft("Cites what was retracted", body=CITING), editor)
    client.force_login(reviewer)
    assert titles(client) == ["Cites what was retracted", "When myeloma returns", "Waits shorter"]


def test_imported_number_that_means_a_retracted_source_counts_too(client, reviewer, draft, editor, retracted):
    page = draft("Imported", body=[{"type": "text", "value": "<p>It cures[[ref:1]].</p>"}])
    page.sources = [page.sources.model(imported_number="1", reference=retracted)]
    hand_in(page, editor)
    client.force_login(reviewer)
    assert "Cites a retracted source" in client.get(reverse("review_desk")).content.decode()
    sign(page)
    assert titles(client, "retracted") == ["Imported"]


def test_due_and_overdue_reviews_stand_in_their_lists_the_most_pressing_first(client, reviewer, draft):
    for title, due_in in [("Soon", 50), ("Sooner", 2), ("Late", -1), ("Later", -30), ("Far away", 300)]:
        sign_before(draft(title), days=400, due_in=due_in)
    client.force_login(reviewer)
    assert titles(client, "due-soon") == ["Sooner", "Soon"]
    assert titles(client, "overdue") == ["Later", "Late"]
    assert counts(client) == {
        "My queue": 0,
        "Overdue": 2,
        "Due soon": 2,
        "Changed since review": 0,
        "Retracted sources": 0,
    }


def test_overdue_review_with_a_retracted_source_comes_first(client, reviewer, draft, retracted):
    sign_before(draft("Long overdue"), days=400, due_in=-90)
    sign_before(draft("Cites a retracted source", body=CITING), days=400, due_in=-1)
    client.force_login(reviewer)
    assert titles(client, "overdue") == ["Cites a retracted source", "Long overdue"]
    assert titles(client, "retracted") == ["Cites a retracted source"]


def test_live_text_that_nobody_approved_stands_in_changed(client, reviewer, article):
    client.force_login(reviewer)
    assert titles(client, "changed") == []
    ArticlePage.objects.filter(pk=article.pk).update(summary="Changed past every gate.")
    assert titles(client, "changed") == [article.title]


def test_stories_drafts_and_aliases_stand_in_no_list(client, reviewer, topic, article, draft, community):
    add_live(topic, ArticlePage(title="A story", slug="story", kind="story"))
    draft("A draft")
    article.create_alias(parent=community.root_page)
    client.force_login(reviewer)
    assert sum(counts(client).values()) == 0


def test_list_names_the_community_and_goes_by_its_day(client, reviewer, draft, other_community):
    sign_before(draft("Late"), days=400, due_in=-1)
    client.force_login(reviewer)
    page = client.get(reverse("review_desk_list", kwargs={"name": "overdue"})).content.decode()
    assert "Blood Cancer Community" in page
    assert "1 day ago" in page


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Nothing waits for you."),
        ("overdue", "No review is overdue."),
        ("due-soon", "No review is due in the next weeks."),
        ("changed", "Every live article stands as it was approved"),
        ("retracted", "No live article cites a source that is marked as retracted."),
    ],
)
def test_empty_lists_say_so_kindly(client, reviewer, article, name, sentence):
    client.force_login(reviewer)
    url = reverse("review_desk_list", kwargs={"name": name}) if name else reverse("review_desk")
    assert sentence in client.get(url).content.decode()


def test_editor_sees_everything_that_waits(client, editor, changed):
    client.force_login(editor)
    assert titles(client) == ["When myeloma returns"]
    assert "Waiting for review" in counts(client)
