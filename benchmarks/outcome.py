"""What was measured beside what it should be. A ratio is the median of the ratios of all rounds, since what happens on
a shared machine happens to both sides of a round.
"""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

Round = Mapping[str, float]
BY_PROCESSOR = " by processor"


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
    """A line for what two sides reached in the same rounds. Raises ``ValueError`` for a side that reached nothing."""
    if any(each[side] <= 0 for each in rounds for side in sides):
        raise ValueError(f"{name}: nothing was answered in one of the rounds.")
    measured, beside = (f"{side}{BY_PROCESSOR}" for side in sides)
    knows = all(each.get(measured) and each.get(beside) for each in rounds)
    by_processor = statistics.median(ratios_of(rounds, measured, beside)) if knows else None
    median = statistics.median(ratios_of(rounds, *sides))
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
        reached: dict[str, tuple[float, float]] = {}
        for name in order:
            before = processor_time()
            turn = contenders[name]()
            taken = processor_time() - before
            reached[name] = (turn.a_second, turn.requests / taken if taken > 0 else 0.0)
        found.append({name: reached[name][0] for name in contenders})
        found[-1] |= {f"{name}{BY_PROCESSOR}": round(reached[name][1], 1) for name in contenders}
        told = ", ".join(f"{name} {speed:,.0f} ({by:,.0f} by CPU)" for name, (speed, by) in reached.items())
        tell(f"  round {number + 1} of {rounds}: {told}")
    return found
