"""What somebody may ask for, and what is refused with a sentence."""

import pytest

from benchmarks.options import FULL, QUICK, read


def test_without_a_word_all_ratios_are_measured_in_five_rounds():
    found = read([])
    assert found.only == (1, 2, 3, 4, 5, 6, 7, 8)
    assert found.rounds == 5


def test_some_ratios_sizes_and_rounds_can_be_chosen():
    found = read(["--quick", "--only", "3,1", "--rounds", "7", "--articles", "5000"])
    assert (found.only, found.rounds, found.seconds) == ((1, 3), 7, 1.0)
    assert (found.large.articles, found.large.comments) == (5_000, QUICK.comments)
    assert read(["--full"]).large == FULL


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--only", "9"], "no ratio 9"),
        (["--only", "all"], "takes numbers"),
        (["--rounds", "4"], "needs 5 rounds"),
        (["--seconds", "0"], "more than no time"),
        (["--articles", "10"], "at least what the small one does"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(arguments, words, capsys):
    with pytest.raises(SystemExit):
        read(arguments)
    assert words in capsys.readouterr().err
