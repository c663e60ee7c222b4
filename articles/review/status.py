"""How old a review is. A review is good to the end of the day on which the next one is due, in the community's time
zone; before that, readers and editors hear that the day is near.
"""

from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

DUE_SOON = timedelta(days=60)


class Standing(StrEnum):
    """Where an article stands with its review."""

    CURRENT = "current"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    NEVER = "never"


STANDING_LABELS = {
    Standing.CURRENT: _("Current"),
    Standing.DUE_SOON: _("Due soon"),
    Standing.OVERDUE: _("Overdue"),
    Standing.CHANGED: _("Changed since review"),
    Standing.WITHDRAWN: _("Approval withdrawn"),
    Standing.NEVER: _("Not reviewed"),
}


def review_status(*, due_on: date | None, today: date) -> Standing:
    """The standing of an approved text: ``due_on`` is the last day on which its review is good."""
    if due_on is None:
        return Standing.CURRENT
    if today > due_on:
        return Standing.OVERDUE
    return Standing.DUE_SOON if due_on - today <= DUE_SOON else Standing.CURRENT
