"""5: whether what staff and readers look through stays as fast in a large community as in a small one.

The review desk works out where every live article stands, so its two sets have the same articles and differ in the
number of decisions, as the aim says.
"""

from collections.abc import Sequence
from urllib.parse import quote_plus

from benchmarks.load import demand_page, fetch, rate
from benchmarks.options import Sizes
from benchmarks.outcome import Outcome, ratio
from benchmarks.portals import Filled
from benchmarks.ratios import Bench, Lines

QUEUE, SEARCH, DESK, CONTACTS = 0.8, 0.5, 0.8, 0.9
DESK_ARTICLES = 200
QUERIES = ("text 700", "bone marrow", "new pain in the back")  # one article, many articles, several words


def measure(bench: Bench) -> Lines:
    """The queue, search by each query, the desk, and finding a contact."""
    small, large = bench.portals.small, bench.portals.large
    few, many = (
        bench.portals.filled(name, Sizes(DESK_ARTICLES, comments=0, contacts=1, decisions=decisions))
        for name, decisions in (("few", small.sizes.decisions), ("many", large.sizes.decisions))
    )
    queue = f"moderation queue of {large.sizes.comments:,} : {small.sizes.comments:,} comments"
    desk = f"review desk of {many.sizes.decisions:,} : {few.sizes.decisions:,} decisions, {DESK_ARTICLES} articles"
    queues = [(each, each.facts["queue"]) for each in (large, small)]
    desks = [(each, each.facts["desk"]) for each in (many, few)]
    searches = {
        f"search “{query}” in {large.sizes.articles:,} : {small.sizes.articles:,} articles": query for query in QUERIES
    }
    contacts = f"one of {large.sizes.contacts:,} : of {small.sizes.contacts:,} contacts by its address"
    return bench.lines(
        5,
        {
            queue: lambda: _pages(bench, queue, QUEUE, queues, signed_in="moderator"),
            desk: lambda: _pages(bench, desk, DESK, desks, signed_in="reviewer"),
            contacts: lambda: _contacts(bench, contacts),
            **{name: lambda name=name, query=query: _search(bench, name, query) for name, query in searches.items()},
        },
    )


def _search(bench: Bench, name: str, query: str) -> Outcome:
    small, large = bench.portals.small, bench.portals.large
    paths = [(filled, f"{filled.facts['search']}?q={quote_plus(query)}") for filled in (large, small)]
    return _pages(bench, name, SEARCH, paths)


def _pages(
    bench: Bench, name: str, target: float, paths: Sequence[tuple[Filled, str]], *, signed_in: str = ""
) -> Outcome:
    pages = {}
    for filled, path in paths:
        headers = {"Cookie": filled.facts["cookies"][signed_in]} if signed_in else {}
        pages[filled.name] = (bench.portals.served(filled, keeps_pages=False) + path, headers)
    sizes = [len(demand_page(*page).body) for page in pages.values()]
    seconds = bench.turn(*pages.values())
    contenders = {
        side: lambda address=address, headers=headers: rate(address, seconds=seconds, headers=headers)
        for side, (address, headers) in pages.items()
    }
    first, second = contenders
    note = f"{sizes[0]:,} and {sizes[1]:,} bytes, wrk -c2"
    return ratio(5, name, target, bench.rounds(contenders), (first, second), note=note)


def _contacts(bench: Bench, name: str) -> Outcome:
    small, large = bench.portals.small, bench.portals.large
    contenders = {}
    for filled in (large, small):
        address = f"{bench.portals.served(filled, keeps_pages=False)}/benchmark/contacts/"
        found = fetch(address, {"Content-Type": "application/x-www-form-urlencoded"}, b"")
        if found.status != 200:
            raise ValueError(f"{address} answers {found.status}: {found.body[:200]!r}")
        contenders[filled.name] = lambda address=address: rate(
            address, seconds=bench.options.seconds, script="post.lua"
        )
    rounds = bench.rounds(contenders)
    return ratio(5, name, CONTACTS, rounds, ("large", "small"), note="50 look-ups a request, wrk -c2")
