"""Watches requests for queries that a loop repeats where one would do (django-zeal), and says where they were made.

``ALLOWED`` names what may repeat, each with its reason. That something is hard to mend is none.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from zeal.signals import nplusone_detected

OURS = ("portal.", "articles.", "comments.", "consent.", "demo.")
ALLOWED: dict[str, str] = {}


@contextmanager
def repeated_queries(settings) -> Iterator[set[str]]:
    """What was repeated by requests inside, as ``articles.Reference.topic at file:line in function``."""
    settings.MIDDLEWARE = ["zeal.middleware.zeal_middleware", *settings.MIDDLEWARE]
    settings.ZEAL_RAISE = False
    found: set[str] = set()

    def note(exception, **_signal):
        found.add(str(exception).removeprefix("N+1 detected on "))

    nplusone_detected.connect(note, weak=False)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield found
    finally:
        nplusone_detected.disconnect(note)
    found -= {each for each in found if each.split(" at ")[0] in ALLOWED}
