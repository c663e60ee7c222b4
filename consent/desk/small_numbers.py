"""Small figures point to people: one consent to mail on a rare illness, in the week after a talk, is somebody.

Whoever may not look up contacts is told figures on people as steps of five, totals too, so that none can be worked out
from the others (Article 29 Working Party, Opinion 05/2014 on anonymisation techniques, 2.2 and 3.2).
Whoever may look them up learns nothing more from an exact figure.
"""

from django.contrib.humanize.templatetags.humanize import intcomma

STEP = 5


def coarse(number: int) -> int:
    """The lower end of the step into which ``number`` falls."""
    return number - number % STEP


def told(number: int, *, exactly: bool) -> str:
    """``number`` as it is shown: itself, or the step into which it falls, such as 0–4."""
    if exactly:
        return str(intcomma(number))
    low = coarse(number)
    return f"{intcomma(low)}–{intcomma(low + STEP - 1)}"
