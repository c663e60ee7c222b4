"""One click (RFC 8058; RFC 2369; CAN-SPAM): the address in the header ``List-Unsubscribe``, to which a mail program
sends a bare POST, and which a person may open.

The answer is the same whatever the link is, and whatever is sent with it: no redirect, no cookie, no word on whether
the address was known. What is sent is not even read. It stands in no language, so it speaks all of them.
"""

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from consent.by_link.answers import later
from consent.journal import JournalError
from consent.rules.withdrawing import unsubscribe
from portal.private_pages import private_page


@private_page
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("token")
def unsubscribing(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows a button; POST stops the mail of one purpose. What can't be written down is sent again (503)."""
    context = {"languages": [code for code, _name in settings.LANGUAGES], "is_done": request.method == "POST"}
    if request.method == "POST":
        try:
            unsubscribe(token)
        except (DatabaseError, JournalError):
            return later(request)
    return render(request, "consent/unsubscribe.html", context)
