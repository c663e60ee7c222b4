"""Watches requests for queries that a loop repeats where one would do (django-zeal), and says where they were made.

``ALLOWED`` names what may repeat, each with its reason. That something is hard to mend is none.
"""

import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zeal.signals import nplusone_detected

from portal.environment import PROJECT_DIR

FRAMEWORK = "in a framework"
ALLOWED = {
    "portal.Picture.renditions": "each text asks once for all its pictures; where many texts are read, each does",
}


@contextmanager
def repeated_queries(settings) -> Iterator[set[str]]:
    """What was repeated by requests inside, as ``articles.Reference.topic at file:line``."""
    settings.MIDDLEWARE = ["zeal.middleware.zeal_middleware", *settings.MIDDLEWARE]
    settings.ZEAL_RAISE = False
    found: set[str] = set()

    def note(exception, **_signal):
        what = str(exception).partition("N+1 detected on ")[2].partition(" ")[0].removesuffix("()")
        found.add(f"{what} {_place()}")

    nplusone_detected.connect(note, weak=False)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield found
    finally:
        nplusone_detected.disconnect(note)
    found -= {each for each in found if each.split(" ")[0] in ALLOWED}


def _place() -> str:
    """Where our own code asked, the innermost place; middleware through which everything passes does not count."""
    for frame in reversed(traceback.extract_stack()):
        path = Path(frame.filename)
        if frame.name != "__call__" and path.is_relative_to(PROJECT_DIR):
            room = path.relative_to(PROJECT_DIR).parts[0]
            if room not in (".venv", "tests"):
                return f"at {path.relative_to(PROJECT_DIR)}:{frame.lineno}"
    return FRAMEWORK
