"""Pages behind a link that a person got by mail: whoever has the address of one may do what it offers.

So nobody else must learn it: no cache keeps the page, no search engine lists it, no log of ours names it, and no other
host is told of it. With
``same-origin`` our own forms still say where they come from (W3C Referrer Policy; ``portal.same_origin`` asks for it),
which ``no-referrer`` would hide.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

HEADERS = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}


def private_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Sets the headers of a private page on every answer of ``view``, refusals among them. Stands on top of others."""

    @wraps(view)
    def kept_private(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        # Django asks for this mark before it writes the path of a refusal to the log.
        setattr(response, "_has_been_logged", True)  # noqa: B010 - Django's types do not know it
        return response

    return kept_private
