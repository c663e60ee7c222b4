"""A request that is far larger than any form of ours is refused (413) before a byte of its body is read, by the length
that it states (RFC 9110, section 15.5.14). What states no length has no body to Django.

Visitors may send as much as the largest public form needs; who is signed in may upload files.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MEGABYTE = 1024 * 1024


class UploadLimitMiddleware:
    """Answers 413 in words. Stands before what reads a body, and after what knows who is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """The refusal, or nothing."""
        length = stated_length(request)
        if length <= settings.LARGEST_PUBLIC_POST:
            return None
        most = settings.LARGEST_STAFF_POST if request.user.is_authenticated else settings.LARGEST_PUBLIC_POST
        if length <= most:
            return None
        response = render(request, "413.html", {"most": most // MEGABYTE}, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        response["Cache-Control"] = "no-store"
        return response


def stated_length(request: HttpRequest) -> int:
    """Bytes of the body, as the request states them."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
