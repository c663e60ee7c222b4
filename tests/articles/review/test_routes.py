"""Every way to the public, tried by everybody: none ends with a reviewer's name over words that were not approved, the
approved text stays up, the draft is kept, and whoever waits is told why.
"""

from datetime import timedelta
from html import unescape
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.urls import path, resolve, reverse
from django.utils import timezone
from wagtail.api.v3.urls import api
from wagtail.models import APIToken, Locale, Page, Revision

from articles.models import ArticlePage, TopicPage
from articles.publication.gate import PublicationRefusedError
from articles.review.current import current_review, needs_review
from consent.posting.limits import LIMITS
from portal import urls
from portal.models import User
from tests.articles.publication.editing import edit_data, edit_url
from tests.reviewing import a_reviewer, add_live, sign

urlpatterns = [path("api/v3/", api.urls), *urls.urlpatterns]
REVIEWER = "Ruth Adler"
PEOPLE = ["author", "editor", "reviewing author", "expired reviewer", "superuser"]


def reload(page):
    return ArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def author(db):
    user = User.objects.create_user("author", password="not-used")
    user.groups.add(Group.objects.get(name="Authors"))
    return user


@pytest.fixture
def page(topic, author):
    """A live, approved article with a newer draft, in which the author changed one letter."""
    page = ArticlePage(
        title="When myeloma comes back",
        slug="back",
        summary="What a relapse means.",
        body=[{"type": "text", "value": "<p>Take one tablet a day.</p>"}],
        owner=author,
    )
    add_live(topic, page)
    change(page, author)
    return reload(page)


def change(page, user):
    page = reload(page)
    page.body = [{"type": "text", "value": "<p>Take nine tablets a day.</p>"}]
    return page.save_revision(user=user)


@pytest.fixture
def somebody(request, author, client):
    """One of ``PEOPLE``, signed in."""
    kind = request.param
    if kind == "author":
        user = author
    elif kind == "superuser":
        user = User.objects.create_superuser("root", password="not-used")
    elif kind == "editor":
        user = User.objects.create_user("editor", password="not-used")
    elif kind == "reviewing author":
        user = a_reviewer("vera")
    else:
        yesterday = timezone.localdate() - timedelta(days=1)
        user = a_reviewer("otto", valid_until=yesterday)
    if kind in ("editor", "reviewing author", "expired reviewer"):
        user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return user


everybody = pytest.mark.parametrize("somebody", PEOPLE, indirect=True)


def sentences(response):
    return [unescape(str(message)) for message in response.context["messages"]] if response.context else []


def is_told(response):
    """Whether whoever sent the form is told that the text is not approved."""
    errors = getattr((response.context or {}).get("form"), "errors", "")
    said = " ".join([*sentences(response), unescape(str(errors))])
    return "medical reviewer" in said


def nothing_unapproved_is_shown(client, page, *, up=True):
    """No page that anybody can open shows the reviewer's name over other words than those that were approved."""
    client.logout()
    for each in ArticlePage.objects.live():
        review = current_review(each)
        response = client.get(each.url)
        assert response.status_code == 200
        html = response.content.decode()
        if not review.is_shown:
            assert REVIEWER not in html
        if needs_review(each) and "nine tablets" in html:
            assert not review.is_shown
    live = reload(page)
    assert live.live is up
    if up:
        assert "one tablet" in str(live.body)
        assert current_review(live).is_shown
    return True


def draft_is_kept(page):
    return "nine tablets" in str(reload(page).get_latest_revision_as_object().body)


# --- In the admin -------------------------------------------------------------------------------------


def with_draft(page, **values):
    return edit_data(reload(page).get_latest_revision_as_object(), **values)


@everybody
def test_publish_button(somebody, client, page):
    response = client.post(edit_url(page), with_draft(page) | {"action-publish": "1"}, follow=True)
    assert draft_is_kept(page)
    may_publish = reload(page).permissions_for_user(somebody).can_publish()
    assert is_told(response) or not may_publish
    assert nothing_unapproved_is_shown(client, page)


@everybody
def test_publish_button_of_an_older_version(somebody, client, page, author):
    bad = reload(page).get_latest_revision()
    sound = reload(page)
    sound.save_revision(user=author)
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, bad.pk])
    client.get(url)
    data = edit_data(bad.as_object()) | {"action-publish": "1", "revision": bad.pk}
    client.post(edit_url(page), data, follow=True)
    assert "nine tablets" in str(Revision.objects.get(pk=bad.pk).as_object().body)
    assert nothing_unapproved_is_shown(client, page)


@everybody
def test_publishing_at_an_hour_to_come(somebody, client, page):
    hour = timezone.localtime(timezone.now() + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
    client.post(edit_url(page), with_draft(page, go_live_at=hour) | {"action-publish": "1"}, follow=True)
    assert draft_is_kept(page)
    Revision.objects.filter(approved_go_live_at__isnull=False).update(
        approved_go_live_at=timezone.now() - timedelta(hours=1)
    )
    call_command("publish_scheduled", stdout=StringIO(), stderr=StringIO())
    assert nothing_unapproved_is_shown(client, page)


def submit(page, user):
    return reload(page).get_workflow().start(reload(page), user)


@everybody
@pytest.mark.parametrize("action", ["approve", "reject"])
def test_end_of_the_workflow_without_a_review(somebody, client, page, author, action):
    state = submit(page, author)
    for _step in range(3):
        state.refresh_from_db()
        step = state.current_task_state
        url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, step.pk])
        client.post(url, {"comment": "Fine", "digest": "v1:0", "workflow-action-extra-data": '{"approved": true}'})
    assert draft_is_kept(page)
    assert nothing_unapproved_is_shown(client, page)


@everybody
def test_end_of_the_workflow_from_the_editor_with_data_of_ones_own(somebody, client, page, author):
    state = submit(page, author)
    editor = User.objects.create_superuser("chief", password="not-used")
    state.current_task_state.task.specific.on_action(state.current_task_state, editor, "approve")
    state.refresh_from_db()
    extra = '{"comment": "Fine", "user": 1, "update": true, "revision": 1}'
    data = with_draft(page) | {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": extra,
    }
    client.post(edit_url(page), data, follow=True)
    assert draft_is_kept(page)
    assert nothing_unapproved_is_shown(client, page)


@everybody
def test_workflow_address_of_one_page_with_the_step_of_another(somebody, client, page, author, topic):
    """The address names a page that waits for an editor; the step is the reviewer's of the other page."""
    state = submit(page, author)
    chief = User.objects.create_superuser("chief", password="not-used")
    state.current_task_state.task.specific.on_action(state.current_task_state, chief, "approve")
    state.refresh_from_db()
    other = ArticlePage(title="Other", slug="other", live=False, owner=somebody)
    topic.add_child(instance=other)
    other.save_revision(user=somebody)
    other.get_workflow().start(other, author)
    url = reverse("wagtailadmin_pages:workflow_action", args=[other.pk, "approve", state.current_task_state.pk])
    client.post(url, {"comment": "Fine"}, follow=True)
    state.refresh_from_db()
    assert state.status == "in_progress"
    assert nothing_unapproved_is_shown(client, page)


@everybody
def test_step_of_a_workflow_that_is_over(somebody, client, page, author):
    state = submit(page, author)
    step = state.current_task_state
    state.cancel(user=author)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk])
    client.post(url, {"comment": "Fine"}, follow=True)
    second = submit(page, author)
    client.post(url, {"comment": "Fine"}, follow=True)
    second.refresh_from_db()
    assert second.status == "in_progress"
    assert draft_is_kept(page)
    assert nothing_unapproved_is_shown(client, page)


@everybody
@pytest.mark.parametrize("with_children", [False, True])
def test_publishing_many_at_once(somebody, client, page, topic, with_children):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    chosen = topic if with_children else page
    client.post(f"{url}?id={chosen.pk}", {"include_descendants": "on"} if with_children else {}, follow=True)
    assert draft_is_kept(page)
    assert nothing_unapproved_is_shown(client, page)


@everybody
@pytest.mark.parametrize("alias", ["", "on"])
@pytest.mark.parametrize("whole_topic", [False, True])
def test_copy_that_stays_live(somebody, client, page, topic, alias, whole_topic):
    chosen = topic if whole_topic else page
    before = Page.objects.count()
    data = {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": chosen.get_parent().pk,
        "publish_copies": "on",
        "copy_subpages": "on",
        "alias": alias,
    }
    response = client.post(reverse("wagtailadmin_pages:copy", args=[chosen.pk]), data, follow=True)
    copies = ArticlePage.objects.exclude(pk=page.pk)
    assert not [copied for copied in copies if copied.live and not copied.alias_of_id]
    if not alias and topic.permissions_for_user(somebody).can_publish_subpage():
        assert is_told(response)
        assert Page.objects.count() == before  # all or nothing
    for copied in copies.filter(alias_of=page):
        assert "one tablet" in str(copied.body)
    assert nothing_unapproved_is_shown(client, page)


@everybody
def test_alias_that_is_turned_into_a_page(somebody, client, page):
    alias = reload(page).create_alias(update_slug="alias")
    assert current_review(reload(alias)).is_shown
    response = client.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]), follow=True)
    if reload(page).permissions_for_user(somebody).can_publish():
        assert is_told(response)
    assert reload(alias).alias_of_id == page.pk or not current_review(reload(alias)).is_shown
    assert nothing_unapproved_is_shown(client, page)


@everybody
def test_translation(somebody, client, page):
    spanish = Locale.objects.create(language_code="es")
    translated = reload(page).copy_for_translation(spanish, copy_parents=True)
    assert not translated.live
    client.post(edit_url(translated), edit_data(translated) | {"action-publish": "1"}, follow=True)
    assert not reload(translated).live
    assert nothing_unapproved_is_shown(client, page)


@everybody
@pytest.mark.urls("tests.articles.review.test_routes")
def test_the_programming_interface_of_the_admin(somebody, client, page, monkeypatch):
    publish = f"/api/v3/pages/{page.pk}/actions/publish/"
    for address in (publish, f"/api/v3/pages/{page.pk}/"):
        monkeypatch.setitem(LIMITS, resolve(address, "tests.articles.review.test_routes").view_name, LIMITS["staff"])
    key = APIToken.generate_token()
    APIToken.objects.create(user=somebody, name="robot", key_hash=APIToken.hash_token(key))
    headers = {"Authorization": f"Bearer {key}"}
    answer = client.post(publish, headers=headers, content_type="application/json")
    if reload(page).permissions_for_user(somebody).can_publish():
        assert answer.status_code in (400, 409, 422), answer.content
        assert "medical reviewer" in answer.content.decode()
    change_too = client.patch(
        f"/api/v3/pages/{page.pk}/",
        {"title": "Another title", "meta": {"action": "publish"}},
        headers=headers,
        content_type="application/json",
    )
    assert change_too.status_code != 200
    assert reload(page).title != "Another title"
    assert nothing_unapproved_is_shown(client, page)


@everybody
def test_move_keeps_the_line_of_what_is_approved_and_of_nothing_else(somebody, client, page, community):
    elsewhere = community.root_page.add_child(instance=TopicPage(title="Elsewhere", slug="elsewhere"))
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, elsewhere.pk])
    client.post(url, follow=True)
    assert nothing_unapproved_is_shown(client, page)


# --- By programs --------------------------------------------------------------------------------------


def test_copying_a_topic_by_code_keeps_nothing_live_that_is_not_approved(page, topic, client):
    with pytest.raises(Exception, match="medical reviewer"):
        topic.copy(recursive=True, update_attrs={"slug": "copy"}, keep_live=True)
    assert nothing_unapproved_is_shown(client, page)


def test_step_of_the_reviewer_by_code(page, author, client):
    state = submit(page, author)
    state.current_task_state.approve(user=author)
    state.refresh_from_db()
    step = state.current_task_state
    for action in (lambda: step.approve(user=author), lambda: step.task.specific.on_action(step, author, "approve")):
        with pytest.raises(PublicationRefusedError, match="medical reviewer"), transaction.atomic():
            action()
        state.refresh_from_db()
        assert state.status == "in_progress"
    assert nothing_unapproved_is_shown(client, page)


def test_one_refusal_at_its_hour_is_told_and_lets_the_others_go(
    page, topic, author, client, django_capture_on_commit_callbacks
):
    author.email = "author@example.org"
    author.save()
    ready = ArticlePage(title="Ready", slug="ready", body=[{"type": "text", "value": "<p>Ready.</p>"}], live=False)
    topic.add_child(instance=ready)
    ready.go_live_at = timezone.now() + timedelta(hours=1)
    ready.save_revision()
    sign(ready)
    assert not reload(ready).live
    Revision.objects.filter(pk=page.latest_revision_id).update(
        approved_go_live_at=timezone.now() + timedelta(minutes=1)
    )
    due = Revision.objects.filter(approved_go_live_at__isnull=False)
    assert due.count() == 2
    due.update(approved_go_live_at=timezone.now() - timedelta(hours=1))
    for revision in Revision.objects.filter(object_id=str(ready.pk)):
        revision.content["go_live_at"] = (timezone.now() - timedelta(hours=1)).isoformat()
        revision.save()
    with django_capture_on_commit_callbacks(execute=True):
        call_command("publish_scheduled", stdout=StringIO(), stderr=StringIO())
    assert reload(ready).live
    assert current_review(reload(ready)).is_shown
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    [letter] = mail.outbox
    assert letter.to == ["author@example.org"]
    assert "medical reviewer" in letter.body
    assert draft_is_kept(page)
    assert nothing_unapproved_is_shown(client, page)


def test_what_was_approved_for_an_hour_to_come_and_changed_before_it_is_refused(page, client):
    draft = reload(page).get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    draft.save_revision()
    sign(page)
    assert "one tablet" in str(reload(page).body)
    revision = Revision.objects.get(approved_go_live_at__isnull=False)
    revision.content["summary"] = "Something else."
    revision.content["go_live_at"] = (timezone.now() - timedelta(hours=1)).isoformat()
    revision.save()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(hours=1))
    call_command("publish_scheduled", stdout=StringIO(), stderr=StringIO())
    assert nothing_unapproved_is_shown(client, page)
