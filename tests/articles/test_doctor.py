"""What the doctor says of medical review, and what Prometheus is told of it."""

from datetime import timedelta

from django.utils import timezone

from articles import doctor, gauges
from articles.models import CoverageDay, Credential
from portal.doctor.examination import Level, Wish
from portal.models import User

FINE, NOTE, WARNING, PROBLEM = Level


def levels(look):
    """How bad it is: the levels, each once."""
    found = [finding.level for finding in look(Wish())]
    return [level for level in Level if level in found]


def test_somebody_may_sign_today_and_in_a_month(article):
    Credential.objects.all().delete()
    assert "Nobody has a credential" in next(doctor.somebody_may_sign(Wish())).sentence
    today = timezone.localdate()
    credential = Credential.objects.create(
        user=User.objects.create_user("rosa"), title="Consultant", body="GMC", speciality="Blood", valid_from=today
    )
    assert levels(doctor.somebody_may_sign) == [FINE]
    credential.valid_until = today + timedelta(days=10)
    credential.save()
    assert "end within 30 days" in next(doctor.somebody_may_sign(Wish())).sentence
    credential.valid_from = credential.valid_until = today - timedelta(days=1)
    credential.save()
    assert levels(doctor.somebody_may_sign) == [NOTE, PROBLEM]


def test_overdue_reviews_are_told_as_they_were_counted_last(community):
    today = timezone.localdate()
    CoverageDay.objects.create(site=community, day=today - timedelta(days=1), overdue=9)
    assert "9 reviews are overdue" in next(doctor.reviews_are_current(Wish())).sentence
    assert gauges.reviews()["overdue"] == 9.0
    CoverageDay.objects.create(site=community, day=today, current=4)
    assert levels(doctor.reviews_are_current) == []
    assert gauges.reviews() == {"current": 4.0, "due_soon": 0.0, "overdue": 0.0, "changed": 0.0, "unreviewed": 0.0}
    assert gauges.waiting() == 0.0
