import pytest

from articles.blocks.pieces import TextPiece
from articles.citations.checking import ListedSource, check_text, cited_keys, dangling_numbers, never_cited

KNOWN = {"a", "b", "moreau-2021"}


def problems(text, *, is_html=True):
    return [(problem.kind.value, problem.token) for problem in check_text(text, is_html=is_html, known_keys=KNOWN)]


def piece(text, *, is_html=True):
    return TextPiece("", "text", "Text", 1, "", is_html, True, text)


@pytest.mark.parametrize("text", ["<p>x[[ref:a]] [[ref:b, moreau-2021]] [[ref:1]]</p>", "<p>No citation.</p>", ""])
def test_good_text_has_no_problem(text):
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>x[[ref:nobody]]</p>", [("unknown", "nobody")]),
        ("<p>x[[ref:a,nobody,1,no-one]]</p>", [("unknown", "nobody"), ("unknown", "no-one")]),
        ("<p>x[[ref:a b]]</p>", [("malformed", "[[ref:a b]]")]),
        ("<p>x[[ref:a</p><p>y</p>", [("malformed", "[[ref:a")]),
        ("<p>x[[ref:<b>a</b>]]</p>", [("split", "[[ref:a]]")]),
        ("<p>x[[<i>ref</i>:a]]</p>", [("split", "[[ref:a]]")]),
        ('<p><a href="/x/[[ref:a]]">x</a></p>', [("malformed", "[[ref:a]]")]),
        ("<p>x[[ref:nobody]]</p><p>[ref:a]</p>", [("unknown", "nobody"), ("malformed", "[ref:a]")]),
    ],
)
def test_each_problem_is_named_with_its_words(text, expected):
    assert problems(text) == expected


def test_plain_text_is_read_as_it_stands():
    assert problems("2 < 3 [[ref:nobody]] <b>", is_html=False) == [("unknown", "nobody")]


def test_keys_are_counted_over_all_texts_and_broken_tokens_cite_nothing():
    pieces = [
        piece("<p>x[[ref:a,1]] y[[ref:a]]</p>"),
        piece("z[[ref:1]] [[ref:b", is_html=False),
        piece("[[ref:<b>b</b>]]"),
    ]
    assert cited_keys(pieces) == {"a": 2, "1": 2}


def test_numbers_without_a_reference_are_listed_in_order_with_how_often_they_stand():
    cited = cited_keys([piece("<p>[[ref:10]] [[ref:2,3]] x[[ref:2]]</p>")])
    sources = [ListedSource("3", "a"), ListedSource("10", "")]
    assert dangling_numbers(cited, sources) == {"2": 2, "10": 1}
    assert list(dangling_numbers(cited, sources)) == ["2", "10"]


def test_sources_that_the_text_never_cites_are_listed():
    cited = cited_keys([piece("<p>[[ref:a]] [[ref:2]]</p>")])
    used = [ListedSource("", "a"), ListedSource("2", "b")]
    unused = [ListedSource("3", "moreau-2021"), ListedSource("", "b")]
    assert never_cited(cited, [*used, *unused, ListedSource("9", "")]) == unused
