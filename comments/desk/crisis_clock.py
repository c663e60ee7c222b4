"""How long a case has waited, and whether that is too long. A case waits until two people have signed."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.models import CrisisCase
from comments.rules.crisis import target

HANDLED_WITHIN = timedelta(hours=1)
SIGNED_OFF_WITHIN = timedelta(hours=24)


def due_at(case: CrisisCase) -> datetime | None:
    """When the next step has to be taken; None for a case that is closed."""
    if case.is_closed:
        return None
    if case.handled_at:
        return case.opened_at + SIGNED_OFF_WITHIN
    return case.opened_at + (HANDLED_WITHIN if case.seen_at else target())


def is_overdue(case: CrisisCase) -> bool:
    """Whether somebody should have done something by now."""
    due = due_at(case)
    return due is not None and timezone.now() > due


def step_words(case: CrisisCase) -> str:
    """Where it stands, and who is asked for."""
    if case.is_closed:
        return _("Closed: two people have signed")
    if case.handled_at:
        return _("Handled, waits for a second person")
    return _("Seen, waits for somebody to act") if case.seen_at else _("Nobody has seen it")


def clock_words(case: CrisisCase) -> str:
    """Minutes since it was opened, and in words if that is too long."""
    until = case.signed_off_at or timezone.now()
    minutes = max(0, int((until - case.opened_at).total_seconds() // 60))
    words = ngettext("%(minutes)d minute", "%(minutes)d minutes", minutes) % {"minutes": minutes}
    return _("Overdue: %(time)s") % {"time": words} if is_overdue(case) else words
