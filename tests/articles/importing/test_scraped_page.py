"""One whole page as a scraper leaves it, from the file to the draft and the report."""

import json
import os
from pathlib import Path

import pytest

from articles.models import ArticlePage, ImportRecord, Reference
from tests.articles.importing.pages import SCRAPED
from tests.reviewing import save_and_publish

REAL_FILE = Path(
    os.environ.get("IMPORT_SAMPLE", Path(__file__).parents[4] / "shared/inputs/relapsed-refractory-myeloma.txt")
)


def test_scraped_page_becomes_one_draft_whose_report_accounts_for_every_line(import_file):
    report, code = import_file(SCRAPED)
    assert code == 1
    assert report["status"] == "imported"
    assert report["title"] == "Living With Migraine That Keeps Coming Back"
    assert report["claimed_reviewer"] == "Example Medical Board"
    assert report["claimed_date"] == {"value": "2023-03", "precision": "month", "ambiguous": False}
    assert report["headings"] == 7
    assert report["lists"] == [3, 2, 2, 3]
    assert report["markers"] == 9
    assert report["dangling"] == ["1", "2", "3"]
    lines = [line for line in SCRAPED.splitlines() if line.strip()]
    assert report["lines"]["total"] == len(lines) == report["lines"]["kept"] + 4
    numbers = {row["line"]: row["reason"] for row in report["lines"]["dropped"]}
    assert [SCRAPED.splitlines()[number - 1][:10] for number in numbers] == [
        "By providi",
        "This artic",
        "Join the c",
        "Please rea",
    ]
    assert len(report["accounted"]) == len(lines)


def test_draft_keeps_words_lists_levels_and_numbers_that_are_no_markers(import_file):
    page = ArticlePage.objects.get(pk=import_file(SCRAPED)[0]["page_id"])
    text = "".join(str(block.value) for block in page.body if block.block_type == "text")
    assert "2 or more drugs and begin at 12.5 mg" in text
    assert "since 2018, and 3 more" in text
    assert "including:[[ref:2]]</p><ul><li>Your health in general</li>" in text
    assert "<h3>Preventive medicines</h3>" in text
    assert "<h2>What is the outlook?</h2>" in text
    sheet = next(block.value for block in page.body if block.block_type == "questions")
    assert sheet["title"] == "What questions should I ask my doctor?"
    assert list(sheet["questions"])[1] == "What can we try next?"
    assert "advertiser" not in text


def test_draft_waits_for_its_references_and_is_not_public(import_file, client):
    page = ArticlePage.objects.get(pk=import_file(SCRAPED)[0]["page_id"])
    assert not page.live
    assert page.latest_revision
    assert [(source.imported_number, source.reference) for source in page.sources.all()] == [
        ("1", None),
        ("2", None),
        ("3", None),
    ]
    assert client.get(page.url).status_code == 404


def test_claim_of_review_reaches_no_revision(import_file):
    page = ArticlePage.objects.get(pk=import_file(SCRAPED)[0]["page_id"])
    assert "Example Medical Board" not in json.dumps(page.latest_revision.content)
    assert "2023-03" not in json.dumps(page.latest_revision.content)
    assert ImportRecord.objects.get(page=page).report["claimed_reviewer"] == "Example Medical Board"


@pytest.mark.skipif(not REAL_FILE.exists(), reason=f"{REAL_FILE} isn't here; IMPORT_SAMPLE names another place")
def test_real_page_is_understood(import_file):
    text = REAL_FILE.read_text()
    report, code = import_file(text)
    assert code == 1
    assert (report["headings"], report["lists"], report["markers"]) == (9, [5, 3, 3, 7], 16)
    assert report["dangling"] == ["1", "2", "3"]
    assert report["claimed_reviewer"] == "HU Medical Review Board"
    assert report["claimed_date"] == {"value": "2024-12", "precision": "month", "ambiguous": False}
    assert report["lines"]["total"] == 51
    assert [row["line"] for row in report["lines"]["dropped"]] == [23, 82, 84, 86]
    page = ArticlePage.objects.get(pk=report["page_id"])
    assert "2 or more drugs" in json.dumps(page.body.get_prep_value())
    assert [block.block_type for block in page.body].count("questions") == 1


def test_draft_reads_well_once_its_numbers_are_tied_and_it_is_published(import_file, client):
    page = ArticlePage.objects.get(pk=import_file(SCRAPED)[0]["page_id"])
    for number, source in enumerate(page.sources.all(), start=1):
        source.reference = Reference.objects.create(key=f"doe-{2018 + number}", title=f"Study number {number}")
        source.save()
    page = ArticlePage.objects.get(pk=page.pk)
    page.summary = "What frequent migraine is and what helps."
    save_and_publish(page)
    html = client.get(page.get_url()).content.decode()
    assert html.count('<sup class="citation">') == 9
    assert "Study number 3" in html
    assert "[[ref" not in html
    assert "Example Medical Board" not in html
