"""Counts requests by view and kind of answer, and kept pages by whether they were there.

Labels are names of views, kinds of status and outcomes: never an address, a name, a path or a number of anything.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from portal.page_cache.marking import NAME

KEY = "portal.metrics"  # in the WSGI environment: a list to which a request that reaches Django adds a word
MEASURES_EVERY = 15.0  # seconds
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
OWN = CollectorRegistry()

REQUESTS = Counter("portal_requests_total", "Requests that reached a view.", ["view", "status"], registry=OWN)
DURATIONS = Histogram("portal_request_seconds", "How long views took.", ["view"], buckets=SECONDS, registry=OWN)
ANSWERS = Counter(
    "portal_kept_pages_total",
    "Requests by whether a kept page was there (hit), was made (miss), or none is kept of it (passed).",
    ["outcome"],
    registry=OWN,
)
KEPT_BYTES = Gauge("portal_kept_pages_bytes", "Memory that kept pages take.", registry=OWN, multiprocess_mode="livesum")
POOL = Gauge(
    "portal_database_pool",
    "Connections of the pools by state, and requests that wait for one.",
    ["state"],
    registry=OWN,
    multiprocess_mode="livesum",
)

Application = Callable[..., Iterable[bytes]]


class Counted:
    """The application, with everything that leaves it counted. It stands in front of kept pages."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self._hit = ANSWERS.labels("hit")
        self._others = {"miss": ANSWERS.labels("miss"), "passed": ANSWERS.labels("passed")}
        self._due = 0.0

    def __call__(self, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        seen: list[str] = []
        environ[KEY] = seen
        body = self.application(environ, start_response)
        (self._others[seen[0]] if seen else self._hit).inc()
        if time.monotonic() >= self._due:
            self._due = time.monotonic() + MEASURES_EVERY
            KEPT_BYTES.set(getattr(getattr(self.application, "store", None), "size", 0))
            measure_pool()
        return body


def count_request(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    """Counts one that reached Django."""
    view = view_of(request)
    REQUESTS.labels(view, f"{response.status_code // 100}xx").inc()
    DURATIONS.labels(view).observe(seconds)
    request.META.get(KEY, []).append("miss" if NAME in request.META else "passed")


def view_of(request: HttpRequest) -> str:
    """The name of the view, as the portal's addresses name it; nothing of what stood in the address."""
    match = request.resolver_match
    return (match.view_name or match._func_path) if match else "none"


def measure_pool() -> None:
    """The pool of this process, if it has one. Opens no connection."""
    pool = getattr(connection, "_connection_pools", {}).get(connection.alias)
    if pool is not None:
        told = pool.get_stats()
        for state, name in (("open", "pool_size"), ("free", "pool_available"), ("waiting", "requests_waiting")):
            POOL.labels(state).set(told.get(name, 0))
