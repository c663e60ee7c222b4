"""4: whether an article stays as fast with 5,000 comments as with 200, and the newest of all as one of the first."""

from benchmarks.load import demand_page, rate
from benchmarks.outcome import Outcome, ratio
from benchmarks.ratios import Bench, Lines

TARGET = 0.9
MANY, FEW, EARLY = "text-1", "text-2", "text-10"


def measure(bench: Bench) -> Lines:
    """Two lines. All pages are made anew for each request, and show 200 comments where there are as many."""
    large = bench.portals.large
    comments = min(5_000, large.sizes.comments // 2)
    newest = large.facts["newest"]
    more = f"article with {comments:,} comments : with 200"
    later = f"article number {large.sizes.articles:,} : number 10"
    return bench.lines(
        4,
        {
            more: lambda: _compare(bench, more, MANY, FEW),
            later: lambda: _compare(bench, later, newest, EARLY),
        },
    )


def _compare(bench: Bench, name: str, measured: str, beside: str) -> Outcome:
    large = bench.portals.large
    address = bench.portals.served(large, keeps_pages=False)
    pages = {each: address + large.path(each) for each in (measured, beside)}
    sizes = [len(demand_page(page).body) for page in pages.values()]
    seconds = bench.turn(*((page, {}) for page in pages.values()))
    rounds = bench.rounds({each: lambda page=page: rate(page, seconds=seconds) for each, page in pages.items()})
    note = f"{sizes[0]:,} and {sizes[1]:,} bytes, kept pages off, wrk -c2"
    return ratio(4, name, TARGET, rounds, (measured, beside), note=note)
