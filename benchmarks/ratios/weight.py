"""7: what a reader on a slow line waits for: an article without comments, and what it loads."""

import gzip
import re
from urllib.parse import urljoin, urlsplit

from benchmarks.load import demand_page, fetch
from benchmarks.outcome import Outcome
from benchmarks.ratios import Bench, Lines

KILOBYTES, REQUESTS = 40, 6
BARE = "text-3"  # nobody said anything under it
TEXT = re.compile(r"html|css|javascript")


def measure(bench: Bench) -> Lines:
    """Weight, requests and requests to others, as Chromium counts them, or as the HTML says."""
    large = bench.portals.large
    address = bench.portals.served(large) + large.path(BARE)
    demand_page(address)
    loaded, how = _by_browser(address) or (_by_html(address), "read from the HTML: Chromium is not installed")
    weight = sum(size for _url, kind, size in loaded if TEXT.search(kind)) / 1024
    host = urlsplit(address).netloc
    foreign = [url for url, _kind, _size in loaded if urlsplit(url).netloc not in ("", host)]
    note = f"{how}: {', '.join(f'{kind or chr(63)} {size:,}' for _url, kind, size in loaded)} bytes"
    return [
        Outcome(
            7, "HTML, CSS and script of an article", KILOBYTES, round(weight, 1), at_most=True, unit="KB", note=note
        ),
        Outcome(7, "requests for an article", REQUESTS, len(loaded), at_most=True, unit="requests"),
        Outcome(7, "requests to other hosts", 0, len(foreign), at_most=True, unit="requests", note=", ".join(foreign)),
    ]


def _by_browser(address: str) -> tuple[list[tuple[str, str, int]], str] | None:
    """Address, type and bytes of everything that Chromium loads; None without Chromium."""
    import shutil

    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    if not (program := shutil.which("chromium")):
        return None
    found = []
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        try:
            page = browser.new_page(viewport={"width": 360, "height": 800})
            page.on("requestfinished", lambda request: found.append(request))
            page.goto(address, wait_until="networkidle")
            loaded = [
                (each.url, each.response().headers.get("content-type", "").partition(";")[0], _bytes(each))
                for each in found
                if not each.url.startswith("data:")
            ]
        finally:
            browser.close()
    return loaded, "Chromium"


def _bytes(request) -> int:
    return request.sizes()["responseBodySize"]


def _by_html(address: str) -> list[tuple[str, str, int]]:
    page = fetch(address, {"Accept-Encoding": "gzip"})
    html = gzip.decompress(page.body).decode()
    sources = re.findall(r"<(?:script|img|source)\b[^>]*\ssrc=\"([^\"]+)\"", html)
    sources += re.findall(r"<link\b[^>]*rel=\"(?:stylesheet|icon|preload)\"[^>]*href=\"([^\"]+)\"", html)
    sources += re.findall(r"<link\b[^>]*href=\"([^\"]+)\"[^>]*rel=\"(?:stylesheet|icon|preload)\"", html)
    loaded = [(address, "text/html", len(page.body))]
    for source in dict.fromkeys(urljoin(address, each) for each in sources):
        answer = (
            fetch(source, {"Accept-Encoding": "gzip"}) if urlsplit(source).netloc == urlsplit(address).netloc else None
        )
        kind = answer.headers.get("Content-Type", "") if answer else ""
        loaded.append((source, kind.partition(";")[0], len(answer.body) if answer else 0))
    return loaded
