"""Runs every detector over a text. Whatever goes wrong becomes a finding: such a comment waits for a moderator, and is
neither published nor answered with an error page (DESIGN.md, M6). One detector's defect never costs another's findings.
"""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial

from django.conf import settings
from django.db import connection, transaction

from comments.models.comment import LONGEST
from comments.screening.detector import About, Category, Found, detector_named
from comments.screening.text import Text

logger = logging.getLogger(__name__)
BUDGET = 2.0  # seconds of processor time for all detectors together; those that come later are not run
LONGEST_REASON = 200  # characters
_ANY_WORDS = "Thank you. The nurse, Anna, told me to call 112, or to write to anna@example.org."
MOST = 50  # findings of one detector that are kept


def screen(typed: str, about: About, *, name: str = "") -> list[Found]:
    """What is found in a text, in its order, and in the display name under which it is said. Never raises.

    What is found in the name spans nothing of the text: it stands at its beginning, and its reason tells where it was.
    """
    try:
        _warm_up()
        with _failed_queries_undone() as undo:
            run = partial(_read, until=time.thread_time() + BUDGET, undo=undo)
            found = list(run(typed, about))
            if name:  # under one name one says many things: that is no repeat
                failed = {each.detector for each in found if each.category == Category.FAILURE}
                in_name = (each for each in run(name, replace(about, site_id=0)) if each.detector not in failed)
                found += map(_of_name, in_name)
        return sorted(found, key=lambda each: (each.start, each.end))
    except Exception as error:  # noqa: BLE001 - a list that can't be read must not lose what somebody wrote
        logger.error("Screening failed as a whole: %s", type(error).__name__)
        return [_failure("screening", "No detector could be run")]


@cache
def _warm_up() -> None:
    """Loads every detector with all that it needs, once in a process: that takes none of a comment's time."""
    for dotted_name in settings.COMMENT_DETECTORS:
        _run(dotted_name, Text(_ANY_WORDS), About(language="en", site_id=0), lambda: None)


def _of_name(found: Found) -> Found:
    return replace(found, start=0, end=0, reason=f"In the name: {found.reason}"[:LONGEST_REASON])


def _read(typed: str, about: About, *, until: float, undo: Callable[[], None]) -> Iterable[Found]:
    text = Text(typed[:LONGEST])
    if len(typed) > LONGEST:
        yield _failure("screening", f"Only the first {LONGEST:,} characters were read")
    for dotted_name in settings.COMMENT_DETECTORS:
        if time.thread_time() > until:
            yield _failure(str(dotted_name).rpartition(".")[2], "Not run: the time was up")
            continue
        yield from _run(dotted_name, text, about, undo)


@contextmanager
def _failed_queries_undone() -> Iterator[Callable[[], None]]:
    """What makes a transaction usable after a query in it failed: on PostgreSQL nothing else could be kept in it."""
    if not connection.in_atomic_block:
        yield lambda: None
        return
    point = transaction.savepoint()

    def undo() -> None:
        transaction.savepoint_rollback(point)
        transaction.set_rollback(False)

    yield undo
    transaction.savepoint_commit(point)


def _run(dotted_name: str, text: Text, about: About, undo: Callable[[], None]) -> list[Found]:
    name = str(dotted_name).rpartition(".")[2][:40]
    try:
        detector = detector_named(dotted_name)
        name, version = str(detector.name)[:40], int(detector.version)
        found = [each for each, _count in zip(detector.find(text, about), range(MOST), strict=False)]
        return [_kept(each, name, version, len(text.typed)) for each in found]
    except Exception as error:  # noqa: BLE001 - see above; its words may hold what somebody wrote
        logger.error("The detector “%s” failed: %s", name, type(error).__name__)
        undo()
        return [_failure(name, "This detector failed")]


def _kept(each: Found, name: str, version: int, length: int) -> Found:
    """A finding as it can be stored: within the text, with a category that there is."""
    start = min(max(0, int(each.start)), length)
    end = min(max(start, int(each.end)), length)
    reason = each.reason.replace("\0", "")[:LONGEST_REASON]  # which PostgreSQL takes in no text
    return Found(Category(each.category), start, end, reason, name, version)


def _failure(detector: str, reason: str) -> Found:
    return Found(Category.FAILURE, 0, 0, reason, detector[:40], 0)
