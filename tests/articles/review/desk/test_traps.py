"""Ways around the desk, each of which ends with nothing signed: workflow addresses, unvalidated data, mails, locks."""

import json

import pytest
from django.urls import reverse
from wagtail.models import TaskState
from wagtail.test.utils.form_data import querydict_from_html

from articles.models import ReviewDecision
from articles.review.submission import waiting_state
from portal.models import User
from tests.articles.review.desk.conftest import hand_in, reload
from tests.reviewing import a_reviewer


@pytest.fixture
def administrator(db):
    """A superuser with a credential: whoever may do most."""
    user = a_reviewer("ada")
    user.is_superuser = True
    user.save()
    return user


@pytest.mark.parametrize("view", ["workflow_action", "collect_workflow_action_data"])
@pytest.mark.parametrize("action", ["approve", "reject"])
def test_workflow_address_decides_nothing_at_the_medical_step(client, administrator, changed, view, action):
    client.force_login(administrator)
    state = waiting_state(changed)
    url = reverse(f"wagtailadmin_pages:{view}", args=[changed.pk, action, state.pk])
    assert client.post(url, {"comment": "Fine."}).status_code == 302
    assert waiting_state(reload(changed)).status == TaskState.STATUS_IN_PROGRESS
    assert reload(changed).title == "When myeloma comes back"


def test_workflow_address_of_another_page_decides_nothing_on_this_one(
    client, administrator, changed, topic, sign_in_as
):
    """Wagtail asks for the right on the page of the address, and acts on the state that the address names."""
    author = sign_in_as("Authors")
    other = topic.add_child(instance=type(changed)(title="Other", slug="other", live=False, owner=author))
    hand_in(other, author)
    client.force_login(administrator)
    url = reverse("wagtailadmin_pages:workflow_action", args=[other.pk, "approve", waiting_state(changed).pk])
    client.post(url, {"comment": ""})
    assert waiting_state(reload(changed))
    assert reload(changed).title == "When myeloma comes back"
    assert ReviewDecision.objects.count() == 1


def test_extra_data_of_an_action_is_taken_only_as_far_as_its_form_asks(topic, editor, sign_in_as, changed):
    author = sign_in_as("Authors")
    page = topic.add_child(instance=type(changed)(title="Other", slug="other", live=False, owner=author))
    hand_in(page, author)
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, editor, "approve", comment="Good.", update=False, foo=[1])
    state.refresh_from_db()
    assert (state.status, state.comment) == (TaskState.STATUS_APPROVED, "Good.")
    assert waiting_state(reload(page))  # the workflow went on


def test_forged_action_in_the_editor_decides_nothing(client, administrator, changed):
    client.force_login(administrator)
    url = reverse("wagtailadmin_pages:edit", args=[changed.pk])
    data = querydict_from_html(client.get(url).content.decode(), form_id="page-edit-form")
    data.update(
        {
            "body-count": "0",
            "action-workflow-action": "true",
            "workflow-action-name": "approve",
            "workflow-action-extra-data": json.dumps({"comment": "Fine.", "update": False}),
        }
    )
    client.post(url, data)
    assert waiting_state(reload(changed))
    assert ReviewDecision.objects.count() == 1


def test_medical_step_opens_the_editor_to_nobody_for_writing(changed):
    stranger = a_reviewer("tom")
    stranger.groups.clear()
    assert not changed.permissions_for_user(stranger).can_edit()
    assert not TaskState.objects.reviewable_by(stranger).exists()


def test_superusers_without_a_credential_are_told_and_not_sent_away(client, changed):
    client.force_login(User.objects.create_superuser("root", password="not-used"))
    response = client.get(reverse("review", args=[changed.pk]))
    assert response.status_code == 200
    assert "You can’t decide on this text" in response.content.decode()
