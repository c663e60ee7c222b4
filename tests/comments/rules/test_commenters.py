"""Notes, browsers that are forgotten, and the mark of those who have died."""

import pytest
from wagtail.models import ModelLogEntry

from comments.models import Comment, CommenterNote, ConversationSettings, FollowUp
from comments.models.comment import State
from comments.rules import commenters
from comments.rules.commenters import add_note, forget_browsers, set_memorial
from comments.rules.deciding import NotAllowedError
from comments.rules.posting import SanctionError, post
from portal.models import User
from tests.comments.rules.test_sanctioning import a_lead
from tests.consenting import ANNA
from tests.conversing import a_comment, a_commenter, a_moderator, a_submission, contact_of


def test_a_note_is_kept_with_its_writer_and_the_log_has_not_a_word_of_it(article):
    commenter = a_commenter(article)
    add_note(commenter.pk, "  She is new here. ", by=a_moderator())
    note = CommenterNote.objects.get()
    assert (note.text, note.written_by) == ("She is new here.", a_moderator())
    entry = ModelLogEntry.objects.get(action=commenters.NOTED)
    assert "new here" not in str(entry.data)
    assert "Anna" not in entry.label


@pytest.mark.parametrize("text", ["", " \n", "x" * 1001])
def test_a_note_says_something(article, text):
    with pytest.raises(NotAllowedError, match="words"):
        add_note(a_commenter(article).pk, text, by=a_moderator())


def test_forgetting_counts_the_cookies_on(article):
    commenter = a_commenter(article)
    forget_browsers(commenter.pk, by=a_moderator())
    commenter.refresh_from_db()
    assert commenter.cookie_epoch == 1
    with pytest.raises(NotAllowedError, match="right"):
        forget_browsers(commenter.pk, by=User.objects.create(username="nobody"))


def test_the_mark_makes_published_comments_anew_and_ends_mail_and_cookies(article, monkeypatch):
    shown = a_comment(article, state=State.PUBLISHED)
    hidden = a_comment(article, text="Another one.", state=State.REJECTED)
    commenter = shown.commenter
    FollowUp.objects.create(conversation=shown.conversation, contact=contact_of())
    monkeypatch.setattr(commenters, "comment_html", lambda comment: f"<p>{comment.commenter.is_memorial}</p>")
    monkeypatch.setattr(commenters, "BATCH", 1)
    set_memorial(commenter.pk, True, by=a_lead())
    commenter.refresh_from_db()
    assert (commenter.is_memorial, commenter.cookie_epoch) == (True, 1)
    assert Comment.objects.get(pk=shown.pk).html == "<p>True</p>"
    assert Comment.objects.get(pk=hidden.pk).html == ""
    assert FollowUp.objects.get().stopped_at
    with pytest.raises(SanctionError):
        post(a_submission(article, by=commenter), article.get_site())
    set_memorial(commenter.pk, False, by=User.objects.get(username="lea"))
    assert Comment.objects.get(pk=shown.pk).html == "<p>False</p>"
    assert FollowUp.objects.get().stopped_at


def test_the_mark_is_for_those_who_lead_and_nobody_marks_themselves(article):
    commenter = a_commenter(article)
    for user, code in ((a_moderator(), "right"), (User.objects.create_superuser("anna", email=ANNA), "own")):
        with pytest.raises(NotAllowedError, match=code):
            set_memorial(commenter.pk, True, by=user)
    commenter.refresh_from_db()
    assert not commenter.is_memorial


def test_nothing_is_published_at_once_in_the_name_of_the_dead(article):
    ConversationSettings.objects.update_or_create(site=article.get_site(), defaults={"trusted_after": 1})
    commenter = a_comment(article, state=State.PUBLISHED).commenter
    assert a_comment(article, text="A second one.").state == State.PUBLISHED
    set_memorial(commenter.pk, True, by=a_lead())
    assert a_comment(article, text="Somebody opened her mailbox.").state == State.PENDING
