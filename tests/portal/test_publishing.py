"""What stops in the middle of a publication leaves nothing half public, and the draft where it was."""

import pytest
from django.urls import reverse
from wagtail.actions import publish_revision, unpublish
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageLogEntry
from wagtail.signals import page_published, page_unpublished

from articles.models import TopicPage
from portal.models import User

STOPPED = RuntimeError("Stopped.")


class Stops:
    """Takes the place of a step, and never comes back."""

    def __call__(self, *args, **kwargs):
        raise STOPPED


@pytest.fixture(params=["the history", "whoever hears of it"])
def stopped(request, monkeypatch):
    """Every publication and its contrary stop once the row is saved."""
    if request.param == "the history":
        for action in (publish_revision, unpublish):
            monkeypatch.setattr(action, "log", Stops())
        yield
        return
    receiver = Stops()
    for signal in (page_published, page_unpublished):
        signal.connect(receiver)
    yield
    for signal in (page_published, page_unpublished):
        signal.disconnect(receiver)


def logged(page, action):
    return PageLogEntry.objects.filter(page=page.pk, action=action).count()


@pytest.mark.usefixtures("stopped")
def test_a_text_goes_live_whole_or_not_at_all(topic):
    topic.title = "Another title"
    with pytest.raises(RuntimeError):
        topic.save_revision().publish()
    there = TopicPage.objects.get(pk=topic.pk)
    assert there.title != "Another title"
    assert there.get_latest_revision_as_object().title == "Another title"  # nothing is lost
    assert not logged(topic, "wagtail.publish")


@pytest.mark.usefixtures("stopped")
def test_a_text_is_taken_away_whole_or_not_at_all(topic):
    with pytest.raises(RuntimeError):
        topic.unpublish()
    assert Page.objects.get(pk=topic.pk).live
    assert not logged(topic, "wagtail.unpublish")


def test_of_many_that_are_taken_away_together_what_is_gone_stays_gone(topic, monkeypatch):
    below = topic.add_child(instance=TopicPage(title="Below", slug="below"))
    log = unpublish.log

    def stops_below(*args, instance, **kwargs):
        if instance.pk == below.pk:
            raise STOPPED
        return log(*args, instance=instance, **kwargs)

    monkeypatch.setattr(unpublish, "log", stops_below)
    with pytest.raises(RuntimeError):
        UnpublishPageAction(topic, user=User.objects.create_superuser("chief"), include_descendants=True).execute()
    assert not Page.objects.get(pk=topic.pk).live
    assert logged(topic, "wagtail.unpublish")
    assert Page.objects.get(pk=below.pk).live


@pytest.mark.usefixtures("stopped")
def test_a_new_page_goes_live_whole_or_not_at_all(admin_client, topic):
    admin_client.raise_request_exception = False
    parent = topic.get_parent()
    address = reverse("wagtailadmin_pages:add", args=["articles", "topicpage", parent.pk])
    form = admin_client.get(address).context["form"]
    fields = {name: form.get_initial_for_field(field, name) or "" for name, field in form.fields.items()}
    for formset in form.formsets.values():
        fields |= {
            f"{formset.prefix}-{name}": value
            for name, value in {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 0}.items()
        }
    fields |= {"title": "New", "slug": "new", "action-publish": "1"}
    assert admin_client.post(address, fields).status_code == 500
    assert not Page.objects.filter(slug="new").exists()
