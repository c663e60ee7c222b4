"""Runs every detector over a text. Whatever goes wrong becomes a finding: such a comment waits for a moderator, and is
neither published nor answered with an error page (DESIGN.md, M6).
"""

import logging
import time
from collections.abc import Iterable

from comments.models.comment import LONGEST
from comments.screening.detector import About, Category, Detector, Found, detectors
from comments.screening.text import Text

logger = logging.getLogger(__name__)
BUDGET = 2.0  # seconds for all detectors together; those that come later are not run
MOST = 50  # findings of one detector that are kept


def screen(typed: str, about: About) -> list[Found]:
    """What is found in a text, in its order. Never raises."""
    try:
        return sorted(_screen(typed, about), key=lambda found: (found.start, found.end))
    except Exception:  # noqa: BLE001 - a list of detectors that can't be read must not lose what somebody wrote
        logger.error("Screening failed as a whole.")
        return [_failure("screening", "No detector could be run")]


def _screen(typed: str, about: About) -> Iterable[Found]:
    text, begun = Text(typed[:LONGEST]), time.monotonic()
    for detector in detectors():
        if time.monotonic() - begun > BUDGET:
            yield _failure(detector.name, "Not run: the time was up")
            continue
        yield from _run(detector, text, about)


def _run(detector: Detector, text: Text, about: About) -> list[Found]:
    name, version = str(detector.name)[:40], int(detector.version)
    try:
        found = [each for each, _count in zip(detector.find(text, about), range(MOST), strict=False)]
        return [
            Found(each.category, max(0, each.start), min(each.end, len(text.typed)), each.reason[:200], name, version)
            for each in found
        ]
    except Exception as error:  # noqa: BLE001 - see above; its words may hold what somebody wrote
        logger.error("The detector “%s” failed: %s", name, type(error).__name__)
        return [_failure(name, "This detector failed")]


def _failure(detector: str, reason: str) -> Found:
    return Found(Category.FAILURE, 0, 0, reason, detector[:40], 0)
