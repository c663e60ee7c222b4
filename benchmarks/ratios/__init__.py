"""One module for each ratio of the aims. Each has ``measure``, which gives lines for the table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.house import House
from benchmarks.options import Options
from benchmarks.outcome import NotMeasured, Outcome, Reached, interleaved
from benchmarks.portals import Portals

Lines = Sequence[Outcome | NotMeasured]


@dataclass(frozen=True)
class Bench:
    """What every measurement works with."""

    house: House
    options: Options
    portals: Portals
    say: Callable[[str], object]

    def rounds(self, contenders: dict[str, Callable[[], Reached]]) -> list[dict[str, float]]:
        """What each reached in each round, after one turn that does not count."""
        for warm_up in contenders.values():
            warm_up()
        return interleaved(contenders, self.options.rounds, self.say, self.house.processor_time)
