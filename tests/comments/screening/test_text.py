"""Folding, the readings of a text, and the way back to what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.screening.text import Text


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Ｆｕｌｌ　Ｗｉｄｔｈ", "full width"),
        ("Café, naïve, Straße", "cafe, naive, strasse"),
        ("іdіоt", "idiot"),  # Cyrillic letters
        ("ιdiοt", "idiot"),  # Greek letters
        ("ɪᴅɪᴏᴛ 🅸🅳🅸🅾🆃 ⓘⓓⓘⓞⓣ", "idiot idiot idiot"),
        ("idi\u200bo\u00adt", "idiot"),
        ("i\u0300\u0301\u0302d", "id"),
        ("a \n\t\u00a0\u3000\u2800b", "a b"),
        ("don’t “go” – now…", 'don\'t "go" - now...'),
        ("0.5 µg", "0.5 μg"),
        ("\u202eabc\u202c", "abc"),
        ("\ud800x\0y", "\ud800xy"),
        ("", ""),
    ],
)
def test_what_looks_alike_is_folded_alike(typed, folded):
    assert Text(typed).folded == folded


@pytest.mark.parametrize(
    ("typed", "word", "passage"),
    [
        ("an і d і о t!", "idiot", "і d і о t"),
        ("an i.d.i.o.t!", "idiot", "i.d.i.o.t"),
        ("an 1d10t!", "idiot", "1d10t"),
        ("an ｉ　ｄ　１　０　ｔ now", "idiot", "ｉ　ｄ　１　０　ｔ"),
        ("an idiót\u0301\u0302 now", "idiot", "idiót\u0301\u0302"),
    ],
)
def test_a_word_in_disguise_is_read_and_its_passage_found_in_what_was_typed(typed, word, passage):
    reading = Text(typed).unmasked
    start = reading.characters.index(word)
    assert typed[slice(*reading.span(start, start + len(word)))] == passage


def test_words_that_stand_apart_stay_apart():
    assert Text("I have a b c, to go. It is a 5 km run").joined.characters == "i have a b c, to go. it is a 5 km run"


def test_a_number_is_not_read_as_a_word():
    assert Text("CD4 350, 1.5 mg").unmasked.characters == "cda 350, 1.5 mg"


def test_one_character_does_not_become_many():
    text = Text("a\ufdfab")
    assert len(text.folded) <= 8
    assert text.span(len(text.folded) - 1, len(text.folded)) == (2, 3)


def test_spans_at_the_end_and_of_nothing_stay_within_the_text():
    text = Text("abc\u0301")
    assert (text.span(2, 3), text.span(1, 1), text.span(3, 3)) == ((2, 4), (1, 1), (4, 4))
    assert Text("").span(0, 0) == (0, 0)


@pytest.mark.parametrize("unit", ["a", "a ", "a.", "\u0301", "a\u0301", "\ufdfa", " ", "\u200b", "1d", "@!"])
def test_reading_takes_linear_time(unit, grows_linearly):
    def read(size):
        text = Text(unit * (size // (4 * len(unit))))
        text.unmasked.span(0, len(text.unmasked.characters))

    assert grows_linearly(read)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_english_is_read_as_everything_else_is(typed):
    """ASCII takes a short way: it must lead to where the long one leads."""
    text, long_way = Text(typed).plain, Text(typed + "é").plain
    assert long_way.characters.removesuffix("e") == text.characters
    assert long_way.places[:-1] == text.places
