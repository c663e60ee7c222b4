"""1: a kept article, and the same bytes with the same headers from a WSGI callable that does nothing else."""

import json

from benchmarks.load import MORE_CONNECTIONS, NoLoadError, demand_page, rate
from benchmarks.outcome import NotMeasured, ratio
from benchmarks.ratios import Bench, Lines

TARGET = 0.5
CODINGS = {"plain": "identity", "gzip": "gzip", "brotli": "br"}
SHOWN = "text-2"  # 1,200 words, 25 references, 200 comments
LEFT_OUT = {"connection", "transfer-encoding", "server", "date"}  # of each answer anew


def measure(bench: Bench) -> Lines:
    """One line for each coding that the portal answers in."""
    large = bench.portals.large
    address = bench.portals.served(large) + large.path(SHOWN)
    folder = bench.house.room("constant")
    offered = {}
    for name, coding in CODINGS.items():
        demand_page(address, {"Accept-Encoding": coding})
        answer = demand_page(address, {"Accept-Encoding": coding})
        told = {key.lower(): value for key, value in answer.headers.items()}
        if told.get("content-encoding", "identity") == coding:
            offered[name] = coding
            pairs = [[key, value] for key, value in answer.headers.items() if key.lower() not in LEFT_OUT]
            (folder / f"{name}.json").write_text(json.dumps([*pairs, ["Date", told.get("date", "")]]))
            (folder / f"{name}.body").write_bytes(answer.body)
    constant = bench.house.serve("constant", "benchmarks.constant:application", {"BENCHMARK_CONSTANT": str(folder)})
    lines = [_compare(bench, name, coding, address, f"{constant}/{name}") for name, coding in offered.items()]
    others = [name for name in CODINGS if name not in offered]
    return [*lines, *(NotMeasured(1, f"kept article, {name}", "The portal does not answer in it.") for name in others)]


def _compare(bench: Bench, name: str, coding: str, page: str, constant: str):
    headers = {"Accept-Encoding": coding}
    bodies = [demand_page(each, headers).body for each in (page, constant)]
    if bodies[0] != bodies[1]:
        raise NoLoadError(f"The kept page and the constant differ ({name}).")
    bench.say(f" {name}: {len(bodies[0]):,} bytes")
    values = {"seconds": bench.options.seconds, "headers": headers, "connections": MORE_CONNECTIONS}
    rounds = bench.rounds({"kept page": lambda: rate(page, **values), "constant": lambda: rate(constant, **values)})
    note = f"{len(bodies[0]):,} bytes, wrk -c{MORE_CONNECTIONS}"
    return ratio(1, f"kept article : constant callable, {name}", TARGET, rounds, ("kept page", "constant"), note=note)
