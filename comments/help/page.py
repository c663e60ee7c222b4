"""The page with everybody who can be called. Open to all, at any time; nothing of who looks is kept or cached."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Site

from comments.help.lines import help_for


@require_safe
@never_cache
def help_page(request: HttpRequest) -> HttpResponse:
    """Lines of the reader's country first; ``country`` chooses another. Without script."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return render(request, "conversation/help.html", {"help": help_for(request, site)})
