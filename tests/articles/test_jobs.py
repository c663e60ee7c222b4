"""What the worker does for articles once a day."""

from articles.models import CoverageDay
from portal.jobs import JOBS


def test_reviews_are_tended_and_nobody_is_told_twice(article, mailoutbox):
    assert JOBS["tend_reviews"].run() == "0 reminders sent, 1 communities counted"
    assert JOBS["tend_reviews"].run() == "0 reminders sent, 1 communities counted"
    assert CoverageDay.objects.count() == 1
    assert mailoutbox == []
