"""What was measured beside what it should be. A ratio is the median of the ratios of all rounds, since what happens on
a shared machine happens to both sides of a round.
"""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Round = Mapping[str, float]


@dataclass(frozen=True)
class Outcome:
    """One line of the table. ``rounds``: what each side reached in each round; ``sides``: the measured one first."""

    number: int
    name: str
    target: float
    measured: float
    sides: tuple[str, ...] = ()
    rounds: Sequence[Round] = field(default_factory=list)
    at_most: bool = False
    unit: str = ""
    note: str = ""

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
    return Outcome(number, name, target, statistics.median(ratios_of(rounds, *sides)), sides, rounds, note=note)


def interleaved(
    contenders: Mapping[str, Callable[[], float]], rounds: int, tell: Callable[[str], object] = lambda words: None
) -> list[dict[str, float]]:
    """What each contender reached in each round. All take their turn in every round, every other round backwards, so
    that nobody always comes first.
    """
    found = []
    for number in range(rounds):
        order = list(contenders) if number % 2 == 0 else list(reversed(contenders))
        reached = {name: contenders[name]() for name in order}
        found.append({name: reached[name] for name in contenders})
        told = ", ".join(f"{name} {value:,.0f}" for name, value in found[-1].items())
        tell(f"  round {number + 1} of {rounds}: {told}")
    return found
