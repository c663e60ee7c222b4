from datetime import date

import pytest
from bs4 import BeautifulSoup

from articles.models import Reference


@pytest.fixture
def read(client, write):
    """``read(html)``: the page of an article with this text, parsed."""
    return lambda html, **fields: BeautifulSoup(client.get(write(html, **fields).url).content, "html.parser")


def test_reader_follows_a_citation_to_its_reference_and_back(read, library):
    page = read("<p>Relapse is common [[ref:b]].</p><p>Again [[ref:a]] and again [[ref:b]].</p>")
    link = page.find("a", id="cite-1-1")
    assert (link["href"], link["aria-label"], link.text) == ("#ref-1", "reference 1 of 2", "1")
    reference = page.find(id="ref-1")
    assert reference.name == "li"
    assert reference["value"] == "1"
    assert "Source B" in reference.text
    backs = reference.select(".reference-back a")
    assert [back["href"] for back in backs] == ["#cite-1-1", "#cite-1-2"]
    assert backs[1]["aria-label"] == "Back to reference 1 in the text, place 2 of 2"
    assert all(page.find(id=back["href"][1:]) for back in page.select(".reference-back a"))


def test_reference_is_set_like_a_reference(read):
    Reference.objects.create(
        key="full",
        authors="Moreau P, Kumar SK, et al.",
        title="What helps?",
        source="Lancet Oncol",
        year=2021,
        details="22(3):e105-e118",
        doi="10.1016/S1470-2045(20)30756-7",
        pmid="33662288",
        url="https://example.org/elsewhere",
        last_checked=date(2026, 3, 1),
    )
    reference = read("<p>x[[ref:full]]</p>").find(id="ref-1")
    text = " ".join(reference.text.split())
    assert text.startswith("Moreau P, Kumar SK, et al. What helps? Lancet Oncol. 2021;22(3):e105-e118. doi:10.1016/")
    assert reference.find("time")["datetime"] == "2026-03-01"
    links = [link["href"] for link in reference.select(".reference-link")]
    assert links == [
        "https://doi.org/10.1016/S1470-2045(20)30756-7",
        "https://pubmed.ncbi.nlm.nih.gov/33662288/",
    ]


def test_reference_without_doi_and_pmid_shows_its_address(read):
    Reference.objects.create(key="site", title="A page", url="https://example.org/page")
    reference = read("<p>x[[ref:site]]</p>").find(id="ref-1")
    assert " ".join(reference.text.split()) == "A page. https://example.org/page ↑"


def test_list_keeps_the_numbers_of_the_text_when_one_has_no_reference(read, library):
    page = read("<p>x[[ref:a]] y[[ref:1]]</p>", kind="story")  # information waits for all its sources
    assert [item["value"] for item in page.select(".reference-list li")] == ["2"]
    assert page.find("a", id="cite-2-1")["aria-label"] == "reference 2 of 2"


def test_article_without_citations_has_no_list(read, db):
    assert read("<p>x</p>").find(id="references") is None
