"""Keeps what a reader reports: the words, the article and the version that they saw. Nothing about the person.

Floods are held off twice: by network, so that nobody uses up what others have, and by counting all that came in during
the last hour, since many networks may belong to one hand. Of the network a keyed hash is counted, apart from the
report.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from articles.models import ArticlePage, CorrectionReport
from articles.review.current import identity_of
from consent.rules.limits import Limit, take

HOUR = timedelta(hours=1)
OF_NETWORK = Limit("report-error", 10, HOUR)
MOST_ON_AN_ARTICLE = 40  # reports an hour
MOST = 200


class TooManyReportsError(Exception):
    """More reports came in during the last hour than people write."""


@transaction.atomic
def report_error(
    *, article: ArticlePage, version: str, passage: str, message: str, network: str = ""
) -> CorrectionReport:
    """Keeps a report on ``article``, or on its source if it is an alias. ``version`` is the digest of what was read.

    The same report that still waits is kept once. Raises ``TooManyReportsError``.
    """
    page_id = identity_of(article)
    Page.objects.select_for_update().only("pk").get(pk=page_id)  # two clicks at the same moment: one report
    reports = CorrectionReport.objects.filter(article_id=page_id)
    waiting = reports.filter(digest=version, passage=passage, message=message, outcome=CorrectionReport.Outcome.OPEN)
    if same := waiting.first():
        return same
    if network and not take(OF_NETWORK, network):
        raise TooManyReportsError
    since = timezone.now() - HOUR
    if reports.filter(reported_at__gte=since).count() >= MOST_ON_AN_ARTICLE:
        raise TooManyReportsError
    if CorrectionReport.objects.filter(reported_at__gte=since).count() >= MOST:
        raise TooManyReportsError
    return CorrectionReport.objects.create(
        article_id=page_id, article_title=article.title, digest=version, passage=passage, message=message
    )
