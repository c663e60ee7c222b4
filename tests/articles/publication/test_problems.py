"""Each check finds what it should and leaves alone what it should not."""

import pytest
from wagtail.models import Locale

from articles.publication.problems import CHECKS, blocking_problems, find_problems
from tests.articles.publication.conftest import text
from tests.reviewing import publish


def codes(page, severity=None):
    return [problem.code for problem in find_problems(page) if severity in (None, problem.severity)]


def care_card():
    return {"type": "care_card", "value": {"urgency": "urgent", "items": ["<p>it bleeds</p>"], "advice": ""}}


def callout(title="Note", html="<p>Short.</p>"):
    return {"type": "callout", "value": {"title": title, "text": html}}


def test_article_in_good_order_has_no_problems(draft, reference, figure):
    page = draft(
        text("<h2>Relapse</h2><p>Relapse is common.[[ref:moreau-2021]]</p><h3>Signs</h3><p>Tell your team.</p>"),
        figure(alt_text="A drawing of bone marrow", credit="Own work"),
        callout(),
        care_card(),
        sources=[("", reference)],
    )
    assert find_problems(page) == []


@pytest.mark.parametrize(
    ("html", "code", "words"),
    [
        ("<p>A claim.[[ref:nobody-2020]]</p>", "citation-unknown", "nobody-2020"),
        ("<p>A claim.[[ref:moreau-2021,nobody]]</p>", "citation-unknown", "nobody"),
        ("<p>A claim.[[ref:]]</p>", "citation-malformed", "[[ref:]]"),
        ("<p>A claim.[[ref:moreau-2021]</p>", "citation-malformed", "[[ref:moreau-2021]"),
        ("<p>A claim.[[ref:<b>moreau</b>-2021]]</p>", "citation-split", "[[ref:moreau-2021]]"),
    ],
)
@pytest.mark.parametrize("kind", ["information", "story"])
def test_broken_citation_blocks_every_kind_and_names_its_block(draft, reference, html, code, words, kind):
    page = draft(text("<p>Before.</p>"), text(html), kind=kind)
    (problem,) = blocking_problems(page)
    assert (problem.code, problem.block_label, problem.block_position) == (code, "Text", 3)
    assert problem.block_id == page.body[2].id
    assert words in problem.message


@pytest.mark.parametrize(
    ("block", "parts"),
    [
        (text('<p data-block-key="a"></p>'), "Text"),
        (callout(title=" "), "Heading"),
        ({"type": "care_card", "value": {"urgency": "emergency", "items": ["<p> </p>", "<p></p>"]}}, "If"),
        ({"type": "do", "value": {"items": []}}, "Do"),
        ({"type": "questions", "value": {"title": "", "questions": [""]}}, "Heading, Question"),
        ({"type": "table", "value": {"table": {"caption": "Doses", "columns": [], "rows": []}}}, "Table"),
    ],
)
def test_block_with_an_empty_part_blocks_and_the_part_is_named(draft, block, parts):
    (problem,) = blocking_problems(draft(block))
    assert (problem.code, problem.block_position) == ("block-unfinished", 2)
    assert problem.message == f"Not filled in yet: {parts}."


def test_recommended_article_that_is_gone_blocks_nothing(draft, article):
    page = draft({"type": "related", "value": {"title": "More", "articles": [article.pk]}})
    page = publish(page)
    article.delete()
    page = type(page).objects.get(pk=page.pk)
    assert blocking_problems(page) == []


def test_citations_are_checked_wherever_they_may_stand(draft, reference):
    page = draft(
        {"type": "do", "value": {"items": ["<p>walk</p>", "<p>rest[[ref:nobody]]</p>"]}},
        {"type": "questions", "value": {"title": "Ask", "questions": ["Why?", "When?[[ref:nobody]]"]}},
    )
    assert [(problem.block_position, problem.path) for problem in blocking_problems(page)] == [
        (2, "items.1.value"),
        (3, "questions.1.value"),
    ]


def test_citation_where_none_can_stand_blocks(draft, reference, figure):
    page = draft(
        callout(title="Note[[ref:moreau-2021]]"),
        {"type": "details", "value": {"summary": "More [[ref:moreau-2021]]", "text": "<p>x</p>"}},
        figure(alt_text="A cell [[ref:moreau-2021]]"),
    )
    page.summary = "One sentence.[[ref:moreau-2021]]"
    page.search_description = "[[ref:1]]"
    found = [(problem.code, problem.path or problem.field) for problem in blocking_problems(page)]
    assert found == [
        ("citation-misplaced", "title"),
        ("citation-misplaced", "summary"),
        ("citation-misplaced", "image.alt_text"),
        ("citation-misplaced", "summary"),
        ("citation-misplaced", "search_description"),
    ]


def test_number_without_a_reference_blocks_information_and_advises_a_story(draft):
    body = text("<p>One[[ref:1]] two[[ref:1,2]] three[[ref:1]].</p>")
    assert [problem.message for problem in blocking_problems(draft(body))] == [
        "Number 1 of the imported text is cited in 3 places and tied to no reference.",
        "Number 2 of the imported text is cited in 1 place and tied to no reference.",
    ]
    story = draft(body, kind="story")
    assert blocking_problems(story) == []
    assert codes(story, "advises") == ["number-dangling", "number-dangling"]


def test_number_tied_once_is_tied_everywhere(draft, reference):
    page = draft(text("<p>One[[ref:1]] two[[ref:1]].</p>"), text("<p>[[ref:1]]</p>"), sources=[("1", reference)])
    assert find_problems(page) == []


def test_row_without_a_reference_ties_nothing(draft):
    assert codes(draft(text("<p>One[[ref:1]]</p>"), sources=[("1", None)])) == ["number-dangling"]


def test_two_rows_with_one_number_block(draft, reference):
    page = draft(text("<p>One[[ref:1]]</p>"), sources=[("1", reference), ("1", None)])
    (problem,) = blocking_problems(page)
    assert problem.message == "Number 1 stands in 2 rows. Keep one of them."


@pytest.mark.parametrize(
    ("number", "is_wrong"), [("1", False), ("1234", False), ("0", True), ("x", True), ("1a", True)]
)
def test_number_in_a_row_must_be_a_number(draft, reference, number, is_wrong):
    page = draft(text(f"<p>One[[ref:{number}]]</p>"), sources=[(number, reference)])
    assert ("number-malformed" in codes(page, "blocks")) == is_wrong


def test_source_that_nobody_cites_is_named_as_advice(draft, reference):
    page = draft(text("<p>No citation.</p>"), sources=[("", reference)])
    (problem,) = find_problems(page)
    assert (problem.severity, problem.code) == ("advises", "source-uncited")
    assert "moreau-2021" in problem.message


def test_picture_is_described_or_decorative_or_blocks(draft, figure):
    assert codes(draft(figure(credit="x")), "blocks") == ["alt-missing"]
    assert codes(draft(figure(credit="x", alt_text=" ")), "blocks") == ["alt-missing"]
    assert codes(draft(figure(credit="x", decorative=True))) == []
    assert codes(draft(figure(credit="x", alt_text="A cell that divides"))) == []
    assert codes(draft(figure(image=None)), "blocks") == ["picture-missing"]


def test_file_name_is_no_description(draft, figure):
    assert codes(draft(figure(credit="x", alt_text="IMG_2031"))) == ["alt-file-name"]
    assert codes(draft(figure(credit="x", alt_text="marrow-final.PNG"))) == ["alt-file-name"]


def test_credit_in_the_text_or_with_the_picture_is_enough(draft, figure, picture):
    assert codes(draft(figure(alt_text="A cell"))) == ["credit-missing"]
    picture.credit = "Own work"
    picture.save()
    assert codes(draft(figure(alt_text="A cell"))) == []


def test_missing_summary_and_key_points_are_advice(draft):
    page = draft(text("<p>Short.</p>"), summary=" ")
    page.body = page.body[1:] and [text("<p>Short.</p>")]
    assert codes(page) == ["summary-missing", "key-points-missing"]
    page.kind = "story"
    assert codes(page) == ["summary-missing"]


def test_heading_of_the_third_level_needs_one_of_the_second_before_it(draft):
    assert codes(draft(text("<h3>Signs</h3><p>x</p><h2>Later</h2>"))) == ["heading-order"]
    assert codes(draft(text("<h2>Relapse</h2>"), text("<h3>Signs</h3>"))) == []


def test_third_callout_and_third_care_card_are_too_many(draft):
    page = draft(callout(), callout(), care_card(), care_card())
    assert codes(page) == []
    page = draft(callout(), callout(), callout(), care_card(), care_card(), care_card())
    assert [(problem.code, problem.block_position) for problem in find_problems(page)] == [
        ("too-many", 4),
        ("too-many", 7),
    ]


def test_long_sentence_is_named_with_its_first_words(draft):
    twenty = "Relapse " + " ".join(["is"] * 19)
    assert codes(draft(text(f"<p>{twenty}.[[ref:1]]</p>"), kind="story")) == ["number-dangling"]
    (problem,) = find_problems(draft(text(f"<p>{twenty} long.</p>")))
    assert problem.code == "sentence-long"
    assert "“Relapse is is" in problem.message


def test_reading_grade_is_named_with_its_formula_when_it_is_high(draft):
    hard = "<p>" + "Immunomodulatory polychemotherapy necessitates haematological monitoring. " * 25 + "</p>"
    (problem,) = find_problems(draft(text(hard)))
    assert problem.code == "grade-high"
    assert "Flesch-Kincaid" in problem.message
    assert find_problems(draft(text("<p>" + "Ask your team what to do. " * 25 + "</p>"))) == []


def test_texts_in_other_languages_are_not_measured(draft):
    page = draft(text("<p>" + "Donaudampfschifffahrtsgesellschaft " * 120 + "</p>"))
    assert codes(page) == ["sentence-long", "grade-high"]
    page.locale = Locale.objects.create(language_code="de")
    assert codes(page) == []


@pytest.mark.parametrize(
    ("link", "is_named"),
    [
        ('<a href="/x/">click here</a>', True),
        ('<a href="/x/"><b>Here</b></a>', True),
        ('<a href="https://x.org">https://x.org/a</a>', True),
        ('<a href="/x/">Read more.</a>', True),
        ('<a href="/x/">how a relapse is found</a>', False),
        ("click here", False),
    ],
)
def test_link_that_says_nothing_is_named(draft, link, is_named):
    assert codes(draft(text(f"<p>See {link}</p>"))) == (["link-text"] if is_named else [])


def test_what_blocks_comes_first(draft):
    page = draft(text("<h3>Signs</h3><p>x[[ref:nobody]]</p>"), summary="")
    assert [problem.severity for problem in find_problems(page)] == ["blocks", "advises", "advises"]


def test_blocking_checks_are_those_marked_so(draft, figure, reference):
    """``blocking_problems`` leaves out the checks that only advise: none of them may block."""
    page = draft(
        text("<h3>x</h3><p>[[ref:nobody]] [[ref:1]] [[ref:</p>"),
        figure(),
        callout("[[ref:1]]"),
        sources=[("2", reference), ("2", None), ("x", None)],
        summary="",
    )
    blocking = [problem for problem in find_problems(page) if problem.blocks]
    assert blocking == blocking_problems(page)
    assert {problem.code for problem in blocking} == {
        "citation-unknown", "citation-malformed", "citation-misplaced", "number-dangling", "number-twice",
        "number-malformed", "alt-missing",
    }  # fmt: skip


def test_empty_article_is_checked(draft):
    page = draft()
    page.body = []
    assert codes(page) == ["key-points-missing"]


def test_checks_have_names_of_their_own():
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def test_looking_for_problems_takes_two_queries_however_long_the_text(draft, reference, django_assert_max_num_queries):
    page = draft(
        *[text(f"<p>Text {number}[[ref:moreau-2021]]</p>") for number in range(60)], sources=[("9", reference)]
    )
    page = type(page).objects.get(pk=page.pk)
    assert page.locale
    with django_assert_max_num_queries(3):  # rows of sources, keys of the text, keys of the rows
        find_problems(page)
