import pytest

from articles.citations.tokens import find_tokens, holds_token, strip_tokens

WELL_FORMED = {
    "[[ref:moreau-2021]]": ("moreau-2021",),
    "[[ref:a,b-2]]": ("a", "b-2"),
    "[[ ref: A , b ]]": ("a", "b"),
    "[[REF:a,a]]": ("a",),
    "[[ref:1,02]]": ("1", "2"),
    "[[ref:\u00a0a]]": ("a",),
}
MALFORMED = [
    "[[ref:]]",
    "[[ref:,]]",
    "[[ref:a b]]",
    "[[ref:a-]]",
    "[[ref:é]]",
    "[[ref:a]",
    "[[ref:a",
    "[[ref: moreau-2021",
    "[ref:a]]",
    "[ref:a]",
    "[ [ref:a]]",
    "[[ref a]]",
    "[[ref;a]]",
    "[[refs:a]]",
    "ref:a]]",
    "[[moreau-2021]]",
    "[[ref:" + "a" * 61 + "]]",
]
PROSE = [
    "[ref. 3]",
    "see [Ref: Smith 2001]",
    "refractory [see below]",
    "array[0]",
    "[[refractory]]",
    "(ref: a)",
    "preref:a",
]


@pytest.mark.parametrize(("text", "keys"), WELL_FORMED.items())
def test_token_names_its_keys(text, keys):
    assert [found.keys for found in find_tokens(text)] == [keys]


@pytest.mark.parametrize("text", MALFORMED)
def test_malformed_token_is_found_whole_and_names_no_key(text):
    (found,) = find_tokens(f"Before {text} after.")
    assert found.words == text
    assert found.keys == ()


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_brackets_is_left_alone(text):
    assert not holds_token(text)
    assert strip_tokens(f"Before {text} after.") == f"Before {text} after."


@pytest.mark.parametrize("text", [*WELL_FORMED, *MALFORMED])
def test_plain_text_loses_tokens_and_the_space_before_them(text):
    assert strip_tokens(f"Relapse is common {text}, we know.") == "Relapse is common, we know."


def test_an_unfinished_token_does_not_take_the_sentence_with_it():
    assert strip_tokens("It helps [[ref: and more people are cured.") == "It helps and more people are cured."


def test_no_token_appears_when_another_is_taken_out_of_its_middle():
    assert strip_tokens("[[re[[ref:x]]f:secret]]") == "ref:secret"
    assert not holds_token(strip_tokens("[[re" * 50 + "[[ref:x]]" + "f:a]]" * 50))


@pytest.mark.parametrize(
    "unit", ["[[ref:", "[[ref:a,", "[[ref: ", "[ [", "[[ ", " ", "[[ref", "[ref:a", "ref:", "[[a-", "ref: a,"]
)
def test_hostile_text_takes_linear_time(unit, grows_linearly):
    assert grows_linearly(lambda size: strip_tokens("[[ref:" + unit * size))
