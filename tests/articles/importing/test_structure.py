"""Headings, levels, lists and sheets of questions in texts without markup."""

import re

import pytest

PROSE = "A sentence that is long enough to be prose, and that ends as prose does, with a full stop."


def headings(page):
    return [(int(level), text) for level, text in re.findall(r"<h([23])>(.*?)</h[23]>", "".join(
        block["value"] for block in page.blocks if block["type"] == "text"))]  # fmt: skip


def page_of(*paragraphs):
    return "A title of a page\n\n" + "\n\n".join(paragraphs) + "\n"


def test_short_line_without_full_stop_before_prose_is_a_heading(read_file):
    assert headings(read_file(page_of(PROSE, "Symptoms", PROSE, "Causes", PROSE))) == [(2, "Symptoms"), (2, "Causes")]


@pytest.mark.parametrize(
    "line",
    [
        "Take it daily.",
        "such as these",
        "Ask us at help@example.org",
        "It hurts. It lasts",
        "First, and then,",
        "and so on",
    ],
)
def test_line_of_another_shape_is_no_heading(read_file, line):
    assert headings(read_file(page_of(PROSE, line, PROSE))) == []


def test_last_line_announces_nothing_and_is_no_heading(read_file):
    page = read_file(page_of(PROSE, PROSE, "All the best"))
    assert headings(page) == []
    assert "All the best" in page.text


def test_titles_between_two_questions_are_parts_of_the_first(read_file):
    page = read_file(
        page_of(
            "What is it?", PROSE, "How is it treated?", PROSE, "Tablets", PROSE, "Devices", PROSE, "Will it end?", PROSE
        )
    )
    assert headings(page) == [
        (2, "What is it?"),
        (2, "How is it treated?"),
        (3, "Tablets"),
        (3, "Devices"),
        (2, "Will it end?"),
    ]


def test_familiar_sections_are_no_parts_of_a_question(read_file):
    page = read_file(page_of("What is it?", PROSE, "Symptoms", PROSE, "Treatment", PROSE, "Will it end?", PROSE))
    assert {level for level, _text in headings(page)} == {2}


def test_single_question_has_no_parts(read_file):
    page = read_file(page_of("What is it?", PROSE, "Tablets", PROSE, "Devices", PROSE))
    assert {level for level, _text in headings(page)} == {2}


def test_outline_numbers_give_levels(read_file):
    page = read_file(page_of("1 Start", PROSE, "1.1 Tablets", PROSE, "2 End", PROSE))
    assert [level for level, _text in headings(page)] == [2, 3, 2]


def test_level_is_never_skipped(read_file):
    page = read_file("<h1>T</h1><h4>Deep</h4><p>x y.</p><h2>Two</h2><p>x y.</p><h5>Five</h5><p>x.</p>", "p.html")
    assert [level for level, _text in headings(page)] == [2, 2, 3]


@pytest.mark.parametrize("sign", ["•", "–", "—", "*", "-", "●", "▪", "◦", "·", "+", "o"])
def test_usual_bullets_make_a_list(read_file, sign):
    page = read_file(page_of("It helps to do this:", f"{sign} Rest\n{sign} Drink\n{sign} Sleep"))
    assert page.report["lists"] == [3]
    assert "<ul><li>Rest</li><li>Drink</li><li>Sleep</li></ul>" in page.text


@pytest.mark.parametrize("signs", [("1.", "2."), ("1)", "2)"), ("(1)", "(2)"), ("a)", "b)"), ("a.", "b.")])
def test_numbers_and_letters_make_an_ordered_list(read_file, signs):
    page = read_file(page_of("Do this:", f"{signs[0]} Rest\n{signs[1]} Drink"))
    assert "<ol><li>Rest</li><li>Drink</li></ol>" in page.text


def test_lone_dash_or_number_is_text(read_file):
    page = read_file(
        page_of(PROSE, "– a friend of mine", PROSE, "2. Not a list at all, just a number at the start.", PROSE)
    )
    assert page.report["lists"] == []
    assert "– a friend" in page.text
    assert "2. Not a list" in page.text


def test_indented_items_are_nested(read_file):
    page = read_file(page_of("Do this:", "• Rest\n    • at night\n    • at noon\n• Drink"))
    assert "<ul><li>Rest<ul><li>at night</li><li>at noon</li></ul></li><li>Drink</li></ul>" in page.text
    assert page.report["lists"] == [4]


def test_list_that_furniture_cut_in_two_is_one(read_file):
    page = read_file(page_of("It helps to do this:", "• Rest\n• Drink", "Advertisement", "• Sleep\n• Walk"))
    assert page.report["lists"] == [4]


def test_list_cut_off_from_the_line_that_announces_it_is_whole(read_file):
    page = read_file(page_of("It helps to do this:", "Sign up for our newsletter", "• Rest\n• Drink"))
    assert "do this:</p><ul><li>Rest</li>" in page.text


def test_bullets_on_lines_of_their_own_belong_to_the_text_below(read_file):
    page = read_file(page_of("It helps to do this:", "•\nRest\n•\nDrink"))
    assert page.report["lists"] == [2]
    assert page.report["lines"] == {"total": 6, "kept": 6, "dropped": []}


def test_list_that_lost_its_bullets_is_a_list(read_file):
    page = read_file(page_of("It may be caused by:", "Too little sleep\nToo much light\nStrong smells", PROSE))
    assert page.report["lists"] == [3]
    assert page.report["headings"] == 0


def test_line_that_announces_prose_below_such_a_list_is_a_heading(read_file):
    page = read_file(page_of("It may be caused by:", "Too little sleep", "Too much light", "Treatment", PROSE))
    assert page.report["lists"] == [2]
    assert headings(page) == [(2, "Treatment")]


def test_wrapped_paragraphs_are_joined(read_file):
    page = read_file(
        "A title of a page\n\nMigraine is an illness of the brain that many people have, and\n"
        "that comes and goes in attacks. Between two attacks most people\n"
        "feel well and lead a life like everybody else does.\n\n"
        "  * The first item of a list, which is long enough to need a\n    second line\n  * The second item\n"
    )
    assert "have, and that comes and goes in attacks. Between two attacks most people feel well" in page.text
    assert "<li>The first item of a list, which is long enough to need a second line</li>" in page.text
    assert page.report["lists"] == [2]
    assert page.report["lines"]["kept"] == 7


def test_numbered_headings_before_prose_are_headings(read_file):
    page = read_file(page_of(PROSE, "1. Drink enough", PROSE, "2. Sleep well", PROSE))
    assert [text for _level, text in headings(page)] == ["1. Drink enough", "2. Sleep well"]


def test_section_of_questions_becomes_a_sheet(read_file):
    page = read_file(
        page_of(PROSE, "Questions to ask your doctor", "Take these along:", "• What is it?\n• Will it end?", PROSE)
    )
    assert page.blocks[1] == {
        "type": "questions",
        "value": {
            "title": "Questions to ask your doctor",
            "introduction": "<p>Take these along:</p>",
            "questions": ["What is it?", "Will it end?"],
        },
    }
    assert page.report["headings"] == 1
    assert page.report["lists"] == [2]
    assert PROSE in page.blocks[2]["value"]


def test_questions_without_bullets_become_a_sheet(read_file):
    page = read_file(page_of(PROSE, "What should I ask my doctor?", "What is it?", "Will it end?", "Can I drive?"))
    assert page.blocks[-1]["value"]["questions"] == ["What is it?", "Will it end?", "Can I drive?"]


def test_frequently_asked_questions_are_headings_not_a_sheet(read_file):
    page = read_file(page_of(PROSE, "Frequently asked questions", PROSE, "What is it?", PROSE, "Will it end?", PROSE))
    assert page.report["headings"] == 3
    assert all(block["type"] == "text" for block in page.blocks)


def test_first_paragraph_of_one_sentence_becomes_the_summary(read_file):
    page = read_file(page_of("Migraine is an illness of the brain that can be treated.", PROSE))
    assert page.understood.summary == "Migraine is an illness of the brain that can be treated."
    assert "illness" not in page.text


def test_paragraph_with_citations_is_no_honest_summary(read_file):
    page = read_file(page_of("Migraine is an illness of the brain that can be treated.1", PROSE))
    assert page.understood.summary == ""
    assert any("summary" in sentence for sentence in page.report["needs_person"])


def test_file_without_a_title_is_named_after_the_file(read_file):
    page = read_file(f"{PROSE}\n\n{PROSE} More.\n", "living_with-migraine.txt")
    assert page.report["title"] == "Living with migraine"
    assert any("title" in sentence for sentence in page.report["needs_person"])
