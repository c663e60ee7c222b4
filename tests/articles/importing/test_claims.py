import pytest

from articles.importing.claims import claims_in


def told(text):
    return [
        (claim.what, claim.person, claim.date.value if claim.date else "") for claim in claims_in(text, near_top=True)
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Reviewed by: Example Board | Last reviewed: May 2023",
            [("reviewed", "Example Board", ""), ("reviewed", "", "2023-05")],
        ),
        ("Medically reviewed by Jane Doe, MD, on March 5, 2024", [("reviewed", "Jane Doe, MD", "2024-03-05")]),
        (
            "Medically reviewed by A. B. Smith, M.D., MPH — Written by Tim Roe — Updated on January 8, 2024",
            [("reviewed", "A. B. Smith, M.D., MPH", ""), ("written", "Tim Roe", ""), ("updated", "", "2024-01-08")],
        ),
        ("Fact checked by Jane Doe", [("fact-checked", "Jane Doe", "")]),
        ("Page last reviewed: 5 March 2024", [("reviewed", "", "2024-03-05")]),
        ("Next review due: 5 March 2027", [("next review due", "", "2027-03-05")]),
        ("Reviewed March 2024 by Jane Doe", [("reviewed", "Jane Doe", "2024-03")]),
        ("By Jane Doe and John Smith", [("written", "Jane Doe and John Smith", "")]),
        ("Medizinisch geprüft von Dr. med. Anna Beispiel", [("reviewed", "Dr. med. Anna Beispiel", "")]),
        ("Zuletzt aktualisiert am 5. März 2024", [("updated", "", "2024-03-05")]),
        ("Revisado médicamente por Dra. Ana Ejemplo", [("reviewed", "Dra. Ana Ejemplo", "")]),
        ("Última revisión: diciembre de 2024", [("reviewed", "", "2024-12")]),
        (
            "Last updated 5 May 2023 / Reviewed by the Heart Example Board",
            [("updated", "", "2023-05-05"), ("reviewed", "the Heart Example Board", "")],
        ),
        (
            "Medizinisch geprüft von Dr. med. Anna Beispiel, zuletzt aktualisiert am 12. Januar 2023",
            [("reviewed", "Dr. med. Anna Beispiel", ""), ("updated", "", "2023-01-12")],
        ),
        (
            "Medically reviewed by Jane Doe, MD, last updated on 3 May 2024",
            [("reviewed", "Jane Doe, MD", ""), ("updated", "", "2024-05-03")],
        ),
        ("Medically reviewed by Jane Doe, MD — March 3, 2024", [("reviewed", "Jane Doe, MD", "2024-03-03")]),
        ("By Tim Roe | March 3, 2024", [("written", "Tim Roe", ""), ("published", "", "2024-03-03")]),
        ("Review Date 8/15/2023", [("reviewed", "", "2023-08-15")]),
        ("Date Last Reviewed: 5/5/2024", [("reviewed", "", "2024-05-05")]),
        ("Reviewed/Revised: 12/2023", [("reviewed", "", "2023-12")]),
        ("Last reviewed: Winter 2023", [("reviewed", "", "2023")]),
        ("This article was medically reviewed by Jane Doe, MD.", [("reviewed", "Jane Doe, MD", "")]),
        (
            "Clinically reviewed by Dr. Jane Doe, consultant neurologist, December 2024",
            [("reviewed", "Dr. Jane Doe, consultant neurologist", "2024-12")],
        ),
        ("Approved by the Example Editorial Board, 08/2023", [("reviewed", "the Example Editorial Board", "2023-08")]),
        ("✓ Medically reviewed by our clinical team", [("reviewed", "our clinical team", "")]),
        (
            "Author: Sam Field, Medical reviewer: Jane Doe, Date: 3 March 2024",
            [("written", "Sam Field", ""), ("reviewed", "Jane Doe", ""), ("published", "", "2024-03-03")],
        ),
        (
            "Author: Jane Doe | Published: 2023-05-01 | 5 min read",
            [("written", "Jane Doe", ""), ("published", "", "2023-05-01")],
        ),
    ],
)
def test_claim_is_recognised(text, claims):
    assert told(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Reviewed by experts, this treatment is safe.",
        "Updated guidelines recommend two drugs.",
        "Reviewed studies show a benefit.",
        "By 2019, new drugs were available.",
        "By mouth",
        "Approved by the agency in 2019",
        "Verified treatments",
        "Review your medicines",
        "Text messages can help",
        "Standard treatment",
    ],
)
def test_prose_and_headings_are_no_claims(text):
    assert told(text) == []


def test_claim_over_two_lines_is_one(read_file):
    report = read_file("A title of a page\n\nMedically reviewed by\n\nJane Doe, MD\n\nSome prose stands here.\n").report
    assert report["claimed_reviewer"] == "Jane Doe, MD"
    assert [row["became"] for row in report["accounted"]] == ["title", "claim", "claim", "paragraph"]


def test_ambiguous_date_is_flagged_and_named_to_a_person(read_file):
    report = read_file("A title of a page\n\nLast reviewed: 03/04/2024\n\nSome prose stands here.\n").report
    assert report["claimed_date"] == {"value": "2024-04-03", "precision": "day", "ambiguous": True}
    assert any("2024-03-04" in sentence for sentence in report["needs_person"])


def test_date_that_does_not_exist_is_named_to_a_person(read_file):
    report = read_file("A title of a page\n\nLast reviewed: 31 February 2024\n\nSome prose stands here.\n").report
    assert report["claimed_date"] is None
    assert any("31 February 2024" in sentence for sentence in report["needs_person"])


def test_page_without_a_claim_claims_nothing(read_file):
    report = read_file("A title of a page\n\nSome prose stands here.\n").report
    assert report["claimed_reviewer"] is None
    assert report["claimed_date"] is None


def test_byline_and_date_above_the_references_are_claims(read_file):
    page = read_file(
        "A title\n\n" + "Prose stands here. It goes on.\n\n" * 12 + "By Example Staff\nApril 15, 2023\n\n"
        "References\n\nDoe J. A trial of rest. Pain Med. 2016;17(3):463-468.\n"
    )
    assert [claim["what"] for claim in page.report["claims"]] == ["written", "published"]
