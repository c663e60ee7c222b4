"""What passes by every gate shows no line: rows written without asking a model, revisions changed in place."""

import json
from contextlib import suppress
from io import StringIO

import pytest
from django.core import serializers
from django.core.management import call_command
from django.db import connection, transaction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision

from articles.models import ArticleAuthor, ArticlePage, PeoplePage, PersonPage, Reference, ReviewDecision
from articles.publication.gate import PublicationRefusedError
from articles.review.current import current_review
from articles.review.signing import withdraw
from portal.ledger.proof import prove
from portal.models import User
from tests.reviewing import a_reviewer, add_live, sign

BAD = "<p>Take nine tablets a day.</p>"
REVIEWER = "Ruth Adler"


def reload(page):
    return ArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def page(topic):
    """A live, approved article that cites a source."""
    Reference.objects.create(key="a", title="A study", year=2021)
    body = [{"type": "text", "value": "<p>Take one tablet a day.[[ref:a]]</p>"}]
    return add_live(
        topic, ArticlePage(title="When myeloma comes back", slug="back", summary="One sentence.", body=body)
    )


def bad_body():
    return ArticlePage(body=[{"type": "text", "value": BAD}]).body


def has_no_line(client, page):
    """Whether the page is shown, and no reviewer's name on it."""
    assert not current_review(reload(page)).is_shown
    response = client.get(reload(page).url)
    assert response.status_code == 200
    return REVIEWER not in response.content.decode()


def test_query_sets_write_and_the_line_is_gone(client, page):
    ArticlePage.objects.filter(pk=page.pk).update(body=bad_body())
    assert has_no_line(client, page)


def test_writing_many_at_once_writes_and_the_line_is_gone(client, page):
    page.body = bad_body()
    ArticlePage.objects.bulk_update([page], ["body"])
    assert has_no_line(client, page)


def test_the_base_of_the_page_writes_and_the_line_is_gone(client, page):
    Page.objects.filter(pk=page.pk).update(title="Another title")
    assert has_no_line(client, page)


def test_fixtures_write_and_the_line_is_gone(client, page, tmp_path):
    page = reload(page)
    page.body = bad_body()
    fixture = tmp_path / "page.json"
    fixture.write_text(serializers.serialize("json", [page]))
    call_command("loaddata", fixture, verbosity=0)
    assert "nine tablets" in str(reload(page).body)
    assert has_no_line(client, page)


def test_sql_writes_and_the_line_is_gone(client, page):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_articlepage SET summary = 'Another' WHERE page_ptr_id = %s", [page.pk])
    assert has_no_line(client, page)


def test_a_draft_that_sql_puts_live_has_no_line(client, topic):
    draft = ArticlePage(title="Draft", slug="draft", body=[{"type": "text", "value": BAD}], live=False)
    topic.add_child(instance=draft)
    Page.objects.filter(pk=draft.pk).update(live=True)
    assert has_no_line(client, draft)


@pytest.mark.parametrize(
    "save",
    [
        lambda page: page.save(),
        lambda page: page.save(update_fields=["title"]),
        lambda page: page.save(clean=False),
        lambda page: _base(page).save(),
        lambda page: _base(page).save(update_fields=["title"]),
        lambda page: page.save_revision().publish(),
        lambda page: page.save_revision().publish(skip_permission_checks=True),
        lambda page: PublishPageRevisionAction(page.save_revision()).execute(skip_permission_checks=True),
        lambda page: page.copy(update_attrs={"slug": "copy"}, keep_live=True),
        lambda page: page.copy(update_attrs={"slug": "copy"}, keep_live=True, copy_revisions=False),
    ],
    ids=range(10),
)
def test_whatever_saves_the_page_is_refused(client, page, save):
    page = reload(page)
    page.title = "Another title"
    with pytest.raises(PublicationRefusedError, match="medical reviewer"), transaction.atomic():
        save(page)
    assert current_review(reload(page)).is_shown


def _base(page):
    base = Page.objects.get(pk=page.pk)
    base.title = page.title
    return base


def test_a_revision_whose_content_was_changed_in_place_is_refused(client, page):
    draft = reload(page)
    draft.summary = "Another sentence."
    revision = draft.save_revision()
    sign(page)
    decision = current_review(reload(page)).decision
    revision.refresh_from_db()
    revision.content["body"] = json.dumps([{"type": "text", "value": BAD}])
    Revision.objects.filter(pk=revision.pk).update(content=revision.content)
    with pytest.raises(PublicationRefusedError):
        Revision.objects.get(pk=revision.pk).publish()
    assert current_review(reload(page)).decision == decision
    assert "one tablet" in str(reload(page).body)


def test_a_change_of_what_the_text_cites_withholds_the_line_until_it_is_undone(client, page):
    reference = Reference.objects.get(key="a")
    reference.title = "A Study"
    reference.save()
    assert has_no_line(client, page)
    reference.title = "A study"
    reference.save()
    assert current_review(reload(page)).is_shown


def test_a_withdrawn_page_can_be_moved_and_taken_down_and_not_published_again(page, community, topic, client):
    withdraw(page_id=page.pk, user=a_reviewer(), note="A new trial.")
    assert has_no_line(client, page)
    reload(page).move(community.root_page, pos="last-child")
    assert reload(page).live
    assert has_no_line(client, page)
    reload(page).save()
    with pytest.raises(PublicationRefusedError, match="withdrawn"):
        reload(page).get_latest_revision().publish()
    reload(page).unpublish()
    with pytest.raises(PublicationRefusedError, match="withdrawn"):
        reload(page).get_latest_revision().publish()
    again = reload(page)
    again.live = True
    with pytest.raises(PublicationRefusedError):
        again.save()


def test_a_page_that_something_slipped_past_can_be_moved_and_not_changed(page, community):
    ArticlePage.objects.filter(pk=page.pk).update(summary="Slipped in.")
    reload(page).move(community.root_page, pos="last-child")
    changed = reload(page)
    changed.summary = "Changed again."
    with pytest.raises(PublicationRefusedError):
        changed.save()


def test_an_alias_of_another_text_than_its_source_has_no_line(client, page):
    alias = reload(page).create_alias(update_slug="alias")
    assert current_review(reload(alias)).is_shown
    ArticlePage.objects.filter(pk=alias.pk).update(body=bad_body())
    assert has_no_line(client, alias)
    assert current_review(reload(page)).is_shown


def test_an_approval_goes_to_the_aliases_with_the_text(page):
    alias = reload(page).create_alias(update_slug="alias")
    people = page.get_site().root_page.add_child(instance=PeoplePage(title="People", slug="people"))
    draft = reload(page)
    draft.title = "Another title"
    draft.article_authors = [
        ArticleAuthor(person=people.add_child(instance=PersonPage(title=name))) for name in ("Marta", "Nils")
    ]
    draft.save_revision()
    decision = sign(page)
    assert current_review(reload(page)).decision == decision
    assert current_review(reload(alias)).decision == decision
    assert reload(alias).title == "Another title"


def test_a_newer_draft_under_review_leaves_the_approved_text_up(page, client):
    draft = reload(page)
    draft.body = bad_body()
    draft.save_revision()
    author = User.objects.create_superuser("root", password="not-used")
    reload(page).get_workflow().start(reload(page), author)
    assert current_review(reload(page)).is_shown
    assert "one tablet" in client.get(reload(page).url).content.decode()


def test_cancelling_a_workflow_publishes_nothing(page):
    author = User.objects.create_superuser("root", password="not-used")
    draft = reload(page)
    draft.body = bad_body()
    draft.save_revision(user=author)
    state = reload(page).get_workflow().start(reload(page), author)
    state.cancel(user=author)
    assert "one tablet" in str(reload(page).body)
    assert current_review(reload(page)).is_shown


def test_the_ledger_outlives_the_page_and_the_account(page, client):
    decision = current_review(page).decision
    reload(page).delete()
    User.objects.get(username="ruth").delete()
    kept = ReviewDecision.objects.get(pk=decision.pk)
    assert kept.reviewer_name == REVIEWER
    assert kept.credentials[0]["title"] == "Consultant haematologist"
    assert "one tablet" in kept.snapshot
    assert prove(ReviewDecision).fault is None


def test_a_new_page_in_the_place_of_a_deleted_one_has_no_line(page, topic):
    body = page.body
    reload(page).delete()
    again = ArticlePage(title=page.title, slug=page.slug, summary=page.summary, body=body, live=False)
    topic.add_child(instance=again)
    assert again.pk != page.pk
    assert not current_review(reload(again)).is_shown


def test_a_story_shows_no_line_even_with_an_approval_of_its_words(page, client):
    ArticlePage.objects.filter(pk=page.pk).update(kind="story")
    assert has_no_line(client, page)
    ArticlePage.objects.filter(pk=page.pk).update(kind="information")
    assert current_review(reload(page)).is_shown


def test_an_imported_text_that_claims_a_review_is_a_draft_without_one(topic, tmp_path):
    file = tmp_path / "relapse.txt"
    file.write_text(
        "When myeloma comes back\n\nMedically reviewed by Dr Ruth Adler, 14 December 2025\n\nIt may come back.\n"
    )
    with suppress(SystemExit):  # the claim needs a person, says the exit code
        call_command("import_articles", str(file), "--under", "multiple-myeloma", stdout=StringIO(), stderr=StringIO())
    [imported] = ArticlePage.objects.all()
    assert not imported.live
    assert not ReviewDecision.objects.exists()
    assert REVIEWER not in json.dumps(imported.get_latest_revision().content)
    with pytest.raises(PublicationRefusedError, match="No medical reviewer has approved"):
        imported.get_latest_revision().publish()


def test_a_story_can_not_become_information_by_itself(topic):
    story = add_live(topic, ArticlePage(title="Story", slug="story", kind="story", body=bad_body()))
    story = reload(story)
    story.kind = "information"
    with pytest.raises(PublicationRefusedError):
        story.save()
