"""Sanctions: imposed with a reason, lifted by those who lead, and never on oneself. What was said before stays."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import ModelLogEntry

from comments.models import Comment, Commenter, Sanction
from comments.models.comment import State
from comments.rules.deciding import NotAllowedError
from comments.rules.posting import SanctionError, post
from comments.rules.sanctions_imposing import IMPOSED, LIFTED, impose, lift
from consent.addresses import parse_address
from consent.rules.erasing import erase
from portal.models import User
from tests.consenting import ANNA
from tests.conversing import a_comment, a_commenter, a_moderator, a_submission, contact_of, fresh

Kind = Sanction.Kind
REASON = "Three comments of yours sold something."


def a_lead(username="lea"):
    user = User.objects.create(username=username, email=f"{username}@staff.example.org")
    user.groups.add(Group.objects.get(name="Lead moderators"))
    return user


def imposed(commenter, kind=Kind.BANNED, days=None, *, rule_code="no-selling", reason=REASON, by=None):
    return impose(commenter.pk, kind, rule_code=rule_code, reason=reason, days=days, by=by or a_moderator())


def test_a_ban_keeps_somebody_from_commenting_and_leaves_what_they_said(article):
    comment = a_comment(article, state=State.PUBLISHED)
    sanction = imposed(comment.commenter)
    assert (sanction.subject, sanction.ends_at, sanction.imposed_by) == (contact_of().subject, None, a_moderator())
    assert (fresh(comment).state, Comment.objects.count()) == (State.PUBLISHED, 1)
    assert fresh(comment).html
    with pytest.raises(SanctionError):
        post(a_submission(article, by=comment.commenter), article.get_site())


def test_a_pause_ends_after_its_days(article):
    commenter = a_commenter(article)
    sanction = imposed(commenter, Kind.PAUSED, 7)
    assert abs(sanction.ends_at - timezone.now() - timedelta(days=7)) < timedelta(minutes=1)
    Sanction.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    assert post(a_submission(article, by=commenter), article.get_site()).is_new


def test_a_ban_outlives_the_erasure_of_the_person(article, settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    imposed(a_commenter(article))
    erase(parse_address(ANNA), method="link")
    assert not Commenter.objects.exists()
    assert a_comment(article, text="Here I am again.").state == State.REJECTED


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "whipped"}, "step"),
        ({"rule_code": "unheard-of"}, "rule"),
        ({"rule_code": ""}, "rule"),
        ({"reason": "  "}, "words"),
        ({"reason": "x" * 501}, "words"),
        ({"kind": Kind.PAUSED, "days": None}, "days"),
        ({"days": 0}, "days"),
        ({"days": 2**40}, "days"),
    ],
)
def test_a_sanction_without_grounds_is_refused(article, changes, code):
    commenter = a_commenter(article)
    with pytest.raises(NotAllowedError, match=code):
        imposed(commenter, **changes)
    assert not Sanction.objects.exists()
    assert not ModelLogEntry.objects.filter(action=IMPOSED).exists()


def test_nobody_imposes_or_lifts_a_sanction_on_themselves_superusers_included(article):
    commenter = a_commenter(article)
    anna = User.objects.create_superuser("anna", email=ANNA.upper())
    with pytest.raises(NotAllowedError, match="own"):
        imposed(commenter, Kind.MODERATED, by=anna)
    sanction = imposed(commenter)
    with pytest.raises(NotAllowedError, match="own"):
        lift(sanction.pk, by=anna)
    assert Sanction.objects.standing().exists()


def test_a_sanction_that_stands_is_not_imposed_twice_but_may_be_made_longer(article):
    commenter = a_commenter(article)
    imposed(commenter, Kind.PAUSED, 7)
    for days in (3, 7):
        with pytest.raises(NotAllowedError, match="stands"):
            imposed(commenter, Kind.PAUSED, days - 1)
    assert imposed(commenter, Kind.PAUSED, 30)
    assert imposed(commenter)
    with pytest.raises(NotAllowedError, match="stands"):
        imposed(commenter, Kind.BANNED, 30)


def test_lifting_is_for_those_who_lead(article):
    sanction = imposed(a_commenter(article))
    with pytest.raises(NotAllowedError, match="right"):
        lift(sanction.pk, by=a_moderator())
    lea = a_lead()
    lift(sanction.pk, by=lea)
    lifted = lift(sanction.pk, by=lea)
    assert (lifted.lifted_by, Sanction.objects.standing().count()) == (lea, 0)
    assert ModelLogEntry.objects.filter(action=LIFTED, user=lea).count() == 1


def test_somebody_without_the_right_imposes_nothing(article):
    commenter = a_commenter(article)
    with pytest.raises(NotAllowedError, match="right"):
        imposed(commenter, by=User.objects.create(username="nobody"))
    with pytest.raises(NotAllowedError, match="gone"):
        impose(2**40, Kind.BANNED, rule_code="kind", reason=REASON, days=None, by=a_moderator())


def test_the_log_holds_neither_the_name_nor_the_reason(article):
    sanction = imposed(a_commenter(article))
    entry = ModelLogEntry.objects.get(action=IMPOSED)
    assert entry.data == {"kind": "banned", "rule": "no-selling", "days": None, "commenter": sanction.commenter_id}
    assert "Anna" not in entry.label
