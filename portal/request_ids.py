"""Each request has a number. It stands in every line of the log that the request causes, in the answer, and on the page
that says that something went wrong: whoever tells it to us is helped, and need not say who they are.

A proxy in front that we trust (``TRUSTED_PROXIES``) may give the number in ``X-Request-ID``; from anybody else it is
not taken, and neither is one that is not plain.
"""

import base64
import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

from portal.network import is_proxy

HEADER = "X-Request-ID"
LETTERS = b"0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no letter is taken for another on the telephone
LENGTH = 12  # 60 bits
_READABLE = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", LETTERS)
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{7,63}")

_current: ContextVar[HttpRequest | None] = ContextVar("current_request", default=None)


class RequestIdMiddleware:
    """Numbers the request, and says the number in the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = number_of(request)
        before = _current.set(request)
        try:
            response = self.get_response(request)
        finally:
            _current.reset(before)
        response.headers[HEADER] = number
        return response


def number_of(request: HttpRequest) -> str:
    """The request's number; a new one if it has none."""
    if (number := getattr(request, "number", None)) is None:
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        number = given if is_proxy(request.META.get("REMOTE_ADDR", "")) and _PLAIN.fullmatch(given) else new_number()
        setattr(request, "number", number)  # noqa: B010 - Django's types do not know it
    return number


def current_request() -> HttpRequest | None:
    """The request that is being answered here, if one is."""
    return _current.get()


def current_number() -> str:
    """Its number; empty where no request is answered, in the worker for example."""
    request = _current.get()
    return number_of(request) if request is not None else ""


def new_number() -> str:
    """One that nobody can guess and everybody can read out."""
    return base64.b32encode(secrets.token_bytes(8))[:LENGTH].translate(_READABLE).decode()
