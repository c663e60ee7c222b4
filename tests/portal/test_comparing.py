"""Two texts are compared line by line and word by word, and a line stands beside the one that came of it."""

from hypothesis import given
from hypothesis import strategies as st

from portal.comparing import How, changed_lines


def told(before, after):
    return [
        "".join(f"{words.how.value[0]}:{words.text}|" for words in line.words) for line in changed_lines(before, after)
    ]


def test_the_same_text_has_no_changes():
    assert told("One line.\nAnother.", "One line.\nAnother.") == []


def test_changed_words_are_told_within_their_line():
    assert told("We keep it for 30 days.", "We keep it for 60 days.") == ["s:We keep it for |r:30|a:60|s: days.|"]


def test_new_lines_do_not_tear_a_changed_one_from_what_it_was():
    before = "Intro.\nWe keep your address for 30 days.\nEnd."
    after = "Intro.\nA new heading\nSomething else is said here.\nWe keep your address for 60 days.\nEnd."
    assert told(before, after) == [
        "a:A new heading|",
        "a:Something else is said here.|",
        "s:We keep your address for |r:30|a:60|s: days.|",
    ]


def test_lines_without_words_in_common_are_one_gone_and_one_new():
    assert told("We give nothing away.", "Everybody may see it.") == [
        "r:We give nothing away.|",
        "a:Everybody may see it.|",
    ]


lines = st.lists(st.sampled_from(["We keep it.", "We keep it now.", "We sell it.", "…", "A", "B c d"]), max_size=8)


@given(lines, lines)
def test_both_texts_can_be_put_together_from_what_is_told(before, after):
    """What is told of the old text is all of it that is not in the new one, and the other way round."""
    changes = changed_lines("\n".join(before), "\n".join(after))

    def side(kind):
        texts = ["".join(words.text for words in line.words if words.how in (How.SAME, kind)) for line in changes]
        return [text for line, text in zip(changes, texts, strict=True) if text]

    gone, new = side(How.REMOVED), side(How.ADDED)
    unchanged_before = list(before)
    for text in gone:
        unchanged_before.remove(text)
    unchanged_after = list(after)
    for text in new:
        unchanged_after.remove(text)
    assert sorted(unchanged_before) == sorted(unchanged_after)
