import time

import pytest

from articles.importing.markers import expand, find_markers
from articles.importing.pieces import Line
from articles.importing.web_page import spans_of

CITING = "It was tested.1 It works.2,3 Nobody knows why.4"


def marked(*texts, listed=()):
    """``texts`` with {numbers} where a marker was found."""
    findings = find_markers([Line((index,), spans_of(text)) for index, text in enumerate(texts)], listed)
    return [
        "".join("{" + ",".join(span.numbers) + "}" if span.numbers else span.text for span in line.spans)
        for line in findings.lines
    ], findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a round of treatment.1,2", "a round of treatment.{1,2}"),
        ("It includes:1-3", "It includes:{1,2,3}"),
        ("(an autologous transplant).1–3 Then", "(an autologous transplant).{1,2,3} Then"),
        ("called a “relapse.”1,2", "called a “relapse.”{1,2}"),
        ("called “relapse”1,2 here", "called “relapse”{1,2} here"),
        ("about 50%.2", "about 50%.{2}"),
        ("It was so in 2019.3 Later", "It was so in 2019.{3} Later"),
        ("risk,1 but other;2 then", "risk,{1} but other;{2} then"),
        ("in the blood. 1,2", "in the blood.{1,2}"),
        ("of the cells1,2 and more", "of the cells{1,2} and more"),
        ("a relapse [1], a [2-3].", "a relapse{1}, a{2,3}."),
        ("a relapse[^2]. More^1,2^ here", "a relapse{2}. More{1,2} here"),
        ("a relapse [1][2].", "a relapse{1,2}."),
        ("the drug<sup>1</sup>,<sup>2</sup> helps", "the drug{1,2} helps"),
        ("the drug<sup>1-3</sup> helps.¹,²", "the drug{1,2,3} helps.{1,2}"),
    ],
)
def test_citation_is_found(text, expected):
    assert marked(CITING, text)[0][1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Doctors use 2 or more drugs.",
        "Take 5.2 mg, or 1.5 tablets, twice.",
        "It is so since 2019.",
        "This was grade 2.",
        "COVID-19, B12, CD38, H1N1, IL-6, omega-3, vitamin D3 and BRCA1.",
        "type2 diabetes and omega3 fats",
        "Stage 3 of 4, phase 1/2, weeks 2-3, 1,200 people, 10:1",
        "First (1) rest, (2) drink.",
        "at 5:30 p.m., for $5.99, call (555)123-4567",
        "doi:10.1016/S1470-2045(20)30756-7",
        "See Fig.1 and No.2 on p.3 of www.example.org/a.1",
        "version 2.0, section 1.2, aged 65.1",
        "10<sup>9</sup>/L, m², kg/m<sup>2</sup>, 10³, R²",
        "the dose:2 mg",
        "<sup>131</sup>I was given",
    ],
)
def test_number_that_is_no_citation_stays_text(text):
    assert "{" not in marked(CITING, text)[0][1]


def test_lone_number_far_from_the_run_stays_text_and_is_named():
    texts, findings = marked("It works.1 And more.2", "The last word.37")
    assert texts[1] == "The last word.37"
    assert [candidate.numbers for candidate in findings.doubtful] == [("37",)]


def test_number_in_the_files_own_list_is_believed():
    assert marked("The last word.37", listed=[str(number) for number in range(1, 41)])[0] == ["The last word.{37}"]


def test_numbers_in_round_brackets_count_only_with_a_list_of_references():
    assert marked("It works (1,2).", listed=["1", "2"])[0] == ["It works{1,2}."]
    assert marked("It works (1,2).")[0] == ["It works (1,2)."]


def test_bracketed_numbers_that_never_start_at_one_stay_text():
    assert marked("He wrote [38] and [55] here.")[0] == ["He wrote [38] and [55] here."]


def test_occurrences_are_counted_once_and_numbers_listed_in_order():
    _texts, findings = marked("It works.2,1 More [3], [1].")
    assert findings.count == 2
    assert findings.numbers == ("1", "2", "3")


@pytest.mark.parametrize(("run", "numbers"), [("1,3-5", ("1", "3", "4", "5")), ("5-3", ()), ("0", ()), ("1-300", ())])
def test_ranges_are_written_out_when_they_make_sense(run, numbers):
    assert expand(run) == numbers


def test_numbers_that_count_what_a_line_lists_are_no_citations():
    listed = {"1", "2", "3"}
    counted = "Causes are (1) age, (2) weight, and (3) smoking. (2) Rest."
    assert marked("It works (1).", counted, listed=listed)[0] == ["It works{1}.", counted]


def test_number_in_round_brackets_amid_a_sentence_cites_where_others_do():
    texts = ("It works (1). It lasts after age 30 (2).", "People with severe pain (3) need care.")
    assert marked(*texts, listed={"1", "2", "3"})[0][1] == "People with severe pain{3} need care."


def test_round_brackets_cite_without_a_list_when_they_run_from_one_through_the_text():
    texts = ("It works (1).", "It was tested (2, 3).", "It costs 5 (five) and lasts (2).")
    assert marked(*texts)[0] == ["It works{1}.", "It was tested{2,3}.", "It costs 5 (five) and lasts{2}."]
    assert marked("The steps are: wash (1), rinse (2), dry (3).")[0] == ["The steps are: wash (1), rinse (2), dry (3)."]


def test_run_of_numbers_may_begin_on_a_word():
    assert marked("It weakens bones1-3 early.", "It lasts.4")[0] == ["It weakens bones{1,2,3} early.", "It lasts.{4}"]


def test_decimal_that_may_be_a_citation_stays_text_and_is_named():
    findings = find_markers([Line((0,), spans_of("It works.1,2 It is rare over 50.2 In women it isn't."))])
    assert [(candidate.style, candidate.numbers) for candidate in findings.doubtful] == [("after a number", ("2",))]


def test_raised_numbers_in_brackets_of_their_own_are_one_citation():
    assert marked("It works.<sup>[1]</sup><sup>[2]</sup>")[0] == ["It works.{1,2}"]


def test_long_stretch_of_raised_figures_costs_no_more_than_its_length():
    stretch = "1" * 3000 + "x" + "1 " * 3000 + "x"
    assert marked(f"It works<sup>{stretch}</sup>")[1].count == 0


def test_line_of_nothing_but_markers_is_read_in_no_time():
    started = time.process_time()
    assert marked("It works." + "[1]" * 12_000 + "^2^" * 4_000)[1].count == 1
    assert time.process_time() - started < 3
