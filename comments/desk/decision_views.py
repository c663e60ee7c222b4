"""A decision: the form is bound, the rule is called, and the answer is short. A script gets JSON; without one, the
next card.

At most ten queries answer it, everything counted: nothing is enqueued, no message is kept, nothing is read again.
"""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from comments.desk.access import moderates
from comments.desk.answers import REFUSALS, conflict_words, refusal_words
from comments.desk.decision_form import DecisionForm
from comments.desk.queue_page import queue_address, queue_page
from comments.models import Decision
from comments.rules.claiming import renew
from comments.rules.deciding import UNDO_WINDOW, ConflictError, NotAllowedError, undo

CONFLICT, REFUSED = 409, 422


@sensitive_post_parameters("to_author", "to_colleagues", "words")
@require_POST
@moderates
def decide_one(request, pk: int) -> HttpResponse:
    """Decides on one comment."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _refused(request, str(REFUSALS["form"]), REFUSED, pk)
    order = form.order()
    try:
        decision = order.carry_out(pk, by=request.user)
    except ConflictError as conflict:
        return _refused(request, conflict_words(conflict), CONFLICT, pk)
    except NotAllowedError as refusal:
        return _refused(request, refusal_words(refusal), REFUSED, pk)
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
    except ConflictError as conflict:
        return _refused(request, conflict_words(conflict), CONFLICT, None)
    except NotAllowedError as refusal:
        return _refused(request, refusal_words(refusal), REFUSED, None)
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


def _refused(request, words: str, status: int, pk: int | None) -> HttpResponse:
    """Says why nothing was done. Without script the card comes back with what was typed."""
    if wants_json(request):
        return JsonResponse({"said": words}, status=status)
    return queue_page(request, card=pk, problem=words, typed=request.POST, status=status)
