"""Pages behind a mailed link: whoever has the address may do what the page offers. So no cache keeps it (RFC 9111,
section 5.2.2.5), no search engine lists it, and no log of ours names it.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse


def private_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Forbids to keep or list whatever the view answers. Stands on top of other decorators."""

    @wraps(view)
    def kept_private(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        vars(response)["_has_been_logged"] = True  # or Django would write the address of a refusal to the log
        return response

    return kept_private
