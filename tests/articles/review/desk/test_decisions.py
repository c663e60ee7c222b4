"""What each button does, and what keeps it from doing it. Nothing that was typed is ever lost."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from articles.models import Credential, ReviewDecision
from articles.review.current import current_review
from articles.review.signing import CHECKLIST
from articles.review.submission import waiting_state
from tests.articles.review.desk.conftest import community_day, hand_in, reload, sign_before
from tests.articles.review.desk.filling import decisions, filled, hidden, press, screen, was_refused
from tests.reviewing import a_reviewer

Outcome = ReviewDecision.Outcome


def test_approval_publishes_the_draft_under_the_reviewers_name(client, reviewer, changed):
    client.force_login(reviewer)
    response = press(client, changed, "approve", follow=True)
    assert response.url == reverse("review_desk")
    live = reload(changed)
    review = current_review(live)
    assert live.title == "When myeloma returns"
    assert review.decision.reviewer_name == "Ruth Adler"
    assert review.decision.declared_interests == "None"
    assert review.decision.checklist == dict.fromkeys(CHECKLIST, True)
    assert waiting_state(live) is None
    assert "Readers see it under your name." in client.get(response.url).content.decode()


def test_reviewer_who_may_not_publish_publishes_by_approving(client, reviewer, changed):
    assert not changed.permissions_for_user(reviewer).can_publish()
    client.force_login(reviewer)
    press(client, changed, "approve")
    assert reload(changed).title == "When myeloma returns"


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"has_none": ""}, "Declare your interests, or tick that you have none."),
        ({"interests": "Shares"}, "You ticked that you have none."),
        ({"checklist": list(CHECKLIST)[1:]}, "Tick every point, or ask for changes."),
        ({"due_on": ""}, "Say when the next review is due."),
        ({"due_on": "2020-01-01"}, "Choose a day after today"),
        ({"due_on": "someday"}, "Enter a valid date."),
        ({"due_on": (timezone.localdate() + timedelta(days=1200)).isoformat()}, "Choose a day after today"),
        ({"passages-0-words": "again"}, "Say what should change here."),
    ],
)
def test_approval_asks_for_what_is_missing(client, reviewer, changed, missing, sentence):
    client.force_login(reviewer)
    response = press(client, changed, "approve", **{"note": "Well told.", **missing})
    assert "Well told." in was_refused(response, changed, sentence)
    assert reload(changed).title == "When myeloma comes back"


def test_changes_are_asked_for_at_passages(client, reviewer, changed):
    client.force_login(reviewer)
    press(
        client,
        changed,
        "changes",
        **{
            "checklist": [],
            "has_none": "",
            "due_on": "",
            "note": "Nearly there.",
            "passages-0-words": "illness is active",
            "passages-0-note": "Say how one knows.",
            "passages-2-place": "Title",
            "passages-2-note": "Too long.",
        },
    )
    decision = ReviewDecision.objects.last()
    assert decision.outcome == Outcome.CHANGES
    assert decision.passages == [
        {"place": "Block 1, Text", "words": "illness is active", "note": "Say how one knows."},
        {"place": "Title", "words": "", "note": "Too long."},
    ]
    assert waiting_state(reload(changed)) is None
    state = changed.current_workflow_state
    assert state.status == state.STATUS_NEEDS_CHANGES
    assert "“illness is active”: Say how one knows." in state.current_task_state.comment
    assert "Title: Too long." in state.current_task_state.comment
    assert reload(changed).title == "When myeloma comes back"
    assert "Say how one knows." in screen(client, changed)


def test_asking_for_changes_needs_words(client, reviewer, changed):
    client.force_login(reviewer)
    was_refused(press(client, changed, "changes"), changed, "Say what should change, here or at a passage.")


def test_note_on_nothing_is_sent_back(client, reviewer, changed):
    client.force_login(reviewer)
    response = press(client, changed, "changes", **{"passages-1-note": "Wrong."})
    was_refused(response, changed, "Choose a part of the text, or quote its words.", "Wrong.")


def test_conflict_of_interest_leaves_the_draft_waiting_for_others(client, reviewer, changed):
    client.force_login(reviewer)
    press(client, changed, "decline", interests="My study", has_none="")
    assert ReviewDecision.objects.last().declared_interests == "My study"
    assert waiting_state(reload(changed))
    page = client.get(reverse("review_desk")).content.decode()
    assert "for a conflict of interest" in page
    assert "Nothing waits for you." in page
    assert "My study" in screen(client, changed)
    client.force_login(a_reviewer("tom"))
    assert "Nothing waits for you." not in client.get(reverse("review_desk")).content.decode()


def test_declining_needs_the_conflict(client, reviewer, changed):
    client.force_login(reviewer)
    was_refused(press(client, changed, "decline"), changed, "Name the conflict of interest.")


def test_credential_that_ended_meanwhile_refuses_and_keeps_what_was_typed(client, reviewer, changed):
    client.force_login(reviewer)
    html = screen(client, changed)
    reviewer.groups.set(Group.objects.filter(name="Moderators"))  # nothing else opens the review to them
    Credential.objects.update(valid_until=timezone.localdate() - timedelta(days=1))
    response = press(client, changed, "approve", html=html, note="Half an hour of work.")
    was_refused(response, changed, "You have no credential that is valid today.", "Half an hour of work.")


def test_reviewer_who_wrote_on_the_draft_meanwhile_cant_sign_it(client, reviewer, changed):
    client.force_login(reviewer)
    html = screen(client, changed)
    changed.summary = "Words of the reviewer."
    changed.save_revision(user=reviewer)
    was_refused(press(client, changed, "approve", html=html), changed, "You contributed to this text.")


def test_superuser_and_editor_cant_sign_by_sending_the_form(client, reviewer, changed, editor, django_user_model):
    client.force_login(reviewer)
    html = screen(client, changed)
    for user in (django_user_model.objects.create_superuser("admin", password="not-used"), editor):
        client.force_login(user)
        was_refused(press(client, changed, "approve", html=html), changed, "You have no credential")


def test_author_cant_sign_by_sending_the_form(client, reviewer, changed, sign_in_as):
    client.force_login(reviewer)
    html = screen(client, changed)
    sign_in_as("Authors")
    assert press(client, changed, "approve", html=html).status_code == 302
    assert decisions(changed) == [Outcome.APPROVED]


def test_draft_at_the_editors_step_cant_be_signed(client, reviewer, draft, sign_in_as):
    client.force_login(reviewer)
    page = draft("Not handed in")
    html = screen(client, page)
    author = sign_in_as("Authors")
    page.get_workflow().start(page, author)
    client.force_login(reviewer)
    response = press(client, page, "approve", html=html)
    assert "The draft waits for an editor first." in response.content.decode()
    assert decisions(page) == []


def test_what_blocks_publication_refuses_the_approval_and_not_the_wish_for_changes(client, reviewer, draft, editor):
    page = hand_in(draft("Blocked", body=[{"type": "text", "value": "<p>So[[ref:nobody]].</p>"}]), editor)
    client.force_login(reviewer)
    response = press(client, page, "approve", note="Fine otherwise.")
    assert "Ask for changes." in response.content.decode()
    assert decisions(page) == []
    press(client, page, "changes", note="Add the source.")
    assert decisions(page) == [Outcome.CHANGES]


def test_reviewed_again_takes_one_form(client, reviewer, draft):
    page = draft("Late")
    sign_before(page, days=400, due_in=-3)
    client.force_login(reviewer)
    html = screen(client, page)
    assert "Reviewed again, nothing to change" in html
    before = reload(page).latest_revision_id
    press(client, page, "approve", html=html, text="live")
    review = current_review(reload(page))
    assert review.decision.reviewed_on == community_day()
    assert reload(page).latest_revision_id == before


def test_form_without_a_button_decides_nothing(client, reviewer, changed):
    client.force_login(reviewer)
    html = screen(client, changed)
    data = filled(html, "approve")
    del data["action-approve"]
    response = client.post(reverse("review", args=[changed.pk]), data)
    was_refused(response, changed, "Press one of the buttons")


def test_form_carries_what_is_shown_now_after_every_refusal(client, reviewer, changed):
    client.force_login(reviewer)
    html = screen(client, changed)
    again = press(client, changed, "approve", html=html, due_on="").content.decode()
    assert hidden(again)["shown"] == hidden(html)["shown"]
    assert hidden(again)["seen"] == hidden(html)["seen"]


def test_part_that_is_gone_stays_chosen(client, reviewer, changed):
    client.force_login(reviewer)
    response = press(
        client, changed, "changes", **{"passages-0-place": "Block 9, Table", "passages-0-note": "", "note": "x"}
    )
    assert '<option value="Block 9, Table" selected>' in response.content.decode()
