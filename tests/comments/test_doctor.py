"""What the doctor says of the conversation, and what Prometheus is told of it."""

from datetime import timedelta

from django.utils import timezone

from comments import doctor, gauges
from comments.models import Comment, ConversationSettings, CrisisCase
from comments.models.comment import State
from portal.doctor.examination import Level, Wish
from tests.conversing import a_comment, publish_rules

FINE, NOTE, WARNING, PROBLEM = Level


def levels(look):
    """How bad it is: the levels, each once."""
    found = [finding.level for finding in look(Wish())]
    return [level for level in Level if level in found]


def test_an_open_conversation_has_somebody_on_call_and_rules(community):
    assert levels(doctor.somebody_is_on_call) == [PROBLEM]
    assert levels(doctor.rules_are_in_force) == [WARNING]
    publish_rules(community)
    mine = ConversationSettings.objects.create(site=community, on_call_email="call@staff.example.org")
    assert levels(doctor.somebody_is_on_call) == [FINE]
    assert levels(doctor.rules_are_in_force) == []
    mine.on_call_email, mine.is_open = "", False
    mine.save()
    assert levels(doctor.somebody_is_on_call) == []


def test_a_case_that_nobody_looks_at_is_a_problem(community):
    assert levels(doctor.nobody_in_danger_waits) == [FINE]
    case = CrisisCase.objects.create(comment_ref=1, site=community)
    assert levels(doctor.nobody_in_danger_waits) == [FINE]
    CrisisCase.objects.update(opened_at=timezone.now() - timedelta(hours=1))
    assert levels(doctor.nobody_in_danger_waits) == [PROBLEM]
    assert gauges.cases() == {"unseen": 1.0, "seen": 0.0}
    assert gauges.oldest_case() > 3000
    CrisisCase.objects.filter(pk=case.pk).update(seen_at=timezone.now())
    assert levels(doctor.nobody_in_danger_waits) == [FINE]
    assert gauges.cases() == {"unseen": 0.0, "seen": 1.0}
    assert gauges.oldest_case() == 0.0


def test_a_comment_that_waits_for_days_is_a_warning(article):
    comment = a_comment(article, state=State.PENDING)
    assert levels(doctor.nobody_waits_for_days) == [FINE]
    assert gauges.waiting() == {"danger": 0.0, "escalated": 0.0, "reported": 0.0, "waiting": 1.0}
    Comment.objects.filter(pk=comment.pk).update(queued_at=timezone.now() - timedelta(days=3))
    assert levels(doctor.nobody_waits_for_days) == [WARNING]
    assert gauges.oldest() > 2 * 86_400
