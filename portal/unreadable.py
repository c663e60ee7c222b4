"""Where staff send what no form of the admin sends, they get a sentence, and not an error of the server.

Wagtail reads some fields of its forms without looking at them first: the count of blocks, a rich text, the number of
a page, the way back. Whoever changes them by hand, or whose browser lost some, gets 400 (RFC 9110, section 15.5.1).
What was raised is logged, with its trace.
"""

import logging
import traceback
from json import JSONDecodeError

from django.core.exceptions import ValidationError
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch
from django.utils.datastructures import MultiValueDictKeyError
from wagtail.actions.copy_for_translation import ParentNotTranslatedError

logger = logging.getLogger(__name__)
STAFF_PATHS = ("/admin/",)
# A field that is missing; a number that the database can't hold; words that no model, parser or search can read; a
# language that the form shows, and does not let anybody choose before the page above is translated.
READING = (
    MultiValueDictKeyError,
    OverflowError,
    DataError,
    JSONDecodeError,
    ValidationError,
    RecursionError,
    ParentNotTranslatedError,
)
READERS = ("django/db/models/fields/", "wagtail/rich_text/", "wagtail/blocks/", "wagtail/admin/rich_text/")
RICH_TEXT = ("wagtail/admin/rich_text/", "to_database_format")  # reads what its editor sends, with others' help


class UnreadableRequestMiddleware:
    """Answers 400 to staff's requests that could not be read."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """As ``told`` says."""
        return told(request, exception)


def told(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """The page that says so, or None for what is our own fault."""
    if not request.path.startswith(STAFF_PATHS) or not _is_unreadable(request, exception):
        return None
    logger.warning("A request of staff could not be read: %s", type(exception).__name__, exc_info=exception)
    return render(request, "wagtailadmin/400.html", status=400)


def _is_unreadable(request: HttpRequest, exception: Exception) -> bool:
    if isinstance(exception, READING):
        return True
    if isinstance(exception, NoReverseMatch):  # a way back that is no address
        return any(
            not place.startswith("/") for asked in (request.GET, request.POST) for place in asked.getlist("next")
        )
    return request.method == "POST" and _is_misread(exception)


def _is_misread(exception: Exception) -> bool:
    frames = [
        (frame.filename.replace("\\", "/"), frame.name) for frame in traceback.extract_tb(exception.__traceback__)
    ]
    is_of_rich_text = any(RICH_TEXT[0] in filename and name == RICH_TEXT[1] for filename, name in frames)
    if isinstance(exception, (TypeError, ValueError, LookupError, AttributeError)):
        return is_of_rich_text or any(place in frames[-1][0] for place in READERS)
    return is_of_rich_text and type(exception).__module__.startswith("draftjs_exporter.")
