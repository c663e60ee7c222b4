"""Whatever fails outside of all middleware is answered all the same: 500 in words, with the headers that every answer
has, and a number that stands in the log as well (``portal.response_headers``, ``portal.request_ids``).

Django answers what fails in a view or in middleware. It does not where a request can't even be begun, and neither do
kept pages in front of it: a server would answer by itself then, with no header, and print a traceback that nobody
masked.
"""

import contextlib
import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.defaults import server_error

from portal.content_policy import ContentPolicyMiddleware
from portal.request_ids import RequestIdMiddleware
from portal.response_headers import ResponseHeadersMiddleware

logger = logging.getLogger(__name__)

StartResponse = Callable[..., Any]


class LastResort:
    """The application, whose failures are logged and answered in words, as long as no byte is on its way."""

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        try:
            return self.application(environ, start_response)
        except Exception as error:  # noqa: BLE001 - whatever it is: nobody else answers
            response = answer_to(error, request_of(environ))
            status = f"{response.status_code} {response.reason_phrase}"
            start_response(status, list(response.items()), (type(error), error, error.__traceback__))
            return [b"" if environ.get("REQUEST_METHOD") == "HEAD" else response.content]


def request_of(environ: dict[str, Any]) -> HttpRequest:
    """As much of the request as can be told without reading it: where it went, by which way, and what was asked."""
    request = HttpRequest()
    request.method = environ.get("REQUEST_METHOD", "GET")
    request.path = request.path_info = environ.get("PATH_INFO", "/")
    names = ("REMOTE_ADDR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_REQUEST_ID")
    request.META = {name: environ[name] for name in names if name in environ}
    with contextlib.suppress(Exception):
        request.GET = QueryDict(environ.get("QUERY_STRING", ""))  # whose values no line of the log has
    return request


def answer_to(error: Exception, request: HttpRequest) -> HttpResponse:
    """The page that says that something went wrong, with the number under which it is logged."""

    def answer(request: HttpRequest) -> HttpResponse:
        logger.error("A request could not be answered.", exc_info=error, extra={"request": request})
        response: HttpResponse
        try:
            response = server_error(request)
        except Exception:  # noqa: BLE001 - the page itself may be what fails
            response = HttpResponse(_("Something went wrong here"), status=500)
        response["Cache-Control"] = "no-store"
        response["Content-Length"] = str(len(response.content))
        return response

    with_policy: Any = ContentPolicyMiddleware(answer)
    return ResponseHeadersMiddleware(RequestIdMiddleware(with_policy))(request)
