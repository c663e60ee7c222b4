"""Two people at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from articles.corrections.handling import HandlingRefusedError, correct_meaning, correct_wording
from articles.corrections.reporting import report_error
from articles.models import ArticlePage, CorrectionReport, ReviewDecision

pytestmark = [
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite in memory refuses to wait for a table"),
    pytest.mark.django_db(transaction=True),
]


def at_once(*tasks):
    """What the tasks return, or the error that each ended with, begun together in threads of their own."""
    barrier = Barrier(len(tasks))

    def run(task):
        try:
            barrier.wait(timeout=10)
            return task()
        except HandlingRefusedError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


def test_two_clicks_at_the_same_moment_make_one_report(article):
    page = ArticlePage.objects.get(pk=article.pk)
    send = lambda: report_error(article=page, version="", passage="", message="It is wrong.")  # noqa: E731
    assert len({report.pk for report in at_once(*[send] * 6)}) == 1
    assert CorrectionReport.objects.count() == 1


def test_two_editors_at_the_same_moment_make_one_decision(article, report, editor):
    words = {"report_id": report.pk, "user": editor, "reason": "I checked it.", "public_note": "It said never."}
    ended = at_once(lambda: correct_meaning(**words), lambda: correct_wording(**words))
    assert len([each for each in ended if isinstance(each, HandlingRefusedError)]) == 1
    withdrawn = ReviewDecision.objects.filter(outcome=ReviewDecision.Outcome.WITHDRAWN).count()
    has_changed = CorrectionReport.objects.get().outcome == CorrectionReport.Outcome.MEANING
    assert withdrawn == has_changed
