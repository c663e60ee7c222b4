"""A time somebody waited, in words: minutes up to two hours, hours up to four days, then days."""

from django.utils.translation import gettext as _

MINUTE, HOUR, DAY = 60, 3600, 86400


def in_words(seconds: float | None) -> str:
    """Such as “12 min”, “7 h” or “5 days”; a dash for nothing."""
    if seconds is None:
        return "–"
    if seconds < 2 * HOUR:
        return _("%(number)s min") % {"number": max(1, round(seconds / MINUTE))}
    if seconds < 4 * DAY:
        return _("%(number)s h") % {"number": round(seconds / HOUR)}
    return _("%(number)s days") % {"number": round(seconds / DAY)}
