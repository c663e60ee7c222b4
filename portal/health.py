"""What a load balancer asks: whether this process lives, and whether it can serve. Two addresses, no pages.

``/healthz`` asks nothing else. ``/readyz`` asks the database, and says 503 until it answers and has every migration: a
process that can't serve gets no requests, one that does not live is begun anew. Both are answered before anything
else: whoever asks does so by IP address, over plain HTTP, and gets no redirect.
"""

from collections.abc import Callable

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse


class HealthMiddleware:
    """Answers ``/healthz`` and ``/readyz``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        match request.path:
            case "/healthz":
                return _told("")
            case "/readyz":
                return _told(reason_against())
        return self.get_response(request)


def reason_against() -> str:
    """``database`` or ``migrations``; empty if nothing stands in the way."""
    try:
        executor = MigrationExecutor(connection)
        return "migrations" if executor.migration_plan(executor.loader.graph.leaf_nodes()) else ""
    except (DatabaseError, InterfaceError):
        return "database"


def _told(reason: str) -> HttpResponse:
    response = HttpResponse(f"{reason or 'ok'}\n", content_type="text/plain; charset=utf-8")
    response.status_code = 503 if reason else 200
    response["Cache-Control"] = "no-store"
    return response
