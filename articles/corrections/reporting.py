"""Keeps what a reader reports: the words, the article and the version that they saw. Nothing about the person.

Floods are held off by counting what came in during the last hour, since nothing is known of those who send it.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from articles.models import ArticlePage, CorrectionReport
from articles.review.current import identity_of

HOUR = timedelta(hours=1)
MOST_ON_AN_ARTICLE = 10  # reports an hour
MOST = 60


class TooManyReportsError(Exception):
    """More reports came in during the last hour than people write."""


@transaction.atomic
def report_error(*, article: ArticlePage, version: str, passage: str, message: str) -> CorrectionReport:
    """Keeps a report on ``article``, or on its source if it is an alias. ``version`` is the digest of what was read.

    The same report that still waits is kept once. Raises ``TooManyReportsError``.
    """
    page_id = identity_of(article)
    Page.objects.select_for_update().only("pk").get(pk=page_id)  # two clicks at the same moment: one report
    reports = CorrectionReport.objects.filter(article_id=page_id)
    waiting = reports.filter(digest=version, passage=passage, message=message, outcome=CorrectionReport.Outcome.OPEN)
    if same := waiting.first():
        return same
    since = timezone.now() - HOUR
    if reports.filter(reported_at__gte=since).count() >= MOST_ON_AN_ARTICLE:
        raise TooManyReportsError
    if CorrectionReport.objects.filter(reported_at__gte=since).count() >= MOST:
        raise TooManyReportsError
    return CorrectionReport.objects.create(
        article_id=page_id, article_title=article.title, digest=version, passage=passage, message=message
    )
