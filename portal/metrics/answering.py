"""``/metrics``, for whoever has the token (RFC 6750), and for nobody without one.

It is answered before anything else, like ``/healthz``: Prometheus asks by IP address, over plain HTTP, from inside.
"""

import hmac
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from prometheus_client import CONTENT_TYPE_LATEST

from portal.metrics.counting import count_request
from portal.metrics.processes import report

PATH = "/metrics"


class MetricsMiddleware:
    """Answers ``/metrics``, and counts everything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.token = settings.METRICS_TOKEN

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == PATH:
            return self._answer(request)
        if not self.token:
            return self.get_response(request)
        begun = time.perf_counter()
        response = self.get_response(request)
        count_request(request, response, time.perf_counter() - begun)
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if not self.token:
            return _plain("Not found\n", status=404)
        scheme, _space, given = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), self.token.encode()):
            response = _plain("The token is missing or wrong.\n", status=401)
            response["WWW-Authenticate"] = 'Bearer realm="metrics"'
            return response
        return _plain(report(), status=200, content_type=CONTENT_TYPE_LATEST)


def _plain(content: str | bytes, *, status: int, content_type: str = "text/plain; charset=utf-8") -> HttpResponse:
    response = HttpResponse(content, status=status, content_type=content_type)
    response["Cache-Control"] = "no-store"
    return response
