"""Counts what visitors send, and answers 429 in words where it is far too much (RFC 6585, section 4), with what they
typed in a form that sends it again: nothing is lost. A form that came from elsewhere is not given back: whoever
pressed its button would send what somebody else wrote.
"""

from math import ceil
from typing import Any

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.translation import gettext as _

from consent.posting.limits import LIMITS, STAFF_PREFIX
from consent.rules.limits import Limit, take
from portal.network import network_of
from portal.same_origin import is_same_origin

SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
TOO_MANY = 429


class PublicPostMiddleware:
    """Stands after what knows who is signed in, and before what reads the form."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """The refusal, or nothing."""
        if request.method in SAFE:
            return None
        limit = limit_of(request)
        if limit is None:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if request.user.is_authenticated or is_within(limit, network_of(request)):
            return None
        return too_many(request, limit)


def limit_of(request: HttpRequest) -> Limit | None:
    """The limit of the address that ``request`` asks; none if it takes nothing."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    if name in LIMITS:
        return LIMITS[name]
    return LIMITS["staff"] if request.path.startswith(STAFF_PREFIX) else None


def is_within(limit: Limit, network: str) -> bool:
    """Counts one more. A database that does not answer refuses nobody here: what comes next says so in its words."""
    try:
        return take(limit, network)
    except DatabaseError:
        return True


def too_many(request: HttpRequest, limit: Limit) -> HttpResponse:
    """The answer, to people and to our own script."""
    minutes = ceil(limit.wait / 60)
    if request.content_type == "application/json":
        sentence = _("Very many forms came from your network. Nothing was kept. Please try again later.")
        response: HttpResponse = JsonResponse({"code": "too-many", "sentence": sentence, "errors": {}}, status=TOO_MANY)
    else:
        values = {"minutes": minutes, "typed": typed(request)}
        response = render(request, "429.html", values, status=TOO_MANY)
    response["Retry-After"] = str(limit.wait)
    response["Cache-Control"] = "no-store, private"
    return response


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of the form, to be sent once more. None where the form is no page's of ours or can't be read."""
    if not is_same_origin(request) or request.path.startswith(STAFF_PREFIX):
        return []
    try:
        return [(name, value) for name, values in request.POST.lists() for value in values]
    except (BadRequest, MultiPartParserError, SuspiciousOperation, UnreadablePostError, ValueError):
        return []
