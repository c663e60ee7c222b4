"""What people are told when something fails: in words, and with what they typed.

A database that is away and a disk that is full are no fault of whoever sent a form. They get a page (503; RFC 9110,
section 15.6.4) that holds the form as it was sent, to send it again: a comment carries a number of its own, and what
else is sent twice is found again, so nothing is kept twice. Everything else that fails is 500. Django asks here for
both (``handler500``), while the error is being handled.
"""

import errno
import sys
from collections.abc import Iterator

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import defaults

from portal.same_origin import is_same_origin

RETRY_AFTER = 60  # seconds
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
OUR_FAULT = frozenset({"SQLITE_ERROR", "SQLITE_MISMATCH", "SQLITE_MISUSE", "SQLITE_RANGE"})  # wrong SQL, not SQLite
LONG = 80  # characters; what is longer, or has several lines, is shown
JSON = "application/json"


def failed(request: HttpRequest) -> HttpResponse:
    """Answers a request whose view failed."""
    return away(request) if any(map(is_away, chain(sys.exc_info()[1]))) else defaults.server_error(request)


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and those that led to it."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def is_away(error: BaseException) -> bool:
    """Whether something that we need is away, or full: the same request may succeed later."""
    if isinstance(error, OperationalError):
        return getattr(error.__cause__, "sqlite_errorname", "") not in OUR_FAULT
    return isinstance(error, InterfaceError) or (isinstance(error, OSError) and error.errno in NO_ROOM)


def away(request: HttpRequest) -> HttpResponse:
    """The page, or the same words for a script that asked."""
    response: HttpResponse
    if JSON in (request.content_type, request.headers.get("accept")):
        said = _("This did not work just now. Please try again in a minute.")
        response = JsonResponse({"code": "away", "sentence": said, "said": said, "errors": {}}, status=503)
    else:
        fields = list(_fields(request))
        context = {"is_sent": request.method == "POST", "address": request.get_full_path(), "fields": fields}
        response = render(request, "away.html", context, status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _fields(request: HttpRequest) -> Iterator[tuple[str, str, bool]]:
    """What was sent, and whether it is shown. Nothing where a password is in it, or a file, which no page can hold; nor
    what came from elsewhere, which would be ours when somebody presses the button.
    """
    if request.method != "POST" or not is_same_origin(request):
        return
    try:
        sent = [(name, value) for name, values in request.POST.lists() for value in values]
        if request.FILES or any("password" in name.lower() for name, _value in sent):
            return
    except Exception:  # noqa: BLE001 - whatever can't be read now was not typed by a person
        return
    for name, value in sent:
        is_typed = len(value) > LONG and " " in value
        yield name, value, not request.path.startswith("/admin/") and (is_typed or "\n" in value)
