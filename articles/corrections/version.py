"""Whether the text that a report is about is still the one that readers see."""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from articles.models import CorrectionReport
from articles.review.canonical import digest_of
from articles.review.materials import materials_for


class Version(TextChoices):
    """What became of the version that somebody reported on."""

    SAME = "same", _("Readers still see this version")
    CHANGED = "changed", _("The text was changed since")
    UNKNOWN = "unknown", _("Nobody knows which version was read")
    GONE = "gone", _("The article is gone")


def versions_of(reports: Iterable[CorrectionReport]) -> dict[int, Version]:
    """What became of the version of each report, by the reports' ids. Five queries for any number of reports."""
    reports = list(reports)
    articles = {report.article.pk: report.article for report in reports if report.article}
    materials = materials_for(articles.values())
    digests = {pk: digest_of(article, materials[pk]) for pk, article in articles.items() if pk in materials}
    return {report.pk: _version(report, digests.get(report.article_id or 0, "")) for report in reports}


def _version(report: CorrectionReport, digest: str) -> Version:
    if report.article_id is None:
        return Version.GONE
    if not report.digest:
        return Version.UNKNOWN
    return Version.SAME if report.digest == digest else Version.CHANGED
