"""Counts what one request costs, through all middleware and in a process that has answered the same before."""

import cProfile
import json
import pstats
import sys
from pathlib import Path

from django.db import connection
from django.http import HttpResponse
from django.test.client import ClientHandler, RequestFactory
from django.test.utils import CaptureQueriesContext

RECORD = Path(__file__).with_name("calls.json")
MOST = 20_000  # calls for an article with 25 references and 200 comments, whatever was recorded
GROWTH = 1.03  # over what was recorded
# The steps of waiting for PostgreSQL.
WAITING = {"_fetch_gen", "_exit_gen", "_watched", "<method 'send' of 'generator' objects>"}
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"  # calls differ from one minor version to the next

_handler = ClientHandler(enforce_csrf_checks=True)


def answer(path: str) -> HttpResponse:
    """The answer that a reader gets. The test client would add thousands of calls of its own."""
    response = _handler(RequestFactory().get(path).environ)
    assert response.status_code == 200, path
    return response


def queries_of(path: str) -> list[str]:
    """The queries of one request, after one that made what is kept."""
    answer(path)
    with CaptureQueriesContext(connection) as captured:
        answer(path)
    return [query["sql"] for query in captured]


def calls_of(path: str, *, with_waiting: bool = False) -> int:
    """Python calls of one request: the least of some rounds, since a process also does other things now and then.

    What waits for PostgreSQL is left out unless asked for: how often that is woken, in pipeline mode, varies.
    """
    for _round in range(3):
        answer(path)
    return min(_calls(path, with_waiting=with_waiting) for _round in range(3))


def _calls(path: str, *, with_waiting: bool) -> int:
    profile = cProfile.Profile()
    profile.runcall(answer, path)
    counted = pstats.Stats(profile)
    if with_waiting:
        return counted.total_calls
    return counted.total_calls - sum(
        calls for (*_place, name), (_, calls, *_) in counted.stats.items() if name in WAITING
    )


def recorded() -> dict[str, int]:
    """What each type of page took when it was last recorded with this Python on this database; empty for others."""
    known = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    return known.get(f"{PYTHON} {connection.vendor}", {})


def record(name: str, calls: int) -> None:
    """Writes the figure of one type of page."""
    known = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    known.setdefault(f"{PYTHON} {connection.vendor}", {})[name] = calls
    RECORD.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n")
