"""6: comments that the whole last step of joining keeps in a second, and rows that a plain view inserts.

Counted is what stands in the database afterwards. Each form is sent once, with a ticket and an address of its own, from
a network of its own, under 50 articles in turn: place, words and rules are looked up anew, the text is screened, and
request, consent, rules, comment and mail are kept in one transaction.
"""

import random
from urllib.parse import urlencode

from benchmarks.load import Load, NoLoadError, load
from benchmarks.options import Sizes
from benchmarks.outcome import NotMeasured, Outcome, ratio
from benchmarks.portals import Filled
from benchmarks.ratios import Bench, Lines

TARGET = 0.3
WRITERS = 100
MOST_A_SECOND = 400  # forms that are made ready for each second
NETWORKS = 2**24  # those of 10.0.0.0/8. A few comments an hour from one go through without being asked anything
COMMENTS, ROWS = "comments", "rows"
ON_SQLITE = Sizes(articles=200, comments=2_000, contacts=400, decisions=200)


def measure(bench: Bench) -> Lines:
    """The ratio on the database of this run, and 100 writers at once on each that there is."""
    large = bench.portals.large
    on_file = bench.portals.filled("writers", ON_SQLITE, on_sqlite=True)
    lines: list[Outcome | NotMeasured] = [_accepted(bench, large if bench.portals.cluster else on_file)]
    if bench.portals.cluster:
        lines.append(_many_writers(bench, large, "PostgreSQL"))
    else:
        lines.append(NotMeasured(6, f"errors with {WRITERS} writers at once, PostgreSQL", "It is not installed."))
    return [*lines, _many_writers(bench, on_file, "SQLite")]


def _accepted(bench: Bench, filled: Filled) -> Outcome:
    address = bench.portals.served(filled)
    seconds = max(2, round(bench.options.seconds))
    body = urlencode({"text": "What helped me was to write a list of questions before the visit. " * 4})

    def insert() -> Load:
        before = filled.inside("counts")["notes"]
        load(f"{address}/benchmark/insert/", seconds=seconds, script="post.lua", arguments=[body])
        rows = filled.inside("counts")["notes"] - before
        return Load(rows / seconds, rows, 0)

    def accept() -> Load:
        kept, _sent = _send(bench, filled, address, seconds=seconds, connections=2)
        return Load(kept / seconds, kept, 0)

    rounds = bench.rounds({COMMENTS: accept, ROWS: insert})
    note = f"counted in the database, wrk -c2, {'PostgreSQL' if bench.portals.cluster else 'SQLite'}"
    return ratio(6, "comments kept by the last step : rows inserted", TARGET, rounds, (COMMENTS, ROWS), note=note)


def _many_writers(bench: Bench, filled: Filled, database: str) -> Outcome:
    bench.say(f" {WRITERS} writers at once on {database}")
    seconds = max(3, round(bench.options.seconds))
    kept, sent = _send(bench, filled, bench.portals.served(filled), seconds=seconds, connections=WRITERS)
    places = filled.inside("counts")
    doubled = places["comments"] - places["places"]
    note = f"{kept} comments in {seconds} s, {sent.errors} errors, {doubled} places given twice"
    if not kept:
        raise NoLoadError(f"No comment was kept on {database}.")
    name = f"errors with {WRITERS} writers at once, {database}"
    return Outcome(6, name, 0, sent.errors + doubled, at_most=True, unit="errors", note=note)


def _send(bench: Bench, filled: Filled, address: str, *, seconds: int, connections: int):
    """Sends forms for some seconds. Gives how many comments were kept, and what wrk saw."""
    file = bench.house.folder / f"forms-{filled.name}"
    forms = filled.inside("forms", "--file", str(file), "--count", str(MOST_A_SECOND * seconds))["forms"]
    before = filled.inside("counts")["comments"]
    arguments = [str(file), str(random.randrange(NETWORKS))]
    sent = load(address, seconds=seconds, connections=connections, script="forms.lua", arguments=arguments)
    kept = filled.inside("counts")["comments"] - before
    if sent.requests > forms:
        raise NoLoadError("There were too few forms: some were sent twice.")
    if kept < sent.requests * 0.98 - connections:
        raise NoLoadError(f"{sent.requests} forms were answered and {kept} comments kept: something was refused.")
    return kept, sent
