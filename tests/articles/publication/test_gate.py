"""Nothing that blocks goes live, whatever the route; the draft is kept, and whoever waits gets a sentence."""

import datetime
from html import unescape
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page, PageLogEntry, Revision

from articles.models import ArticlePage, Reference
from articles.publication import gate
from articles.publication.gate import PublicationRefusedError
from portal.jobs import JOBS
from tests.articles.publication.conftest import text
from tests.articles.publication.editing import edit_data, edit_url
from tests.reviewing import enter_approval

BROKEN = text("<p>A claim.[[ref:nobody]]</p>")
SOUND = text("<p>A claim.[[ref:moreau-2021]]</p>")

pytestmark = pytest.mark.usefixtures("reference")


@pytest.fixture
def draft(draft):
    """The same, with its words approved: nothing keeps it back but what the test puts in."""

    def make(*blocks, **options):
        page = draft(*blocks, **options)
        enter_approval(page)
        return page

    return make


def is_live(page):
    return ArticlePage.objects.get(pk=page.pk).live


def sentences(response):
    return [unescape(str(message)) for message in response.context["messages"]]


@pytest.mark.parametrize("body", [BROKEN, text("<p>One[[ref:1]]</p>")])
def test_publishing_a_revision_is_refused(draft, body):
    page = draft(body)
    with pytest.raises(PublicationRefusedError, match="can't go live yet"):
        page.save_revision().publish()
    assert not is_live(page)


def test_what_is_in_order_goes_live(draft):
    page = draft(SOUND)
    page.save_revision().publish()
    assert is_live(page)


def test_number_without_a_reference_keeps_information_back_and_lets_a_story_go(draft):
    with pytest.raises(PublicationRefusedError, match="Number 1"):
        draft(text("<p>[[ref:1]]</p>")).save_revision().publish()
    story = draft(text("<p>[[ref:1]]</p>"), kind="story")
    story.save_revision().publish()
    assert is_live(story)


def test_shell_cannot_put_it_live(draft):
    page = draft(BROKEN)
    page.live = True
    with pytest.raises(PublicationRefusedError):
        page.save()
    with pytest.raises(PublicationRefusedError):
        page.save(update_fields=["live"])
    base = Page.objects.get(pk=page.pk)
    base.live = True
    with pytest.raises(PublicationRefusedError):
        base.save()
    assert not is_live(page)


def test_page_cannot_be_born_live(topic):
    with pytest.raises(PublicationRefusedError):
        topic.add_child(instance=ArticlePage(title="Born live", body=[BROKEN]))
    assert not ArticlePage.objects.exists()


def test_later_draft_with_problems_leaves_the_live_version_up(draft):
    page = draft(SOUND)
    page.save_revision().publish()
    page.body = [BROKEN]
    revision = page.save_revision()
    with pytest.raises(PublicationRefusedError):
        revision.publish()
    live = ArticlePage.objects.get(pk=page.pk)
    assert live.live
    assert "moreau-2021" in str(live.body)
    assert "nobody" in str(live.get_latest_revision_as_object().body)


def test_live_page_can_always_be_taken_down(draft):
    page = draft(SOUND)
    page.save_revision().publish()
    ArticlePage.objects.filter(pk=page.pk).update(body=[("text", "<p>[[ref:nobody]]</p>")])
    ArticlePage.objects.get(pk=page.pk).unpublish()
    assert not is_live(page)


def test_copy_that_stays_live_is_refused(draft, topic):
    page = draft(SOUND)
    page.save_revision().publish()
    ArticlePage.objects.filter(pk=page.pk).update(body=[("text", "<p>[[ref:nobody]]</p>")])
    page = ArticlePage.objects.get(pk=page.pk)
    with pytest.raises(PublicationRefusedError):
        page.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert not page.copy(update_attrs={"slug": "draft-copy"}, keep_live=False).live


def test_alias_of_a_broken_page_cannot_be_made_or_turned_into_a_live_page(draft):
    page = draft(SOUND)
    page.save_revision().publish()
    alias = ArticlePage.objects.get(pk=page.pk).create_alias(update_slug="alias")
    broken = ArticlePage.objects.filter(pk__in=[page.pk, alias.pk])
    broken.update(body=[("text", "<p>[[ref:nobody]]</p>")])
    with pytest.raises(PublicationRefusedError):
        ArticlePage.objects.get(pk=page.pk).create_alias(update_slug="second-alias")
    with pytest.raises(PublicationRefusedError):
        ConvertAliasPageAction(ArticlePage.objects.get(pk=alias.pk)).execute(skip_permission_checks=True)


def test_publish_button_keeps_the_draft_and_says_why(draft, admin_client, monkeypatch):
    """Also for a condition that the form does not know."""
    page = draft(SOUND)
    page.save_revision()
    edit = edit_url(page)
    monkeypatch.setattr("articles.publication.form.ArticleForm._add_what_blocks", lambda form: None)
    monkeypatch.setattr(gate, "CONDITIONS", [*gate.CONDITIONS, lambda article: ["A reviewer must approve it."]])
    response = admin_client.post(edit, edit_data(page, title="New title") | {"action-publish": "1"}, follow=True)
    assert response.redirect_chain[-1][0] == edit
    assert any("A reviewer must approve it. Your draft is saved." in sentence for sentence in sentences(response))
    page = ArticlePage.objects.get(pk=page.pk)
    assert not page.live
    assert page.get_latest_revision_as_object().title == "New title"


def test_end_of_a_workflow_is_refused_with_a_sentence_and_nothing_is_half_done(
    draft, admin_client, admin_user, approval
):
    page = draft(BROKEN)
    page.save_revision()
    state = approval.start(page, admin_user)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk])
    response = admin_client.post(url, {"comment": "Fine"}, follow=True)
    assert any("can't go live yet" in sentence for sentence in sentences(response))
    state.refresh_from_db()
    assert state.status == "in_progress"
    assert not is_live(page)
    in_a_modal = admin_client.post(url, {"comment": "Fine"}, headers={"x-requested-with": "XMLHttpRequest"})
    assert in_a_modal.json()["redirect"] == reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_bulk_publishing_brings_live_what_may_and_names_the_rest(draft, admin_client):
    broken, sound = draft(BROKEN), draft(SOUND)
    for page in (broken, sound):
        page.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = admin_client.post(f"{url}?id={broken.pk}&id={sound.pk}", follow=True)
    assert (is_live(broken), is_live(sound)) == (False, True)
    assert any(f"“{broken.title}” can't go live yet" in sentence for sentence in sentences(response))


def test_bulk_publishing_refuses_a_block_that_nobody_filled_in_as_the_publish_button_does(draft, admin_client):
    page = draft({"type": "care_card", "value": {"urgency": "emergency", "items": ["<p></p>"]}})
    page.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = admin_client.post(f"{url}?id={page.pk}", follow=True)
    assert not is_live(page)
    assert any("Block 2, Care card: Not filled in yet: If." in sentence for sentence in sentences(response))


def test_bulk_publishing_with_what_stands_below_does_the_same(draft, admin_client, topic):
    broken, sound = draft(BROKEN), draft(SOUND)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    admin_client.post(f"{url}?id={topic.pk}", {"include_descendants": "on"})
    assert (is_live(broken), is_live(sound)) == (False, True)


@pytest.fixture
def scheduled(draft, admin_user):
    """Two drafts whose hour has come: one with a broken citation, one in order."""
    pages = []
    for body in (BROKEN, SOUND):
        page = draft(body)
        page.go_live_at = timezone.now() - datetime.timedelta(minutes=5)
        revision = page.save_revision(user=admin_user)
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=page.go_live_at)
        pages.append(page)
    return pages


def test_scheduled_page_with_problems_steps_aside_and_the_others_go_live(
    scheduled, mailoutbox, admin_user, django_capture_on_commit_callbacks
):
    broken, sound = scheduled
    with django_capture_on_commit_callbacks(execute=True):
        call_command("publish_scheduled", stderr=StringIO())
    assert (is_live(broken), is_live(sound)) == (False, True)
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    entry = PageLogEntry.objects.get(page=broken.pk, action="articles.publication_refused")
    assert "Not published on its date: Block 2, Text: The library has no reference “nobody”." in entry.message
    (mail,) = mailoutbox
    assert mail.to == [admin_user.email]
    assert broken.title in mail.subject
    assert "nobody" in mail.body


def test_the_workers_job_does_the_same(scheduled):
    assert JOBS["publish_scheduled"].run() == "1 not published"
    assert [is_live(page) for page in scheduled] == [False, True]
    assert JOBS["publish_scheduled"].run() == ""


def test_dry_run_of_scheduled_publication_changes_nothing(scheduled, mailoutbox):
    said = StringIO()
    call_command("publish_scheduled", dryrun=True, stdout=StringIO(), stderr=said)
    assert "Not published" in said.getvalue()
    assert Revision.objects.filter(approved_go_live_at__isnull=False).count() == 2
    assert not PageLogEntry.objects.filter(action="articles.publication_refused").exists()
    assert mailoutbox == []


def test_mail_server_that_is_down_keeps_no_page_from_going_live(
    scheduled, settings, admin_user, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 9  # nobody answers
    with django_capture_on_commit_callbacks(execute=True):
        call_command("publish_scheduled", stderr=StringIO())
    assert admin_user.letters.get().subject == f"Not published: {scheduled[0].title}"
    assert is_live(scheduled[1])


def test_new_condition_holds_on_every_route(draft, monkeypatch):
    monkeypatch.setattr(gate, "CONDITIONS", [*gate.CONDITIONS, lambda article: ["A reviewer must approve it."]])
    with pytest.raises(PublicationRefusedError, match="A reviewer must approve it"):
        draft(SOUND).save_revision().publish()


def test_draft_of_a_live_page_is_saved_without_asking_the_gate(draft, monkeypatch):
    page = draft(SOUND)
    page.save_revision().publish()
    asked = []
    monkeypatch.setattr(gate, "CONDITIONS", [lambda article: asked.append(article) or []])
    page = ArticlePage.objects.get(pk=page.pk)
    page.body = [BROKEN]
    page.save_revision()
    assert asked == []


def test_gate_adds_at_most_three_queries_for_each_of_its_two_conditions(draft, django_assert_max_num_queries):
    page = draft(*[SOUND] * 40, sources=[("1", Reference.objects.get())])
    page = ArticlePage.objects.get(pk=page.pk)
    with django_assert_max_num_queries(6):
        gate.demand_publishable(page)
