import json

import pytest

from articles.importing.entries import read_entry
from articles.importing.pieces import Line, Span
from articles.models import ArticlePage, Reference

LIST = """\
A title of a page

It works.1 It was tested.2,3 Nobody knows.4

References

1. Doe J, Roe KL, et al. A trial of rest in migraine. Headache J. 2021;22(3):105-118. doi:10.1234/rest.2021
2. Smith, J. A., & Roe, A. (2020). Living with migraine. Journal of Rest, 12(3), 45-67. https://example.org/a
3. Example Society. Medicines for migraine. Available at: https://example.org/b. Accessed May 2, 2023.
"""


def entry(text):
    return read_entry("1", text, Line((0,), (Span(text),)))


def test_vancouver_entry_is_read_into_its_fields():
    read = entry(
        "Doe J, Roe KL. A trial of rest. Lancet Rest. 2021;22(3):e105-e118. doi:10.1234/S14(20)307-7. PMID: 123456."
    )
    assert (read.authors, read.title, read.source, read.year) == (
        "Doe J, Roe KL",
        "A trial of rest",
        "Lancet Rest",
        2021,
    )
    assert (read.details, read.doi, read.pmid, read.read) == ("22(3):e105-e118", "10.1234/S14(20)307-7", "123456", True)


def test_apa_entry_is_read_into_its_fields():
    read = entry("Smith, J. A., & Roe, A. (2020). Living with migraine. Journal of Rest, 12(3), 45-67.")
    assert (read.title, read.source, read.year, read.details) == (
        "Living with migraine",
        "Journal of Rest",
        2020,
        "12(3), 45-67",
    )


def test_web_page_is_read_and_the_day_of_access_is_no_year():
    read = entry("Example Society. Medicines for migraine. https://example.org/b. Accessed May 2, 2023.")
    assert (read.source, read.title, read.url, read.year) == (
        "Example Society",
        "Medicines for migraine",
        "https://example.org/b",
        None,
    )


@pytest.mark.parametrize(
    ("text", "title", "source", "year"),
    [
        (
            "Guideline on rest 2012. Kidney Rest Suppl. 2013;3:1-150.",
            "Guideline on rest 2012",
            "Kidney Rest Suppl",
            2013,
        ),
        ("Gesellschaft für Ruhe. Leitlinie Ruhe. 2021.", "Leitlinie Ruhe", "Gesellschaft für Ruhe", 2021),
    ],
)
def test_entry_without_people_is_read(text, title, source, year):
    read = entry(text)
    assert (read.title, read.source, read.year, read.read) == (title, source, year, True)


def test_line_below_something_that_was_dropped_is_no_part_of_the_last_entry(read_file):
    page = read_file(LIST + "Was this page helpful?\nYes\nNo\n")
    assert page.understood.entries[-1].text.endswith("2023.")


def test_entry_that_fits_no_format_is_kept_word_for_word():
    read = entry("Something about rest, personal note 2019")
    assert (read.title, read.read) == ("Something about rest, personal note 2019", False)


@pytest.mark.parametrize(
    "heading", ["References", "Sources:", "Article Sources", "Quellen", "Referencias", "Show references (3)"]
)
def test_list_is_found_under_its_usual_names(read_file, heading):
    page = read_file(LIST.replace("References", heading))
    assert page.report["references"] == 3
    assert page.report["dangling"] == ["4"]
    assert page.report["lines"] == {"total": 6, "kept": 6, "dropped": []}


def test_word_references_alone_begins_no_list(read_file):
    page = read_file(
        "A title of a page\n\nSome prose stands here.\n\nSources\n\nIron comes from meat, beans and greens.\n"
    )
    assert page.report["references"] == 0
    assert page.report["headings"] == 1


def test_list_ends_where_something_else_begins(read_file):
    page = read_file(LIST + "\nJoin the conversation\n\nAbout us\n\nWe are a group of people who live with migraine.\n")
    assert page.report["references"] == 3
    assert "We are a group" in page.text


def test_entries_without_numbers_count_by_their_order(read_file):
    text = LIST.replace("1. Doe", "Doe").replace("2. Smith", "\nSmith").replace("3. Example", "\nExample")
    page = read_file(text)
    assert [entry.number for entry in page.understood.entries] == ["1", "2", "3"]


def test_references_are_matched_to_markers_and_added_to_the_library(import_file):
    report, _code = import_file(LIST)
    page = ArticlePage.objects.get(pk=report["page_id"])
    text = json.dumps(page.body.get_prep_value())
    assert "It works.[[ref:doe-2021]] It was tested.[[ref:smith-2020,example-society-medicines]]" in text or (
        "[[ref:doe-2021]]" in text and "[[ref:4]]" in text
    )
    assert [source.imported_number for source in page.sources.all()] == ["4"]
    assert Reference.objects.get(doi="10.1234/rest.2021").authors == "Doe J, Roe KL, et al"


@pytest.mark.parametrize(
    "known",
    [
        {"doi": "10.1234/REST.2021", "title": "Under another title"},
        {"year": 2021, "title": "A Trial of Rest in Migraine"},
    ],
)
def test_reference_that_the_library_has_is_not_added_again(import_file, known):
    Reference.objects.create(key="known", **known)
    report, _code = import_file(LIST)
    page = ArticlePage.objects.get(pk=report["page_id"])
    assert "It works.[[ref:known]]" in json.dumps(page.body.get_prep_value())
    assert Reference.objects.count() == 3


def test_entry_that_the_text_never_cites_is_kept_and_named(import_file):
    report, _code = import_file(LIST.replace("2,3", "2"))
    page = ArticlePage.objects.get(pk=report["page_id"])
    assert [source.reference.title for source in page.sources.all() if source.reference] == ["Medicines for migraine"]
    assert any("never cites" in sentence for sentence in report["needs_person"])


def test_dry_run_adds_nothing_to_the_library(import_file):
    report, code = import_file(LIST, "--dry-run")
    assert (report["status"], report["page_id"], report["references"], code) == ("checked", None, 3, 1)
    assert not Reference.objects.exists()
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize(
    ("text", "source", "title"),
    [
        ("NHS. Iron in food. https://www.example.org/iron Accessed 3 May 2023.", "NHS", "Iron in food"),
        ("WHO. Report on iron. 2021. https://www.example.org/x", "WHO", "Report on iron"),
    ],
)
def test_short_name_in_capitals_is_an_organisation(text, source, title):
    read = entry(text)
    assert (read.source, read.title, read.read) == (source, title, True)


def test_surname_with_initials_is_no_organisation():
    assert not entry("Doe AB. A report. 2021.").read


@pytest.mark.parametrize(
    ("text", "authors", "source"),
    [
        ("Doe J, Roe KL. Gout. Lancet. 2016;388(10055):2039-2052.", "Doe J, Roe KL", "Lancet"),
        ("Doe J. Shingles. N Engl J Med 2013;369:255-63.", "Doe J", "N Engl J Med"),
        ("Doe J, et al; REST Study Group. Rest. J Rest. 2015;372:2087-96.", "Doe J, et al; REST Study Group", "J Rest"),
        ("Example Committee. Classes of rest, 3rd edition. J Rest. 2018;38(1):1-211.", "Example Committee", "J Rest"),
        ("Doe SM, et al. Signs of rest. https://example.org/signs", "Doe SM, et al", ""),
    ],
)
def test_entry_with_a_short_title_or_many_authors_is_read_into_its_fields(text, authors, source):
    read = entry(text)
    assert (read.authors, read.source, read.read) == (authors, source, True)


def test_sentence_about_numbers_counts_places_and_numbers_rightly(read_file):
    page = read_file("A title\n\nIt works. It was tested.1,2\n")
    assert any("numbers 1, 2" in sentence and "in 1 place " in sentence for sentence in page.report["needs_person"])
