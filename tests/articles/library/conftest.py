"""What tests of evidence share: a source that an article cites, and rows of a published list."""

from datetime import date

import pytest

from articles.models import ArticlePage, Reference
from tests.reviewing import publish

COLUMNS = (
    "Record ID", "Title", "Subject", "Institution", "Journal", "Publisher", "Country", "Author", "URLS", "ArticleType",
    "RetractionDate", "RetractionDOI", "RetractionPubMedID", "OriginalPaperDate", "OriginalPaperDOI",
    "OriginalPaperPubMedID", "RetractionNature", "Reason", "Paywalled", "Notes",
)  # fmt: skip
HEAD = ",".join(COLUMNS) + "\r\n"
DOI = "10.1016/S1470-2045(20)30756-7"


def row(**values):
    """A row of the file. ``on`` is the day; also ``nature``, ``doi``, ``pmid``, ``notice``, ``reason``, ``notes``."""
    written = dict.fromkeys(COLUMNS, "") | {
        "Record ID": "1",
        "Title": "A paper",
        "RetractionDate": values.get("on", "3/14/2023 0:00"),
        "RetractionDOI": values.get("notice", "10.1016/notice.2023"),
        "RetractionPubMedID": "0",
        "OriginalPaperDate": "1/2/2021 0:00",
        "OriginalPaperDOI": values.get("doi", DOI),
        "OriginalPaperPubMedID": values.get("pmid", "0"),
        "RetractionNature": values.get("nature", "Retraction"),
        "Reason": values.get("reason", "+Concerns/Issues About Data;+Error in Results;"),
        "Paywalled": "No",
        "Notes": values.get("notes", ""),
    }
    quoted = ('"{}"'.format(value.replace('"', '""')) for value in written.values())
    return ",".join(quoted) + "\r\n"


@pytest.fixture
def moreau(db):
    return Reference.objects.create(
        key="moreau-2021",
        authors="Moreau P, Kumar SK",
        title="Treatment of relapsed myeloma",
        source="Lancet Oncology",
        year=2021,
        doi=DOI,
        pmid="33516285",
    )


@pytest.fixture
def citing(article, moreau):
    """The live article, approved with a citation of ``moreau``."""
    article.body = [{"type": "text", "value": "<p>Relapse is common [[ref:moreau-2021]].</p>"}]
    article.save_revision()
    publish(article)
    return ArticlePage.objects.get(pk=article.pk)


@pytest.fixture
def retract():
    """``retract(reference)``: as an editor does who read the notice."""

    def _retract(reference, status="retracted"):
        reference.status, reference.status_on = status, date(2023, 3, 14)
        reference.status_note, reference.notice_doi = "The data can't be relied on.", "10.1016/notice.2023"
        reference.save()

    return _retract
