"""The list on the left: what waits, in order, and how much. A count is never more exact than it has to be."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from comments.desk.frame import QUEUE
from comments.models import Comment
from comments.rules.queue import MOST_COUNTED, Lane, Place, from_place, how_many

PAGE = 20
LABELS = {
    Lane.DANGER: _("In danger"),
    Lane.ESCALATED: _("Escalated"),
    Lane.REPORTED: _("Reported"),
    Lane.WAITING: _("Waiting"),
}


def listed(lanes: Sequence[Lane], site_id: int | None, *, after: Place | None, held: Sequence[int]) -> dict[str, Any]:
    """A page of the list, and the address of the next. ``held``: what stands on the cards is not listed again."""
    places = from_place(PAGE + 1 + len(held), lanes=lanes, site_id=site_id, after=after)
    places = [(place, pk) for place, pk in places if pk not in held]
    found = Comment.objects.select_related("conversation", "claimed_by").in_bulk([pk for _place, pk in places[:PAGE]])
    rows = [
        {"comment": found[pk], "lane": place.lane, "label": LABELS[place.lane], "is_hidden": place.lane == Lane.DANGER}
        for place, pk in places[:PAGE]
        if pk in found
    ]
    more = text_of(places[PAGE - 1][0]) if len(places) > PAGE else ""
    return {"list": rows, "more": more, "is_first": after is None}


def lanes_with_counts(current: Lane | None, site_id: int | None) -> list[dict[str, Any]]:
    """Each lane with its count, as links. One query a lane."""
    query = {"community": site_id} if site_id else {}
    rows: list[dict[str, Any]] = [
        {"label": _("Everything"), "url": reverse(QUEUE, query=query), "is_current": current is None, "count": ""}
    ]
    for lane, label in LABELS.items():
        number = how_many(lane, site_id)
        rows.append(
            {
                "label": label,
                "url": reverse(QUEUE, query={"lane": str(lane), **query}),
                "is_current": lane == current,
                "count": f"{MOST_COUNTED}+" if number >= MOST_COUNTED else number,
            }
        )
    return rows


def text_of(place: Place) -> str:
    """A place as it stands in an address."""
    when = place.queued_at.isoformat() if place.queued_at else ""
    return f"{place.lane}~{place.priority}~{when}~{place.pk}"


def place_of(text: str) -> Place | None:
    """The place that an address names, or None for anything else."""
    try:
        lane, priority, when, pk = text.split("~")
        queued_at = datetime.fromisoformat(when) if when else None
        if queued_at is not None and queued_at.tzinfo is None:
            return None
        return Place(Lane(lane), min(int(priority), 100), queued_at, min(int(pk), 2**62))
    except ValueError:
        return None
