"""What tests of corrections share: an editor, and reports of the article's readers."""

import pytest

from articles.corrections.reporting import report_error
from articles.models import ArticlePage, CorrectionReport
from articles.review.canonical import digest_of


@pytest.fixture
def editor(sign_in_as):
    return sign_in_as("Editors")


@pytest.fixture
def report(article) -> CorrectionReport:
    """A reader's report on the article as it stands."""
    page = ArticlePage.objects.get(pk=article.pk)
    return report_error(
        article=page, version=digest_of(page), passage="The illness is active again.", message="It says the opposite."
    )
