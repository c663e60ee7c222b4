"""The page behind “Please confirm your comment”: two buttons of equal ease (DESIGN.md, C3 and C5). It holds no word of
the comment, for whoever opens the mail may be somebody else.

Unknown, expired, erased and suppressed links are answered alike.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from comments.joining.arriving import Arrival, arrive, arrived_before, pending_comment
from comments.joining.cookie import remember
from comments.models import Comment
from comments.models.comment import State
from comments.rules.sanctioning import forbidding, standing_sanctions
from consent.by_link.answers import gone, later, see_other
from consent.journal import JournalError
from consent.models import Token
from consent.rules.confirming import Outcome, refuse
from portal.private_pages import private_page
from portal.same_origin import same_origin_posts


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
@same_origin_posts
@sensitive_variables("token")
def conversation_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Shows what a link would confirm; a button confirms it or says that it was somebody else."""
    act = request.POST.get("act", "") if request.method == "POST" else ""
    try:
        if act == "confirm":
            return _confirmed(request, arrive(token))
        if act == "refuse" and pending_comment(token):
            return _refused(request, token)
    except JournalError:
        return later(request)
    return _page(request, token)


def _confirmed(request: HttpRequest, arrival: Arrival) -> HttpResponse:
    if not arrival.link:
        return gone(request)
    status = reverse("conversation_status", args=[arrival.link])
    comment = arrival.comment
    if comment is None or comment.commenter is None:
        return see_other(status)
    if comment.state == State.REJECTED:
        return render(request, "conversation/join_banned.html", {"sanction": _sanction(comment), "link": status})
    response = see_other(status)
    remember(response, comment.commenter)
    return response


def _refused(request: HttpRequest, token: str) -> HttpResponse:
    if refuse(token).outcome is Outcome.GONE:
        return gone(request)
    return see_other(reverse("conversation_confirm", args=[token]) + "?done=refused")


def _page(request: HttpRequest, token: str) -> HttpResponse:
    if comment := pending_comment(token):
        return render(request, "conversation/join_confirm.html", {"token": token, "comment": comment})
    used = Token.find(Token.Kind.CONFIRM, token)
    link = arrived_before(token)
    if used is None or not used.is_used:
        return gone(request)
    is_refused = not link and request.GET.get("done") == "refused"
    context = {"is_refused": is_refused, "link": reverse("conversation_status", args=[link]) if link else ""}
    return render(request, "conversation/join_confirmed.html", context)


def _sanction(comment: Comment):
    contact = comment.commenter.contact if comment.commenter else None
    return forbidding(standing_sanctions(contact, comment.conversation.site_id)) if contact else None
