"""Where the time of one page goes: calls, queries, and the functions that take most of it."""

import cProfile
import pstats
from typing import Any

WARM_UP, ROUNDS, SHOWN = 3, 5, 15


def profile(path: str) -> dict[str, Any]:
    """Python calls and queries of a page, and the functions with the most time of their own, per request."""
    from django.db import connection
    from django.test import Client

    client = Client()
    for _turn in range(WARM_UP):
        status = client.get(path).status_code
    asked: list[str] = []

    def count(execute, sql, *rest):
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        client.get(path)
    profiler = cProfile.Profile()
    for _turn in range(ROUNDS):
        profiler.runcall(client.get, path)
    stats = pstats.Stats(profiler)
    return {
        "status": status,
        "calls": stats.total_calls // ROUNDS,
        "queries": len(asked),
        "milliseconds": round(stats.total_tt * 1000 / ROUNDS, 2),
        "top": _top(stats),
    }


def _top(stats: pstats.Stats) -> list[dict[str, Any]]:
    rows = []
    for (file, line, name), (_primitive, calls, own, total, _callers) in stats.stats.items():
        place = file.partition("site-packages/")[2] or file.rpartition("/bench/")[2] or file
        rows.append((own, {"function": f"{place}:{line} {name}", "calls": calls // ROUNDS}, total))
    rows.sort(key=lambda row: -row[0])
    return [
        {**told, "own_ms": round(own * 1000 / ROUNDS, 2), "total_ms": round(total * 1000 / ROUNDS, 2)}
        for own, told, total in rows[:SHOWN]
    ]
