"""The page behind “Please confirm”: what would be confirmed, and two buttons of equal ease (DESIGN.md, C3 and C5).

Unknown, expired, erased and suppressed links are answered alike: nobody learns from a link whether an address is known.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from consent.by_link.answers import gone, later, see_other
from consent.journal import JournalError
from consent.models import Token
from consent.rules.confirming import Outcome, confirm, pending_request, refuse
from consent.versions.labels import labels
from portal.private_pages import private_page
from portal.same_origin import same_origin_posts

ACTS = {"confirm": confirm, "refuse": refuse}
DONE = ("confirmed", "refused")  # what the page may be told in its address


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
@same_origin_posts
@sensitive_variables("token")
def confirming(request: HttpRequest, token: str) -> HttpResponse:
    """Shows what a link would confirm; a button confirms it or says that it was somebody else."""
    if request.method == "POST" and (act := ACTS.get(request.POST.get("act", ""))):
        try:
            outcome = act(token).outcome
        except JournalError:
            return later(request)
        if outcome is Outcome.GONE:
            return gone(request)
        done = f"?done={outcome}" if outcome in DONE else ""
        return see_other(reverse("confirm", args=[token]) + done)
    return _page(request, token)


def _page(request: HttpRequest, token: str) -> HttpResponse:
    if pending := pending_request(token):
        context = {"token": token, "labels": labels(pending.site_id, pending.language, pending.offer["purposes"])}
        return render(request, "consent/confirm.html", context)
    used = Token.find(Token.Kind.CONFIRM, token)
    if used is None or not used.is_used:
        return gone(request)
    done = request.GET.get("done")
    is_true = done in DONE and (done == "confirmed") == (used.contact_id is not None)
    return render(request, "consent/confirm_done.html", {"done": done if is_true else ""})
