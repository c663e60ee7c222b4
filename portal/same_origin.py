"""Forms without a token: whether a POST comes from a page of ours is told by the browser (Fetch Metadata; RFC 6454).

Pages that are the same for everybody can hold no token (DESIGN.md, E2). ``Sec-Fetch-Site`` is sent by every current
browser and can't be set by script; where it is missing, ``Origin`` decides.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt


def is_same_origin(request: HttpRequest) -> bool:
    """Whether a page of this very host sent ``request``. False where the browser does not say."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def same_origin_posts(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Takes the place of Django's token: refuses (403) whatever changes something and comes from elsewhere."""

    @csrf_exempt
    @wraps(view)
    def checked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method not in ("GET", "HEAD", "OPTIONS") and not is_same_origin(request):
            return render(request, "403_elsewhere.html", status=403)
        return view(request, *args, **kwargs)

    return checked
