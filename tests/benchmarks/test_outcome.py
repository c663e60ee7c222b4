"""What a run says of two sides that took turns."""

import pytest

from benchmarks.load import Load
from benchmarks.outcome import Outcome, interleaved, ratio


def test_a_ratio_is_the_median_of_the_ratios_of_all_rounds():
    rounds = [
        {"ours": ours, "theirs": theirs} for ours, theirs in ((50, 100), (5, 10), (90, 100), (30, 100), (60, 100))
    ]
    found = ratio(1, "kept page", 0.5, rounds, ("ours", "theirs"))
    assert found.measured == 0.5
    assert found.spread == (0.3, 0.9)
    assert found.holds


def test_a_ratio_below_its_target_does_not_hold_and_a_weight_above_it_does_not_either():
    assert not ratio(1, "kept page", 0.6, [{"ours": 50, "theirs": 100}], ("ours", "theirs")).holds
    assert not Outcome(7, "weight", 40, 40.1, at_most=True).holds
    assert Outcome(7, "weight", 40, 40, at_most=True).holds


def test_a_round_without_an_answer_is_left_out_and_said_so():
    rounds = [{"ours": 50, "theirs": 100}] * 4 + [{"ours": 0, "theirs": 100}]
    found = ratio(1, "kept page", 0.5, rounds, ("ours", "theirs"), note="wrk")
    assert found.measured == 0.5
    assert found.note == "wrk; 1 rounds without an answer left out"


def test_too_few_rounds_with_an_answer_are_no_figure():
    with pytest.raises(ValueError, match="nothing was answered"):
        ratio(1, "kept page", 0.5, [{"ours": 50, "theirs": 0}], ("ours", "theirs"))


def test_all_sides_take_their_turn_in_each_round_and_none_always_comes_first():
    turns = []

    def side(name):
        return lambda: turns.append(name) or Load(float(len(turns)), 10, 0)

    found = interleaved({"ours": side("ours"), "theirs": side("theirs")}, 3)
    assert turns == ["ours", "theirs", "theirs", "ours", "ours", "theirs"]
    assert (found[1]["ours"], found[1]["theirs"]) == (4.0, 3.0)


def test_what_a_side_does_with_the_processor_is_told_beside_its_speed():
    taken = iter([0.0, 2.0, 2.0, 3.0])  # seconds before and after each turn
    sides = {"ours": lambda: Load(50.0, 100, 0), "theirs": lambda: Load(100.0, 100, 0)}
    found = ratio(1, "kept page", 0.5, interleaved(sides, 1, processor_time=lambda: next(taken)), ("ours", "theirs"))
    assert found.measured == 0.5
    assert found.by_processor == 0.5
