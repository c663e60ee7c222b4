"""Letters to staff that are handed to the mail server at once, and whoever waits at a screen meanwhile.

A server that hangs must not hang a page: a person waits for ``SOON`` at most, and what has not left by then goes on in
a thread for a while. Nothing here is kept: ``portal.staff_outbox`` keeps letters until they have left.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from django.core.mail import get_connection
from wagtail.admin.mail import send_mail

logger = logging.getLogger(__name__)
SOON = 2.0  # seconds
LATEST = 120.0  # seconds, after which no further letter is begun behind somebody's back


@dataclass(frozen=True)
class Letter:
    """One letter. ``name``: what the log calls it, without an address."""

    name: str
    to: str = field(repr=False)
    subject: str
    text: str = field(repr=False)


def hand_over(
    letters: Sequence[Letter], *, patience: float | None = None, late: Callable[[Letter], object] = lambda _letter: None
) -> list[Letter]:
    """Sends letters on one connection. Returns those that left, as far as is known after ``patience`` seconds; ``late``
    is called with each that leaves after that, in a thread.
    """
    left: list[Letter] = []
    if patience is None:
        deliver(letters, left.append)
        return left
    is_over, one_at_a_time, ends = False, threading.Lock(), time.monotonic() + LATEST

    def has_left(letter: Letter) -> None:
        with one_at_a_time:
            if not is_over:
                left.append(letter)
                return
        late(letter)

    go_on = partial(deliver, letters, has_left, should_stop=lambda: time.monotonic() > ends)
    thread = threading.Thread(target=go_on, name="letters to staff", daemon=True)
    thread.start()
    thread.join(patience)
    with one_at_a_time:
        is_over = True
    return left


def deliver(
    letters: Sequence[Letter], has_left: Callable[[Letter], object], *, should_stop: Callable[[], bool] = lambda: False
) -> bool:
    """Sends letters on one connection, and calls ``has_left`` with each as soon as it left. Whether the server was
    there to the end: one that can't be reached is tried once, not for each. A letter that it refuses keeps no other
    back.
    """
    if not letters:
        return True
    connection = get_connection()
    is_there = _works(letters[0], connection.open)
    for letter in letters:
        if not is_there or should_stop():
            break
        if _works(letter, partial(send_mail, letter.subject, letter.text, [letter.to], connection=connection)):
            has_left(letter)
        else:  # the server may have hung up
            is_there = _works(letter, connection.close) and _works(letter, connection.open)
    _works(letters[-1], connection.close)
    return is_there


def _works(letter: Letter, act: Callable[[], object]) -> bool:
    try:
        act()
    except Exception as error:  # noqa: BLE001 - whatever the backend raises; its words may hold an address
        logger.error("%s could not be sent: %s", letter.name, type(error).__name__)
        return False
    return True
