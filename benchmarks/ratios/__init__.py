"""One module for each ratio of the aims. Each has ``measure``, which gives lines for the table."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.house import House
from benchmarks.load import NoLoadError, demand_page
from benchmarks.options import Options
from benchmarks.outcome import NotMeasured, Outcome, Reached, interleaved
from benchmarks.portals import Portals

Lines = Sequence[Outcome | NotMeasured]
Page = tuple[str, dict[str, str]]  # address and headers
ANSWERS = 5  # that a turn has to have, or it tells little
LONGEST = 30.0  # seconds of a turn


@dataclass(frozen=True)
class Bench:
    """What every measurement works with."""

    house: House
    options: Options
    portals: Portals
    say: Callable[[str], object]

    def turn(self, *pages: Page) -> float:
        """Seconds of a turn in which even the slowest of these pages is given some times."""
        slowest = 0.0
        for address, headers in pages:
            demand_page(address, headers)  # which may have to be made ready first
            begun = time.monotonic()
            demand_page(address, headers)
            slowest = max(slowest, time.monotonic() - begun)
        return min(LONGEST, max(self.options.seconds, ANSWERS * slowest))

    def lines(self, number: int, wanted: Mapping[str, Callable[[], Outcome]]) -> Lines:
        """A line for each of these measurements. One that fails leaves the others as they are."""
        found: list[Outcome | NotMeasured] = []
        for name, measure in wanted.items():
            self.say(f" {name}")
            try:
                found.append(measure())
            except (NoLoadError, ValueError) as error:
                self.say(f" NOT MEASURED: {error}")
                found.append(NotMeasured(number, name, str(error)))
        return found

    def rounds(self, contenders: dict[str, Callable[[], Reached]]) -> list[dict[str, float]]:
        """What each reached in each round, after one turn that does not count."""
        for warm_up in contenders.values():
            warm_up()
        return interleaved(contenders, self.options.rounds, self.say, self.house.processor_time)
