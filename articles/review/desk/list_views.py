"""The lists of the desk in the admin, as tabs with counts."""

from typing import Any

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from wagtail.admin.paginator import WagtailPaginator

from articles.review.desk.access import may_open_desk
from articles.review.desk.frame import desk_closed, framed
from articles.review.desk.lists import LIVE_LISTS, QUEUE, Desk, list_url
from articles.review.desk.tables import apart_table, live_table, queue_table

PAGE_SIZE = 50
WITH_DUE_DAY = ("overdue", "due-soon")


@require_GET
def desk(request, name=QUEUE):
    """One list, and the counts of all."""
    if not may_open_desk(request.user):
        return desk_closed(request)
    own = Desk(request.user)
    shown = queue_context(own) if name == QUEUE else live_context(request, own, name)
    title = _("Medical review")
    return render(request, "articles/review/desk/lists.html", framed(title, tabs=tabs_of(own, name), desk=own, **shown))


def queue_context(own: Desk) -> dict[str, Any]:
    """What waits for this person, and apart from it what waits for others."""
    return {
        "table": queue_table(own.queue) if own.queue else None,
        "apart": apart_table(own.apart) if own.apart else None,
        "empty": _("Nothing waits for you. Thank you for keeping the pages true.")
        if own.is_reviewer
        else _("No draft waits for a reviewer."),
    }


def live_context(request, own: Desk, name: str) -> dict[str, Any]:
    """A list of live articles."""
    wanted = next(known for known in LIVE_LISTS if known.name == name)
    paginator: Paginator = WagtailPaginator(own.places(wanted), PAGE_SIZE)
    page = paginator.get_page(request.GET.get("p"))
    articles = own.look_at(wanted, page.object_list)
    return {
        "table": live_table(articles, has_due_day=name in WITH_DUE_DAY) if articles else None,
        "empty": wanted.empty,
        "page_obj": page if paginator.num_pages > 1 else None,
        "elided_page_range": paginator.get_elided_page_range(page.number),
        "list_url": list_url(name),
    }


def tabs_of(own: Desk, current: str) -> list[dict[str, Any]]:
    """The lists by name, each with its count."""
    queue = _("My queue") if own.is_reviewer else _("Waiting for review")
    tabs = [(QUEUE, queue, len(own.queue)), *((one.name, one.label, own.count(one)) for one in LIVE_LISTS)]
    return [
        {"label": label, "count": count, "url": list_url(name), "is_current": name == current}
        for name, label, count in tabs
    ]
