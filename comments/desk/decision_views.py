"""A decision: the form is bound, the rule is called, and the answer is short. A script gets JSON; without one, the
next card.

At most ten queries answer it, everything counted: nothing is enqueued, no message is kept, nothing is read again.
"""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from comments.desk.access import moderates
from comments.desk.decision_form import DecisionForm
from comments.desk.queue_page import queue_address, queue_page
from comments.desk.refusals import REFUSED, words_of_refusal
from comments.models import Decision
from comments.rules.claiming import renew
from comments.rules.deciding import UNDO_WINDOW, ConflictError, NotAllowedError, undo

CONFLICT, UNPROCESSABLE = 409, 422


@sensitive_post_parameters("to_author", "to_colleagues", "words")
@require_POST
@moderates
def decide_one(request, pk: int) -> HttpResponse:
    """Decides on one comment."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return refused(request, NotAllowedError("form"), pk)
    order = form.order()
    try:
        decision = order.carry_out(pk, by=request.user)
    except REFUSED as refusal:
        return refused(request, refusal, pk)
    if not order.has_words and decision.action != Decision.Action.REDACT:  # else the decision took all its queries
        renew(request.user)
    return _done(request, decision)


@require_POST
@moderates
def undo_one(request) -> HttpResponse:
    """Takes back a decision of one's own."""
    number = request.POST.get("decision", "")
    try:
        if not number.isdecimal() or len(number) > 18:
            raise NotAllowedError("step")
        decision = undo(int(number), by=request.user)
    except REFUSED as refusal:
        return refused(request, refusal, None)
    if wants_json(request):
        return JsonResponse({"said": decision.get_action_display(), "comment": decision.comment_id})
    return redirect(queue_address(request, card=decision.comment_id))


def wants_json(request) -> bool:
    """Whether a script asks."""
    return request.headers.get("accept") == "application/json"


def _done(request, decision: Decision) -> HttpResponse:
    if wants_json(request):
        seconds = int(UNDO_WINDOW.total_seconds())
        return JsonResponse({"done": decision.number, "said": decision.get_action_display(), "seconds": seconds})
    return redirect(queue_address(request, done=decision.number))


def refused(request, refusal: ConflictError | NotAllowedError, pk: int | None) -> HttpResponse:
    """Says why nothing was done. Without script the card comes back with what was typed."""
    words, status = words_of_refusal(refusal), CONFLICT if isinstance(refusal, ConflictError) else UNPROCESSABLE
    if wants_json(request):
        return JsonResponse({"said": words}, status=status)
    return queue_page(request, card=pk, problem=words, typed=request.POST, status=status)
