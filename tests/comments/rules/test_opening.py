"""The conversation under an article: opened, paused and closed by those who may, begun where there is none."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import ModelLogEntry

from comments.models import Conversation
from comments.rules.deciding import NotAllowedError
from comments.rules.opening import SET, set_conversation
from comments.rules.places import Obstacle
from comments.rules.posting import PlaceError, post
from portal.models import User
from tests.conversing import a_moderator, a_submission

State = Conversation.State


@pytest.fixture
def editor(db):
    user = User.objects.create(username="edda")
    user.groups.add(Group.objects.get(name="Editors"))
    return user


def test_a_closed_conversation_takes_no_comment_until_it_is_opened_again(article, editor):
    submission = a_submission(article)
    for state, obstacle in ((State.CLOSED, Obstacle.CLOSED), (State.PAUSED, Obstacle.PAUSED)):
        set_conversation(article.pk, state=state, closes_after_days=None, by=editor)
        with pytest.raises(PlaceError) as refused:
            post(submission, article.get_site())
        assert refused.value.obstacle == obstacle
    set_conversation(article.pk, state=State.OPEN, closes_after_days=None, by=a_moderator())
    assert post(submission, article.get_site()).is_new
    assert Conversation.objects.count() == 1


def test_it_closes_by_age_where_somebody_says_so(article, editor):
    conversation = set_conversation(article.pk, state=State.OPEN, closes_after_days=0, by=editor)
    assert (conversation.site, conversation.title) == (article.get_site(), article.title)
    with pytest.raises(PlaceError) as refused:
        post(a_submission(article), article.get_site())
    assert refused.value.obstacle == Obstacle.TOO_OLD
    assert ModelLogEntry.objects.get(action=SET).data == {"state": "open", "days": 0}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"page_id": 2**40}, "gone"),
        ({"state": "ajar"}, "step"),
        ({"closes_after_days": -1}, "days"),
        ({"closes_after_days": 2**40}, "days"),
    ],
)
def test_what_makes_no_sense_is_refused(article, editor, changes, code):
    values = {"page_id": article.pk, "state": State.OPEN, "closes_after_days": None} | changes
    page_id = values.pop("page_id")
    with pytest.raises(NotAllowedError, match=code):
        set_conversation(page_id, **values, by=editor)
    assert not Conversation.objects.exists()


def test_somebody_without_the_right_sets_nothing(article):
    with pytest.raises(NotAllowedError, match="right"):
        set_conversation(article.pk, state=State.CLOSED, closes_after_days=None, by=User.objects.create(username="x"))
