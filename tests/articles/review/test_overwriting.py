"""What somebody handed in, decided on, scheduled or published is not written over by the editor's autosave."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Revision

from articles.models import ArticlePage
from articles.review.canonical import digest_of
from articles.review.current import current_review
from articles.review.errors import TextChangedError
from articles.review.signing import approve, request_changes
from portal.models import User
from tests.articles.publication.editing import edit_data, edit_url
from tests.reviewing import a_reviewer, declaration, sign


def reload(page):
    return ArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def page(topic):
    page = ArticlePage(title="Tablets", slug="tablets", body=[{"type": "text", "value": "<p>One.</p>"}], live=False)
    return topic.add_child(instance=page)


def saved_over(page, user):
    """A draft of ``user``'s, written over by autosave; whether it became a revision of its own."""
    revision = reload(page).get_latest_revision()
    before = revision.content["title"]
    draft = revision.as_object()
    draft.title = "Written over"
    saved = draft.save_revision(user=user, overwrite_revision=revision)
    assert reload(page).get_latest_revision_as_object().title == "Written over"
    if saved.pk == revision.pk:
        return False
    assert Revision.objects.get(pk=revision.pk).content["title"] == before
    return True


def test_a_draft_on_which_nothing_rests_is_written_over(page, admin_user):
    page.save_revision(user=admin_user)
    assert not saved_over(page, admin_user)


def test_what_was_handed_in_holds_still(page, admin_user):
    page.save_revision(user=admin_user)
    state = reload(page).get_workflow().start(reload(page), admin_user)
    assert saved_over(page, admin_user)
    assert state.task_states.first().revision.content["title"] == "Tablets"


def test_what_was_decided_on_holds_still(page, admin_user):
    revision = page.save_revision(user=admin_user)
    shown = digest_of(revision.as_object())
    request_changes(page_id=page.pk, shown=shown, user=a_reviewer(), declaration=declaration(note="Say more."))
    assert saved_over(page, admin_user)


def test_what_is_live_holds_still(page, admin_user):
    page.save_revision(user=admin_user)
    sign(page)
    assert saved_over(page, admin_user)
    assert current_review(reload(page)).is_shown


def test_what_waits_for_its_hour_holds_still(page, admin_user):
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision(user=admin_user)
    sign(page)
    assert Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    assert saved_over(page, admin_user)
    assert Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_autosave_in_the_admin_goes_on_in_a_revision_of_its_own(page, admin_client, admin_user):
    revision = page.save_revision(user=admin_user)
    sign(page)
    headers = {"accept": "application/json", "x-requested-with": "XMLHttpRequest"}
    url = edit_url(page)

    def autosave(title, over):
        data = edit_data(reload(page), title=title) | {
            "overwrite_revision_id": over,
            "loaded_revision_id": over,
            "loaded_revision_created_at": reload(page).get_latest_revision().created_at.isoformat(),
        }
        answer = admin_client.post(url, data, headers=headers)
        assert answer.json()["success"], answer.json()
        return answer.json()["revision_id"]

    second = autosave("First letter", revision.pk)
    assert second != revision.pk
    assert autosave("Second letter", second) == second
    assert Revision.objects.get(pk=revision.pk).content["title"] == "Tablets"
    assert current_review(reload(page)).is_shown


def test_a_draft_that_was_written_over_while_the_reviewer_read_it_is_not_signed(page):
    author = User.objects.create_superuser("root", password="not-used")
    revision = page.save_revision(user=author)
    shown = digest_of(revision.as_object())
    draft = revision.as_object()
    draft.title = "Written over"
    assert draft.save_revision(user=author, overwrite_revision=revision) == revision
    with pytest.raises(TextChangedError):
        approve(page_id=page.pk, shown=shown, user=a_reviewer(), declaration=declaration())
    assert not reload(page).live
