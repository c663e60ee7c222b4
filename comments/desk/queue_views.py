"""Taking comments, giving them back, skipping one, opening one whose author may be in danger."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from comments.desk.access import moderates
from comments.desk.decision_views import refused, wants_json
from comments.desk.queue_page import cards_for_script, chosen_part, queue_address, queue_page
from comments.desk.refusals import REFUSED
from comments.models import CrisisCase
from comments.rules.claiming import AT_A_TIME, claim, release, skip
from comments.rules.crisis import see


@never_cache
@require_safe
@moderates
def queue(request) -> HttpResponse:
    """The screen."""
    wanted = request.GET.get("card", "")
    return queue_page(request, card=int(wanted) if wanted.isdecimal() and len(wanted) < 18 else None)


@require_POST
@moderates
def claim_more(request) -> HttpResponse:
    """Takes the next comments. A script gets the cards that it does not have yet."""
    chosen = chosen_part(request)
    held = claim(request.user, lanes=chosen["lanes_shown"], site_id=chosen["site_id"])
    if request.headers.get("accept") == "text/html-fragment":
        known = {int(pk) for pk in request.POST.getlist("known") if pk.isdecimal() and len(pk) < 18}
        context = {**chosen, "cards": cards_for_script(request, known), "typed": {}}
        headers = {"x-is-last": "no" if len(held) >= AT_A_TIME else "yes"}
        return HttpResponse(render_to_string("conversation/desk/_cards.html", context, request), headers=headers)
    return redirect(queue_address(request))


@require_POST
@moderates
def release_all(request) -> HttpResponse:
    """Gives everything back."""
    release(request.user)
    return redirect(queue_address(request))


@require_POST
@moderates
def skip_one(request, pk: int) -> HttpResponse:
    """Leaves one comment to others."""
    skip(request.user, pk)
    return HttpResponse(status=204) if wants_json(request) else redirect(queue_address(request))


@require_POST
@moderates
def open_crisis(request, pk: int) -> HttpResponse:
    """Notes who looked first at a comment whose author may be in danger, and shows it."""
    try:
        see(get_object_or_404(CrisisCase, comment_ref=pk), request.user)
    except REFUSED as refusal:
        return refused(request, refusal, pk)
    if wants_json(request):
        return HttpResponse(status=204)
    return redirect(queue_address(request, card=pk, open="yes"))
