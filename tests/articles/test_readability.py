"""The reading grade: syllables, sentences, and the formula on a text that was counted by hand."""

import pytest

from articles.readability import is_measurable, long_sentences, reading_grade, sentences, syllables, words


@pytest.mark.parametrize(
    ("count", "examples"),
    [
        (1, "the blood used stopped makes sides aches once one eye 2021"),
        (2, "relapse illness treatment disease table little started treated needed doses headaches quiet being trial"),
        (3, "medicine diseases therapies remission various serious period quality reaction idea area created"),
        (4, "radiation diagnosis inflammation anaemia myeloma bacteria organism experience usually"),
        (5, "haematologist individual"),
    ],
)
def test_syllables_of_common_words(count, examples):
    assert {word: syllables(word) for word in examples.split()} == dict.fromkeys(examples.split(), count)


def test_hyphens_and_apostrophes_keep_a_word_in_one_piece():
    assert words("Don’t stop a long-term, follow-up plan of 2.5 mg.") == [
        "Don’t", "stop", "a", "long-term", "follow-up", "plan", "of", "2.5", "mg",
    ]  # fmt: skip
    assert syllables("long-term") == 2
    assert syllables("people's") == 2


def test_sentences_end_at_full_stops_and_lines_but_not_at_abbreviations_or_decimals():
    text = ["Ask Dr. Halvorsen, e.g. today. Is 2.5 mg enough? “Yes.” Good", "A list item"]
    assert sentences(text) == [
        "Ask Dr. Halvorsen, e.g. today.", "Is 2.5 mg enough?", "“Yes.", "Good", "A list item",
    ]  # fmt: skip


def test_only_sentences_of_more_than_twenty_words_are_long():
    twenty = " ".join(["word"] * 20) + "."
    assert long_sentences([twenty]) == []
    assert long_sentences([twenty, f"One {twenty}"]) == [f"One {twenty}"]


def test_grade_follows_the_published_formula():
    # 100 words in 10 sentences, every word of one syllable: 0.39 * 10 + 11.8 * 1 - 15.59 = 0.11.
    assert reading_grade(["The cat sat on the mat with the big dog."] * 10) == 0.1
    # 110 words in 10 sentences, 12 syllables each: 0.39 * 11 + 11.8 * 120 / 110 - 15.59 = 1.57.
    assert reading_grade(["The cat sat on the mat with the big doctor now."] * 10) == 1.6


def test_short_text_has_no_grade():
    assert reading_grade(["Too short to say."]) is None
    assert reading_grade([]) is None


def test_only_english_is_measured():
    assert is_measurable("en")
    assert is_measurable("en-GB")
    assert not is_measurable("de")


@pytest.mark.parametrize("text", ["", " ", "...", "?!", "🙂" * 50, "a" * 50_000, "e.g. " * 5_000, "A. " * 20_000])
def test_odd_texts_are_measured_without_ado(text):
    reading_grade([text])
    long_sentences([text])
