"""One decision on many comments: of one author, or in which the same was found. Each is decided on for itself."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comments.desk.access import moderates
from comments.desk.frame import QUEUE, framed
from comments.desk.refusals import WORDS, outcome_words
from comments.models import Comment, Decision, Finding
from comments.models.comment import State
from comments.rulebook import rulebook
from comments.rules.deciding import NotAllowedError, Seen
from comments.rules.deciding_many import MANY, MOST, by_author, decide_each, with_finding


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@moderates
def decide_many(request) -> HttpResponse:
    """Lists them with a box each; sent, says what became of each."""
    results: list[dict] = []
    problem = ""
    if request.method == "POST":
        try:
            results = _decided(request)
        except NotAllowedError:
            problem = _("Choose what to decide.")
        if not results and not problem:
            problem = _("Choose at least one comment.")
    found = _found(request)
    comments = list(found.select_related("conversation", "acceptance__version")[:MOST]) if found is not None else []
    context = {
        "comments": comments,
        "actions": [(action.value, action.label) for action in MANY],
        "rules": rulebook(comments[0].acceptance.version).rules if comments else (),
        "results": results,
        "problem": problem,
        "heading": _heading(request),
    }
    title = _("Decide on many")
    return render(request, "conversation/desk/many.html", framed(title, under={_("Queue"): reverse(QUEUE)}, **context))


def _found(request):
    author, detector = request.GET.get("author", ""), request.GET.get("detector", "")
    category = request.GET.get("category", "")
    if author.isdecimal() and len(author) < 18:
        return by_author(int(author))
    is_finding = detector.isprintable() and category in Finding.Category.values
    return with_finding(detector, category) if detector and is_finding else None


def _heading(request) -> str:
    if request.GET.get("author"):
        return _("Comments of one author that wait")
    categories = dict(Finding.Category.choices)
    category = categories.get(request.GET.get("category", ""), "")
    return _("Comments that wait, in which the same was found: %(category)s") % {"category": category}


def _decided(request) -> list[dict]:
    items = []
    for value in request.POST.getlist("comment"):
        pk, _colon, revision = value.partition(":")
        if pk.isdecimal() and revision.isdecimal() and len(value) < 24:
            items.append((int(pk), Seen(State.PENDING, int(revision))))
    outcomes = decide_each(
        items, request.POST.get("action", ""), by=request.user, rule_code=request.POST.get("rule", "")
    )
    names = dict(Comment.objects.filter(pk__in=[pk for pk, _seen in items]).values_list("pk", "user_name"))
    return [
        {
            "name": names.get(pk) or str(WORDS["form"]),
            "words": outcome_words(outcome),
            "is_done": isinstance(outcome, Decision),
        }
        for pk, outcome in outcomes
    ]
