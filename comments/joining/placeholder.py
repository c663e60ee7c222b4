"""Stands where the author's status page will be: says what happens now, and nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from comments.models import CommentLink
from consent.by_link.answers import gone
from portal.private_pages import private_page


@private_page
@require_safe
@sensitive_variables("token")
def conversation_status(request: HttpRequest, token: str) -> HttpResponse:
    """The same words for every comment whose link still works."""
    if CommentLink.find(token) is None:
        return gone(request)
    return render(request, "consent/check_your_inbox.html")
