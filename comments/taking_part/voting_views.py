"""“This helped me”. The button is the same for everybody; who may vote is known when it is pressed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from comments.joining.cookie import commenter_from
from comments.pages.place import not_here, readable_comment
from comments.rules.voting import VoteRefusedError, vote
from portal.same_origin import same_origin_posts

STATUS = {"unknown": 403, "own": 409, "sanction": 403, "often": 429}


@never_cache
@same_origin_posts
@require_http_methods(["GET", "HEAD", "POST"])
def helpful(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Counts the vote and leads back to the comment. GET only leads there: somebody came with the back button."""
    comment = readable_comment(comment_id, request)
    if comment is None:
        return not_here(request)
    if request.method != "POST":
        return redirect("conversation_comment", comment_id)
    site = Site.find_for_request(request)
    commenter = commenter_from(request, site) if site else None
    if commenter is None:
        return _page(request, comment, "unknown", STATUS["unknown"])
    try:
        vote(comment_id, commenter)
    except VoteRefusedError as refused:
        code = str(refused)
        return not_here(request) if code == "gone" else _page(request, comment, code, STATUS[code])
    return redirect("conversation_comment", comment_id)


def _page(request: HttpRequest, comment, code: str, status: int) -> HttpResponse:
    """Says why nothing was counted, and how to take part."""
    context = {"comment": comment, "page_id": comment.conversation.page_id, "code": code}
    return render(request, "conversation/helpful.html", context, status=status)
