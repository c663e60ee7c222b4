"""8: the portal under the web server that it ships with, and under gunicorn: a kept article, and one made anew."""

from functools import partial

from benchmarks.load import MORE_CONNECTIONS, demand_same, rate
from benchmarks.outcome import Outcome, ratio
from benchmarks.ratios import Bench, Lines

TARGET = 1.0
OURS, OTHER = "granian", "gunicorn"
SHOWN = "text-2"  # 1,200 words, 25 references, 200 comments


def measure(bench: Bench) -> Lines:
    """A line for each of the two."""
    kinds = {"kept article": True, "article made anew": False}
    return bench.lines(8, {name: partial(_compare, bench, name, keeps_pages=kinds[name]) for name in kinds})


def _compare(bench: Bench, name: str, *, keeps_pages: bool) -> Outcome:
    large = bench.portals.large
    pages = {
        by: bench.portals.served(large, keeps_pages=keeps_pages, by=by) + large.path(SHOWN) for by in (OURS, OTHER)
    }
    if keeps_pages:
        demand_same(list(pages.values()))
    seconds = bench.turn(*((page, {}) for page in pages.values()))
    rounds = bench.rounds(
        {by: partial(rate, page, seconds=seconds, connections=MORE_CONNECTIONS) for by, page in pages.items()}
    )
    note = f"one process, four threads, wrk -c{MORE_CONNECTIONS}"
    return ratio(8, f"{name} by {OURS} : by {OTHER}", TARGET, rounds, (OURS, OTHER), note=note)
