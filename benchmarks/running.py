"""A whole run: sets up what it needs, measures one ratio after the other, tells what it found, ends everything.

What can't be measured is told and kept as such; the others are measured all the same.
"""

import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from benchmarks import machine
from benchmarks.house import HouseError, a_house
from benchmarks.load import NoLoadError
from benchmarks.options import Options, read
from benchmarks.outcome import NotMeasured, Outcome
from benchmarks.portals import Portals
from benchmarks.ratios import Bench, accepting, growth, in_front, kept_page, scale, servers, uncached, weight
from benchmarks.report.files import write
from benchmarks.report.table import on_screen

RATIOS = {
    1: ("kept article, and a constant", kept_page.measure),
    2: ("kept article through nginx, and a file", in_front.measure),
    3: ("article made anew, and a stock site", uncached.measure),
    4: ("articles with more comments, and later ones", growth.measure),
    5: ("large communities, and small ones", scale.measure),
    6: ("comments kept, and rows inserted", accepting.measure),
    7: ("weight of a page", weight.measure),
    8: ("the web server, and another", servers.measure),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what a command line asks for. 0 if everything that was measured holds, 1 if not. After Ctrl-C, what was
    measured until then is kept."""
    options = read(sys.argv[1:] if arguments is None else arguments)
    before = machine.how_busy()
    if machine.is_busy(before):
        say(machine.warning(before))
    lines: list[Outcome | NotMeasured] = []
    with a_house(options.kept) as house:
        portals = Portals(house, options, say)
        try:
            for line in measured(Bench(house, options, portals, say)):
                lines.append(line)
        except (KeyboardInterrupt, SystemExit):
            say("\nStopped. Everything that was started is being ended; what was measured until now is kept.")
            if not lines:
                return 130
            lines.append(NotMeasured(0, "the rest", "The run was stopped."))
        run = described(options, portals, before)
    say(f"\n{on_screen(lines)}\n")
    for path in write(options.results, run, lines):
        say(f"Written: {path}")
    return 0 if all(line.holds for line in lines if isinstance(line, Outcome)) else 1


def measured(bench: Bench) -> Iterator[Outcome | NotMeasured]:
    """The lines of every ratio that was asked for, as they come."""
    for number in bench.options.only:
        name, measure = RATIOS[number]
        begun = time.monotonic()
        say(f"\n== {number}: {name}")
        try:
            found = measure(bench)
        except (HouseError, NoLoadError, subprocess.SubprocessError, ValueError, KeyError) as error:
            say(f"NOT MEASURED: {error}")
            if not isinstance(error, NoLoadError):
                traceback.print_exc()
            found = [NotMeasured(number, name, str(error).strip().splitlines()[0][:200])]
        say(on_screen(found))
        say(f"-- {time.monotonic() - begun:.0f} s")
        yield from found


def described(options: Options, portals: Portals, before: dict[str, Any]) -> dict[str, Any]:
    """Everything about a run but its figures."""
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S%z"),
        "options": {**asdict(options), "results": "", "kept": bool(options.kept)},
        "large": ", ".join(f"{value:,} {name}" for name, value in vars(options.large).items()),
        "database": portals.cluster.version if portals.cluster else "SQLite",
        "machine": machine.described(),
        "before": before,
        "after": machine.how_busy(),
        "was_busy": machine.is_busy(before),
    }


def say(words: str) -> None:
    """Tells how far it is."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
