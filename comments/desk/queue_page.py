"""The screen of the queue: what waits on the left, a card in the middle, its author on the right. Reading it changes
nothing; comments are taken with a button.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site

from comments.desk.access import may_lead
from comments.desk.cards import Card, cards_of
from comments.desk.frame import QUEUE, framed
from comments.desk.queue_list import lanes_with_counts, listed, place_of
from comments.models import Comment, Decision
from comments.rules.claiming import AT_A_TIME, mine, others_at_work
from comments.rules.deciding import UNDO_WINDOW
from comments.rules.queue import Lane


def queue_page(
    request,
    *,
    card: int | None = None,
    problem: str = "",
    typed: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The screen. ``card``: which one is shown first; ``problem`` with what was ``typed``: why nothing was done."""
    chosen = chosen_part(request)
    held = list(mine(request.user).values_list("pk", flat=True))
    cards = cards_of(held if card is None or card in held else [card, *held], request.user)
    first = next((each for each in cards if each.comment.pk == card), cards[0] if cards else None)
    context = {
        **chosen,
        "cards": cards,
        "first": first,
        "typed": typed or {},
        "problem": problem,
        "done": last_decision(request),
        "others": others_at_work(request.user),
        "rows": listed(
            chosen["lanes_shown"], chosen["site_id"], after=place_of(request.GET.get("after", "")), held=held
        ),
        "lanes": lanes_with_counts(chosen["lane"], chosen["site_id"]),
        "sites": list(Site.objects.order_by("site_name", "pk")),
        "at_a_time": AT_A_TIME,
        "has_shortcuts": has_shortcuts(request.user),
        "may_lead": may_lead(request.user),
    }
    return render(request, "conversation/desk/queue.html", framed(_("Queue"), **context), status=status)


def chosen_part(request) -> dict[str, Any]:
    """Which lane and which community the address asks for."""
    values = request.POST if request.method == "POST" else request.GET
    lane = values.get("lane", "")
    site = values.get("community", "")
    known = lane in set(Lane)
    site_id = int(site) if site.isdecimal() and len(site) < 10 else None
    part: dict[str, Any] = {"lane": lane} if known else {}
    if site_id:
        part["community"] = site_id
    return {
        "lane": Lane(lane) if known else None,
        "lanes_shown": (Lane(lane),) if known else tuple(Lane),
        "site_id": site_id,
        "part": urlencode(part),
        "queue_url": reverse(QUEUE),
    }


def queue_address(request, **query: Any) -> str:
    """The queue, still in the part that was on the screen."""
    chosen = chosen_part(request)
    part = {"lane": chosen["lane"], "community": chosen["site_id"]}
    return reverse(QUEUE, query={name: str(value) for name, value in {**query, **part}.items() if value})


def cards_for_script(request, known: set[int]) -> list[Card]:
    """The cards that somebody holds and does not have on the screen yet."""
    return cards_of([pk for pk in mine(request.user).values_list("pk", flat=True) if pk not in known], request.user)


def last_decision(request) -> dict[str, Any] | None:
    """The decision that this person has just taken, on whose comment, and whether it can be undone. Two
    queries at most.
    """
    number = request.GET.get("done", "")
    if not number.isdecimal() or len(number) > 18:
        return None
    found = Decision.objects.filter(number=int(number), moderator_id=request.user.pk).first()
    if found is None:
        return None
    until: datetime = found.recorded_at + UNDO_WINDOW
    return {
        "decision": found,
        "name": Comment.objects.filter(pk=found.comment_id).values_list("user_name", flat=True).first() or "",
        "can_undo": timezone.now() < until and found.action != Decision.Action.UNDO,
    }


def has_shortcuts(user) -> bool:
    """Whether the person wants keys (Wagtail: account, keyboard shortcuts). Who never said anything does."""
    profile = getattr(user, "wagtail_userprofile", None)
    return profile is None or profile.keyboard_shortcuts
