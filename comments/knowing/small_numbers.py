"""Small figures point to people: one comment that was taken down in a small community was written by somebody.

On the public page, counts of what was done about people are told from five on; one to four are “fewer than five”. Where
a part is told like that, its sum is “at least” the parts that are told, so that nobody can subtract (Article 29 Working
Party, Opinion 05/2014 on anonymisation techniques, 2.2 and 3.2). Notices on people in danger are told in steps of five.
"""

from collections.abc import Iterable

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext as _

FEWEST = 5


def told(number: int) -> str:
    """``number`` in figures, or “fewer than five”. Nothing is told as nothing: it points to nobody."""
    return str(intcomma(number)) if number == 0 or number >= FEWEST else _("fewer than five")


def told_sum(parts: Iterable[int]) -> str:
    """The sum of numbers that are each told beside it."""
    counts = list(parts)
    known = sum(number for number in counts if number >= FEWEST)
    if all(number == 0 or number >= FEWEST for number in counts):
        return str(intcomma(known))
    return _("at least %(number)s") % {"number": intcomma(known)} if known else _("a few")


def in_steps(number: int) -> str:
    """The step of five into which ``number`` falls; nothing is told as “fewer than five”, too."""
    low = number - number % FEWEST
    return f"{intcomma(low)}–{intcomma(low + FEWEST - 1)}" if low else _("fewer than five")
