"""3: an article that is made anew for each request, and a stock Wagtail page with django-comments-xtd's own tree.

Both show the same text and the same 200 comments, on the same server and kind of database. The portal's page also
knows its review, glossary, references and structured data; the stock page knows none of it.

The portal reads every row of a page for each request and shows it as it was made last if none differs. So there are
two lines: as it is, and without what it remembers of whole pages.
"""

from benchmarks.load import NoLoadError, demand_page, rate
from benchmarks.outcome import Outcome, ratio
from benchmarks.portals import ON_A_PAGE
from benchmarks.ratios import Bench, Lines
from benchmarks.ratios.kept_page import SHOWN
from benchmarks.stock_site import serve_stock

TARGET = 15.0
PORTAL, STOCK = "portal", "stock"


def measure(bench: Bench) -> Lines:
    """Two lines."""
    stock = serve_stock(bench, bench.portals.large, bench.portals.large.path(SHOWN))
    names = {True: "every row read anew", False: "and the page made anew"}
    return [_against_stock(bench, stock, name, remembers_pages=remembers) for remembers, name in names.items()]


def _against_stock(bench: Bench, stock: str, name: str, *, remembers_pages: bool) -> Outcome:
    large = bench.portals.large
    page = bench.portals.served(large, keeps_pages=False, remembers_pages=remembers_pages) + large.path(SHOWN)
    shown = demand_page(page).body.count(b'<article class="comment"'), demand_page(stock).body.count(b'class="comment ')
    if min(shown) < ON_A_PAGE * 0.8:
        raise NoLoadError(f"The pages show {shown[0]} and {shown[1]} comments: that is no comparison.")
    bench.say(f" the portal shows {shown[0]} comments, the stock page {shown[1]}")
    seconds = bench.turn((page, {}), (stock, {}))
    rounds = bench.rounds({PORTAL: lambda: rate(page, seconds=seconds), STOCK: lambda: rate(stock, seconds=seconds)})
    note = f"{shown[0]} and {shown[1]} comments shown, kept pages off, wrk -c2"
    name = f"article : stock Wagtail with comments-xtd, {name}"
    return ratio(3, name, TARGET, rounds, (PORTAL, STOCK), note=note)
