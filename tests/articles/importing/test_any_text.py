"""Whatever stands in a file: the importer never raises but for what it can't read, and accounts for every line."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.citations.tokens import TOKEN
from articles.importing.blocks import to_blocks
from articles.importing.pieces import UnreadableError
from articles.importing.reading import read
from articles.importing.report import as_text, describe
from articles.importing.understanding import understand
from tests.articles.importing.pages import SCRAPED

pytestmark = pytest.mark.any_database

WORDS = st.sampled_from(
    [
        *(
            "pain",
            "Migraine",
            "2",
            "1.5 mg",
            "drug.1,2",
            "including:",
            "•",
            "-",
            "1.",
            "(1)",
            "a)",
            "Why?",
            "References",
        ),
        *("[1]", "[^1]:", "#", "##", "---", "===", "| a | b |", "<p>", "</p>", "<li>", "<script>", "<sup>1</sup>", "¹"),
        *(
            "[[ref:x]]",
            "Advertisement",
            "Join the conversation",
            "Reviewed by: Jane Doe",
            "December 2024",
            "03/04/2024",
        ),
        *("Smith J.", "2019;3:1-2.", "https://example.org", "\t", "  ", "\u202e", "\u200b", "“so”", "ß", "日本"),
    ]
)
LINES = st.lists(WORDS, max_size=8).map(" ".join)
PAGES = st.one_of(st.lists(LINES, max_size=25).map("\n".join), st.text(max_size=300))
NAMES = st.sampled_from(["page.txt", "page.md", "page.html"])
CALM = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def accounted(name, data):
    try:
        understood = understand(read(name, data))
    except UnreadableError:
        return None
    report = describe(understood)
    assert as_text(report)
    lines, pieces = report["lines"], range(len(understood.source.pieces))
    assert set(understood.became) | set(understood.dropped) == set(pieces)
    assert not set(understood.became) & set(understood.dropped)
    assert lines["total"] == lines["kept"] + len(lines["dropped"]) == len(report["accounted"]) == len(pieces)
    return understood


@CALM
@given(text=PAGES, name=NAMES)
def test_every_line_of_any_text_is_kept_or_dropped(text, name):
    understood = accounted(name, text.encode("utf-8", "surrogatepass"))
    if understood and name == "page.txt" and not understood.source.title:
        assert {piece.number for piece in understood.source.pieces} <= set(
            range(1, text.count("\n") + text.count("\r") + 2)
        )


@CALM
@given(data=st.binary(max_size=200), name=NAMES | st.just("page.docx"))
def test_any_bytes_are_read_or_refused(data, name):
    accounted(name, data)


@CALM
@given(text=PAGES, name=NAMES)
def test_only_the_importer_writes_citations_and_markup(text, name):
    understood = accounted(name, text.encode("utf-8", "surrogatepass"))
    if understood is None:
        return
    html = str(to_blocks(understood.structure.elements, lambda number: f"n{number}"))
    assert all(re.fullmatch(r"n\d+(,n\d+)*", token[1]) for token in TOKEN.finditer(html))
    assert not re.search(r"<(?!/?(?:p|b|i|a|ul|ol|li|h2|h3|br)\b)[a-z]", html)


@CALM
@given(
    added=st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from(["Advertisement", "Share on Facebook", "© 2024 Example"])),
        max_size=6,
    )
)
def test_furniture_put_anywhere_into_a_page_changes_nothing_but_the_report(added):
    plain = understand(read("page.txt", SCRAPED.encode()))
    rows = SCRAPED.split("\n")
    for place, text in sorted(added, reverse=True):
        if place < len(rows) and place > 1:
            rows[place:place] = ["", text, ""] if not rows[place - 1].startswith("  •") else [text]
    mixed = understand(read("page.txt", "\n".join(rows).encode()))
    assert (mixed.title.text, mixed.findings.count, mixed.structure.headings) == (
        plain.title.text, plain.findings.count, plain.structure.headings,
    )  # fmt: skip
    assert mixed.structure.lists == plain.structure.lists
