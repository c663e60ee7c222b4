"""The demonstration's conversations: a comment in every state, in both communities, and nobody who waits for mail."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Site

from articles.models import ArticlePage
from comments.models import Appeal, Comment, CommenterNote, Decision, Sanction
from comments.models.comment import State
from comments.rulebook import rulebook_in_force
from comments.rules.answering import answer_authors
from comments.rules.follow_ups import queue_digests
from comments.status.waiting import Wait, usual_wait
from consent.models import OutgoingMail
from portal.ledger.proof import prove


def test_there_is_a_comment_in_every_state(demo_site, db):
    assert set(Comment.objects.values_list("state", flat=True)) == set(State)
    assert set(Comment.objects.published().values_list("conversation__site__site_name", flat=True)) == set(
        Site.objects.values_list("site_name", flat=True)
    )


def test_they_went_the_way_of_all_comments(demo_site, db):
    assert prove(Decision).fault is None
    for comment in Comment.objects.select_related("acceptance"):
        assert comment.acceptance.accepted_at <= comment.submit_date
        assert bool(comment.html) == (comment.state == State.PUBLISHED)


def test_every_community_has_numbered_rules_and_every_code_that_is_cited(demo_site, db):
    for site in Site.objects.all():
        rules = rulebook_in_force(site, "en")
        cited = Decision.objects.filter(site_id=site.pk).exclude(rule_code="").values_list("rule_code", flat=True)
        assert len(rules.rules) == 8
        assert set(cited) <= {rule.code for rule in rules.rules}


def test_there_are_threads_an_appeal_a_sanction_and_a_note(demo_site, db):
    assert Comment.objects.published().filter(in_reply_to__isnull=False).count() >= 4
    assert Appeal.objects.get().outcome == Appeal.Outcome.OPEN
    assert Sanction.objects.standing().count() == 1
    assert CommenterNote.objects.exists()
    assert ArticlePage.objects.filter(conversation__isnull=False).count() >= 4


def test_none_of_it_sends_mail_then_or_later(demo_site, db, monkeypatch):
    later = timezone.now() + timedelta(minutes=10)
    monkeypatch.setattr(timezone, "now", lambda: later)
    answer_authors()
    queue_digests()
    assert not OutgoingMail.objects.filter(state=OutgoingMail.State.WAITING).exists()


def test_authors_are_not_told_that_it_takes_months(demo_site, db):
    for site in Site.objects.all():
        assert usual_wait(site.pk) in (None, Wait(hours=1))
