"""The same article as .md, .html and .docx: what markup says is believed, and still every line is accounted for."""

import json

import pytest

from articles.models import ArticlePage, Reference
from tests.articles.importing.word_files import word_file

SOURCE = "Doe J, Roe KL. A trial of rest in migraine. Headache J. 2021;22(3):105-118. doi:10.1234/rest.2021"

MARKDOWN = f"""\
---
title: Living with migraine
reviewed_by: Dr. Jane Doe
last_reviewed: 2024-12-05
---

# Living with migraine

Migraine is common.[^1] It can be **treated** with 2 or more drugs.

## What helps?

Some things help:

- sleep
  - at night
- water

Advertisement

- *quiet* rooms

#### Medicines

Take 1.5 tablets, see [the leaflet](https://example.org/leaflet).

| Drug | Dose |
|------|------|
| A    | 5 mg |

> It felt like rain.

## Questions to ask your doctor

- Is it migraine?
- Can I drive?

[^1]: {SOURCE}
"""

HTML = f"""\
<!DOCTYPE html><html><head><title>Living with migraine | Example Health</title><style>p {{ color: red }}</style></head>
<body>
<header><nav><a href="/">Home</a></nav></header>
<div class="cookie-banner">We use cookies.</div>
<main>
<h1>Living with migraine</h1>
<p>Medically reviewed by Dr. Jane Doe, December 5, 2024</p>
<p>Migraine is common.<sup><a href="#r1">1</a></sup> It can be <strong>treated</strong> with 2 or more drugs.</p>
<h2>What helps?</h2>
<p>Some things help:</p>
<ul><li>sleep<ul><li>at night</li></ul></li><li>water</li></ul>
<div class="ad-slot">Advertisement</div>
<ul><li><em>quiet</em> rooms</li></ul>
<h4>Medicines</h4>
<p>Take 1.5 tablets, see <a href="https://example.org/leaflet">the leaflet</a>.</p>
<table><tr><th>Drug</th><th>Dose</th></tr><tr><td>A</td><td>5 mg</td></tr></table>
<blockquote>It felt like rain.</blockquote>
<h2>Questions to ask your doctor</h2>
<ul><li>Is it migraine?</li><li>Can I drive?</li></ul>
<h2>References</h2>
<ol><li id="r1">{SOURCE}</li></ol>
</main>
<footer>© 2024 Example Health</footer>
</body></html>
"""

WORD = word_file(
    ("Title", "Living with migraine"),
    "Medically reviewed by Dr. Jane Doe, 5 December 2024",
    "Migraine is common.^1^ It can be *treated* with 2 or more drugs.",
    ("heading 1", "What helps?"),
    "Some things help:",
    ("bullet", 0, "sleep"),
    ("bullet", 1, "at night"),
    ("bullet", 0, "water"),
    "Advertisement",
    ("bullet", 0, "quiet rooms"),
    ("heading 2", "Medicines"),
    "Take 1.5 tablets, see the leaflet.",
    ("Quote", "It felt like rain."),
    ("heading 1", "Questions to ask your doctor"),
    ("bullet", 0, "Is it migraine?"),
    ("bullet", 0, "Can I drive?"),
    ("heading 1", "References"),
    ("number", 0, SOURCE),
)
FILES = [("page.md", MARKDOWN), ("page.html", HTML), ("page.docx", WORD)]


@pytest.mark.parametrize(("name", "data"), FILES)
def test_article_is_understood_in_every_format(read_file, name, data):
    report = read_file(data, name).report
    assert report["title"] == "Living with migraine"
    assert report["claimed_reviewer"] == "Dr. Jane Doe"
    assert report["claimed_date"] == {"value": "2024-12-05", "precision": "day", "ambiguous": False}
    assert (report["headings"], report["lists"], report["markers"]) == (3, [4, 2], 1)
    assert (report["dangling"], report["references"]) == ([], 1)
    lines = report["lines"]
    assert lines["total"] == lines["kept"] + len(lines["dropped"]) == len(report["accounted"])


@pytest.mark.parametrize(("name", "data"), FILES)
def test_draft_of_every_format_keeps_looks_levels_and_nesting(import_file, name, data):
    report, _code = import_file(data, name=name)
    page = ArticlePage.objects.get(pk=report["page_id"])
    text = json.dumps(page.body.get_prep_value())
    assert "Migraine is common.[[ref:doe-2021]] It can be <b>treated</b> with 2 or more drugs." in text
    assert "<li>sleep<ul><li>at night</li></ul></li><li>water</li><li>" in text
    assert "<h3>Medicines</h3><p>Take 1.5 tablets" in text
    kinds = [block.block_type for block in page.body]
    assert ("table" in kinds) == (name != "page.docx")
    assert kinds[-1] == "questions"
    assert "quotation" in kinds
    assert Reference.objects.get().doi == "10.1234/rest.2021"
    page.full_clean()
    page.body.stream_block.clean(page.body)


def test_numbers_of_markdown_lines_are_those_of_the_file(read_file):
    page = read_file(MARKDOWN, "page.md")
    rows = MARKDOWN.splitlines()
    assert [row["line"] for row in page.report["accounted"]] == [
        number for number, row in enumerate(rows, start=1) if row.strip()
    ]
    assert rows[min(line for line, reason in page.dropped.items() if reason == "advertisement") - 1] == "Advertisement"


def test_dropped_blocks_of_a_page_say_where_they_stood_and_why(read_file):
    reasons = read_file(HTML, "page.html").dropped
    assert reasons == {3: "navigation", 4: "cookie notice", 12: "advertisement", 23: "foot of the page"}


def test_links_outside_stay_and_links_inside_become_text(read_file):
    page = read_file(
        '<h1>T</h1><p>See <a href="/x">here</a> or <a href="https://example.org/y">there</a>.</p>', "p.html"
    )
    assert 'See here or <a href=\\"https://example.org/y\\">there</a>.' in page.text
    assert any("Links" in sentence for sentence in page.report["needs_person"])


def test_headings_that_are_only_bold_are_headings(read_file):
    prose = "A sentence that is long enough to be prose, and that ends as prose does, with a full stop."
    page = read_file(word_file("A title of a page", prose, "*Symptoms*", prose, "*Causes*", prose), "p.docx")
    assert page.report["title"] == "A title of a page"
    assert page.report["headings"] == 2
    assert "<h2>Symptoms</h2>" in page.text


def test_typed_bullets_in_a_page_and_line_breaks_make_a_list(read_file):
    page = read_file("<h1>T</h1><p>It helps to do this:<br>• rest<br>• drink</p><p>Done.</p>", "p.html")
    assert page.report["lists"] == [2]


def test_web_page_saved_as_text_is_read_as_a_web_page(read_file):
    page = read_file(HTML, "page.txt")
    assert page.report["title"] == "Living with migraine"
    assert "<div" not in page.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_the_encoding_it_was_saved_in(read_file, encoding):
    text = "A title of a page\n\nIt’s “known” as Müller’s sign – and it hurts. More prose stands here, too.\n"
    page = read_file(text.encode(encoding))
    assert "It’s “known” as Müller’s sign – and it hurts." in page.text
    assert any("1252" in sentence for sentence in page.report["needs_person"]) == (encoding == "cp1252")


def test_footnotes_with_names_are_numbered_by_first_use(read_file):
    page = read_file(
        "# T\n\nFever is common[^who], and so is cough.[^cdc][^who]\n\n"
        "[^cdc]: CDC. Cough. 2020. https://example.org/cough\n[^who]: WHO. Fever. 2021. https://example.org/fever\n",
        "p.md",
    )
    assert "common[[ref:1]], and so is cough.[[ref:2,1]]" in page.text
    assert {entry.number: entry.title for entry in page.understood.entries} == {"1": "Fever", "2": "Cough"}


def test_footnotes_of_a_word_file_are_its_references(read_file):
    page = read_file(
        "<h1>T</h1><p>It works.<sup><a href='#footnote-1'>[1]</a></sup><sup><a href='#footnote-2'>[2]</a></sup></p>"
        "<ol><li id='footnote-1'><p>Doe J. Rest. J Rest. 2020;1:1-9. <a href='#r'>↑</a></p></li>"
        "<li id='footnote-2'><p>CDC. Sleep. 2022.</p><p>https://example.org/sleep</p></li></ol>",
        "p.html",
    )
    assert "It works.[[ref:1,2]]" in page.text
    assert [entry.title for entry in page.understood.entries] == ["Rest", "Sleep"]


def test_number_of_a_lonely_line_stays_as_it_was_typed(read_file):
    assert "(1) Take it once a day. (2) Rest." in read_file("T\n\n(1) Take it once a day. (2) Rest.\n").text
