"""Who is told by e-mail, and that a letter which can't be sent keeps nobody from deciding."""

import pytest
from django.core import mail
from wagtail.users.models import UserProfile

from articles.models import Credential, ReviewDecision
from articles.review.signing import withdraw
from articles.review.submission import waiting_state
from tests.articles.review.desk.conftest import hand_in, reload
from tests.articles.review.desk.filling import press
from tests.reviewing import a_reviewer


@pytest.fixture
def sent(django_capture_on_commit_callbacks):
    """``sent(action)``: runs ``action`` and gives the letters that went out after it was in the database."""

    def _sent(action):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            action()
        return mail.outbox

    return _sent


@pytest.fixture
def broken_mail(settings):
    """No mail server answers."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1


def test_reviewers_who_may_decide_are_told_that_a_draft_waits(sent, reviewer, draft, editor):
    a_reviewer("tom")
    a_reviewer("old", valid_until="2021-01-01")
    page = draft("CAR T-cell therapy")
    letters = sent(lambda: hand_in(page, editor))
    assert sorted(letter.to[0] for letter in letters) == ["ruth@example.org", "tom@example.org"]
    assert letters[0].subject == "Waiting for your review: CAR T-cell therapy"
    assert f"/admin/reviews/{page.pk}/" in letters[0].body
    assert "Edith Brandt has handed in" in letters[0].body


def test_contributors_and_those_who_want_no_messages_are_not_told(sent, reviewer, draft, editor):
    page = draft("Written by Tom")
    page.summary = "Words of Tom."
    page.save_revision(user=a_reviewer("tom"))
    assert [letter.to for letter in sent(lambda: hand_in(page, editor))] == [["ruth@example.org"]]
    profile = UserProfile.get_for_user(reviewer)
    profile.submitted_notifications = False
    profile.save()
    assert [letter.to for letter in sent(lambda: hand_in(draft("Another"), editor))] == [["tom@example.org"]]


def test_draft_that_needs_no_reviewer_tells_none(sent, reviewer, topic, draft, editor):
    assert sent(lambda: hand_in(draft("A story", kind="story"), editor)) == []


@pytest.mark.parametrize(
    ("action", "changes", "subject", "words"),
    [
        ("approve", {}, "Approved: When myeloma returns", "Ruth Adler has approved"),
        ("changes", {"note": "Say for whom."}, "Changes requested: When myeloma returns", "Say for whom."),
        (
            "decline",
            {"interests": "My study", "has_none": ""},
            "Declined for a conflict of interest: When myeloma returns",
            "It goes on waiting for another reviewer.",
        ),
    ],
)
def test_whoever_handed_in_is_told_once(sent, client, reviewer, changed, action, changes, subject, words):
    client.force_login(reviewer)
    [letter] = sent(lambda: press(client, changed, action, **changes))
    assert letter.to == ["edith@example.org"]
    assert letter.subject == subject
    assert words in letter.body
    assert "My study" not in letter.body


def test_notes_on_passages_stand_in_the_letter_as_they_were_typed(sent, client, reviewer, changed):
    client.force_login(reviewer)
    passages = {
        "passages-0-words": "illness is <active>",
        "passages-0-note": "Say how & when.",
        "passages-0-place": "Title",
    }
    [letter] = sent(lambda: press(client, changed, "changes", **passages))
    assert "- Title, “illness is <active>”: Say how & when." in letter.body


def test_author_of_a_live_text_is_told_that_its_approval_is_withdrawn(sent, client, reviewer, article, editor):
    article.owner = editor
    article.save(update_fields=["owner"])
    [letter] = sent(lambda: withdraw(page_id=article.pk, user=reviewer, note="A new warning."))
    assert letter.to == ["edith@example.org"]
    assert "Readers no longer see the review." in letter.body
    assert "A new warning." in letter.body


def test_mail_server_that_does_not_answer_keeps_nobody_from_deciding(
    client, reviewer, changed, broken_mail, django_capture_on_commit_callbacks, caplog
):
    client.force_login(reviewer)
    with django_capture_on_commit_callbacks(execute=True):
        press(client, changed, "approve")
    assert reload(changed).title == "When myeloma returns"
    assert "could not be sent" in caplog.text
    assert "edith@example.org" not in caplog.text


def test_mail_server_that_does_not_answer_keeps_nobody_from_handing_in(
    reviewer, draft, editor, broken_mail, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        page = hand_in(draft("CAR T-cell therapy"), editor)
    assert waiting_state(reload(page))


def test_refused_decision_tells_nobody(sent, client, reviewer, changed):
    client.force_login(reviewer)
    assert sent(lambda: press(client, changed, "approve", due_on="")) == []
    assert ReviewDecision.objects.filter(page_id=changed.pk).count() == 1


def test_reviewer_whose_credential_begins_later_is_not_told(sent, reviewer, draft, editor):
    Credential.objects.update(valid_from="2999-01-01")
    assert sent(lambda: hand_in(draft("Too early"), editor)) == []
