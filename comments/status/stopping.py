"""The page behind “Stop it for this conversation” in a letter on new comments: a button, and what it did."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from comments.rules.follow_ups import linked, stop
from portal.private_pages import private_page
from portal.same_origin import same_origin_posts


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
@same_origin_posts
@sensitive_variables("token", "follow_up")
def stop_following(request: HttpRequest, token: str) -> HttpResponse:
    """Stops mail about one conversation. Saying it twice does no harm."""
    follow_up = linked(token)
    if follow_up is None or follow_up.conversation.site != Site.find_for_request(request):
        return render(request, "conversation/status/gone.html", status=HTTPStatus.GONE)
    if request.method == "POST":
        stop(follow_up)
        follow_up.refresh_from_db()
    return render(request, "conversation/status/stop.html", {"follow_up": follow_up})
