"""What the desk adds to the dashboard of moderators: how much waits, who may be in danger, which appeals are open."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from comments.desk.access import may_moderate
from comments.desk.frame import ICON, QUEUE
from comments.desk.queue_list import LABELS, listed
from comments.desk.screens import url_of
from comments.desk.waiting import waiting
from comments.rules.queue import MOST_COUNTED, Lane, how_many
from portal.admin.dashboard import MOST, CountItem, ListPanel, Step
from portal.models import User


def first_steps(user: User):
    """What a moderator starts with."""
    if may_moderate(user):
        yield Step(_("Decide on comments"), reverse(QUEUE), ICON)


def count_comments(request, items) -> None:
    """Adds a count for each lane, and one of appeals."""
    if not may_moderate(request.user):
        return
    words = {
        Lane.DANGER: (_("Author may be in danger"), _("Authors may be in danger"), "warning"),
        Lane.ESCALATED: (_("Comment escalated"), _("Comments escalated"), "arrow-up"),
        Lane.REPORTED: (_("Comment reported"), _("Comments reported"), "thumbtack"),
        Lane.WAITING: (_("Comment waits"), _("Comments wait"), ICON),
    }
    for order, (lane, (one, many, icon)) in enumerate(words.items(), start=30):
        url = reverse(QUEUE, query={"lane": str(lane)})
        number = how_many(lane)
        count: Any = f"{MOST_COUNTED}+" if number >= MOST_COUNTED else number
        items.append(CountItem(request, order=order, count=count, one=one, many=many, url=url, icon=icon))
    appeals, url = waiting(request).appeals, url_of("appeals")
    items.append(
        CountItem(request, order=35, count=appeals, one=_("Appeal"), many=_("Appeals"), url=url, icon="rotate")
    )


class WaitingCommentsPanel(ListPanel):
    """What is looked at first."""

    name = "waiting_comments"
    order = 55
    heading = _("Comments that wait for a moderator")
    empty = _("Nothing waits. Thank you for keeping the conversation kind.")

    @property
    def more_url(self):
        return reverse(QUEUE)

    @cached_property
    def lines(self) -> list[dict[str, Any]]:
        return [
            {
                "title": f"{row['comment'].user_name}: {row['comment'].conversation.title}",
                "url": reverse(QUEUE, query={"card": row["comment"].pk}),
                "when": row["comment"].queued_at,
                "note": LABELS[row["lane"]],
            }
            for row in listed(tuple(Lane), None, after=None, held=[])["list"][: MOST + 1]
        ]


def add_waiting_comments(request, panels) -> None:
    """Adds the panel for moderators."""
    if may_moderate(request.user):
        panels.append(WaitingCommentsPanel(request.user))
