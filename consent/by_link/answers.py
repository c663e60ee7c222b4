"""Answers that pages behind a link share."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render


def gone(request: HttpRequest) -> HttpResponse:
    """The page for a link that does nothing any more: the same for one that expired, was never made, or whose owner is
    erased, so that it tells nothing of anybody.
    """
    return render(request, "consent/link_gone.html", status=HTTPStatus.GONE)


def later(request: HttpRequest) -> HttpResponse:
    """The page for a wish that could not be written down, in all languages: it must not be called done."""
    context = {"languages": [code for code, _name in settings.LANGUAGES]}
    return render(request, "consent/later.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)


def see_other(address: str) -> HttpResponse:
    """Leads to a page that shows what was done. Loading that one again does nothing again."""
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)
