"""What was measured beside what it should be. A ratio is the median of the ratios of all rounds, since what happens on
a shared machine happens to both sides of a round.
"""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

Round = Mapping[str, float]
LEAST = 3  # rounds
REQUESTS, PROCESSOR = " requests", " seconds of processor"  # beside each side's speed


class Reached(Protocol):
    """What a turn reached: how many a second, and how many in all."""

    a_second: float
    requests: int


@dataclass(frozen=True)
class Outcome:
    """One line of the table. ``rounds``: what each side reached in each round; ``sides``: the measured one first.

    ``by_processor``: the same ratio by requests in a second of processor time, which others on the machine leave alone.
    """

    number: int
    name: str
    target: float
    measured: float
    sides: tuple[str, ...] = ()
    rounds: Sequence[Round] = field(default_factory=list)
    at_most: bool = False
    unit: str = ""
    note: str = ""
    by_processor: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the target is reached."""
        return self.measured <= self.target if self.at_most else self.measured >= self.target

    @property
    def spread(self) -> tuple[float, float]:
        """The lowest and the highest ratio of a round."""
        ratios = ratios_of(self.rounds, *self.sides) if self.rounds else [self.measured]
        return min(ratios), max(ratios)


@dataclass(frozen=True)
class NotMeasured:
    """Something that could not be measured here, and why."""

    number: int
    name: str
    reason: str


def ratios_of(rounds: Sequence[Round], measured: str, beside: str) -> list[float]:
    """The ratio of each round."""
    return [each[measured] / each[beside] for each in rounds]


def ratio(
    number: int, name: str, target: float, rounds: Sequence[Round], sides: tuple[str, str], *, note: str = ""
) -> Outcome:
    """A line for what two sides reached in the same rounds. One in which a side got no answer in time is left out;
    raises ``ValueError`` if fewer than ``LEAST`` are left.
    """
    whole = [each for each in rounds if all(each[side] > 0 for side in sides)]
    if len(whole) < min(LEAST, len(rounds)):
        raise ValueError(f"{name}: nothing was answered in {len(rounds) - len(whole)} of {len(rounds)} rounds.")
    if len(whole) < len(rounds):
        note = f"{note}; {len(rounds) - len(whole)} rounds without an answer left out"
    rounds = whole
    median, by_processor = statistics.median(ratios_of(rounds, *sides)), _by_processor(rounds, sides)
    return Outcome(number, name, target, median, sides, rounds, note=note, by_processor=by_processor)


def interleaved(
    contenders: Mapping[str, Callable[[], Reached]],
    rounds: int,
    tell: Callable[[str], object] = lambda words: None,
    processor_time: Callable[[], float] = lambda: 0.0,
) -> list[dict[str, float]]:
    """What each contender reached in each round. All take their turn in every round, every other round backwards, so
    that nobody always comes first. Beside it, how much of it in a second of processor time.
    """
    found = []
    for number in range(rounds):
        order = list(contenders) if number % 2 == 0 else list(reversed(contenders))
        turns: dict[str, tuple[Reached, float]] = {}
        for name in order:
            before = processor_time()
            turn = contenders[name]()
            turns[name] = turn, processor_time() - before
        found.append({name: turns[name][0].a_second for name in contenders})
        for name, (turn, taken) in turns.items():
            found[-1] |= {f"{name}{REQUESTS}": turn.requests, f"{name}{PROCESSOR}": round(taken, 3)}
        told = ", ".join(
            f"{name} {turn.a_second:,.1f} in {taken:.2f} s of CPU" for name, (turn, taken) in turns.items()
        )
        tell(f"  round {number + 1} of {rounds}: {told}")
    return found


def _by_processor(rounds: Sequence[Round], sides: tuple[str, str]) -> float | None:
    """The ratio of requests in a second of processor time, over all rounds in which it could be counted."""
    counted = [each for each in rounds if all(each.get(f"{side}{PROCESSOR}", 0.0) > 0 for side in sides)]
    if not counted:
        return None
    speeds = [
        sum(each[f"{side}{REQUESTS}"] for each in counted) / sum(each[f"{side}{PROCESSOR}"] for each in counted)
        for side in sides
    ]
    return speeds[0] / speeds[1]
