"""Answers that pages behind a link share."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

GONE, SEE_OTHER = 410, 303  # RFC 9110, sections 15.5.11 and 15.4.4


def gone(request: HttpRequest) -> HttpResponse:
    """The page for a link that does nothing any more: the same for one that expired, was never made, or whose owner is
    erased, so that it tells nothing of anybody.
    """
    return render(request, "consent/link_gone.html", status=GONE)


def see_other(address: str) -> HttpResponse:
    """Leads to a page that shows what was done. Loading that one again does nothing again."""
    return HttpResponseRedirect(address, status=SEE_OTHER)
