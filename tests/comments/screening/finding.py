"""What a detector finds, in a form that tests can read."""

from comments.screening.detector import About
from comments.screening.text import Text


def passages(detector, typed, language="en"):
    """Each passage as it was typed, with the reason."""
    found = detector.find(Text(typed), About(language=language, site_id=0))
    return [(typed[each.start : each.end], each.reason) for each in found]
