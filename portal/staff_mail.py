"""Letters to staff that are handed to the mail server at once, and whoever waits at a screen meanwhile.

A server that hangs must not hang a page: a person waits for ``SOON`` at most, and what has not left by then goes on in
a thread. Nothing here is kept: ``portal.staff_outbox`` keeps letters until they have left.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from django.core.mail import get_connection
from wagtail.admin.mail import send_mail

logger = logging.getLogger(__name__)
SOON = 2.0  # seconds


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

    A letter that fails keeps no other back; a server that can't be reached is tried once, not for each.
    """
    if not letters:
        return []
    left: list[Letter] = []
    if patience is None:
        _send(letters, left.append)
        return left
    is_over, one_at_a_time = False, threading.Lock()

    def has_left(letter: Letter) -> None:
        with one_at_a_time:
            if not is_over:
                left.append(letter)
                return
        late(letter)

    thread = threading.Thread(target=_send, args=(letters, has_left), name="letters to staff", daemon=True)
    thread.start()
    thread.join(patience)
    with one_at_a_time:
        is_over = True
    return left


def _send(letters: Sequence[Letter], has_left: Callable[[Letter], object]) -> None:
    connection = get_connection()
    if not _works(letters[0], connection.open):
        return
    for letter in letters:
        if _works(letter, partial(send_mail, letter.subject, letter.text, [letter.to], connection=connection)):
            has_left(letter)
    _works(letters[-1], connection.close)


def _works(letter: Letter, act: Callable[[], object]) -> bool:
    try:
        act()
    except Exception as error:  # noqa: BLE001 - whatever the backend raises; its words may hold an address
        logger.error("%s could not be sent: %s", letter.name, type(error).__name__)
        return False
    return True
