"""Letters to staff that are handed to the mail server at once, and whoever waits at a screen meanwhile.

A server that hangs must not hang a page: a person waits for ``SOON`` at most, and what has not left by then goes on in
a thread. Nothing here is kept: who must be sure that a letter left looks at the answer, and has a job that tries again.
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
class StaffLetter:
    """One letter. ``name``: what the log calls it, without an address."""

    name: str
    to: str = field(repr=False)
    subject: str
    text: str = field(repr=False)


def hand_over(letters: Sequence[StaffLetter], *, patience: float | None = None) -> int:
    """Sends letters on one connection. Returns how many left, as far as is known after ``patience`` seconds.

    A letter that fails keeps no other back; a server that can't be reached is tried once, not for each.
    """
    if not letters:
        return 0
    left: list[StaffLetter] = []
    if patience is None:
        _send(letters, left)
    else:
        thread = threading.Thread(target=_send, args=(letters, left), name="letters to staff", daemon=True)
        thread.start()
        thread.join(patience)
    return len(left)


def _send(letters: Sequence[StaffLetter], left: list[StaffLetter]) -> None:
    connection = get_connection()
    if not _works(letters[0], connection.open):
        return
    for letter in letters:
        if _works(letter, partial(send_mail, letter.subject, letter.text, [letter.to], connection=connection)):
            left.append(letter)
    _works(letters[-1], connection.close)


def _works(letter: StaffLetter, act: Callable[[], object]) -> bool:
    try:
        act()
    except Exception as error:  # noqa: BLE001 - whatever the backend raises; its words may hold an address
        logger.error("%s could not be sent: %s", letter.name, type(error).__name__)
        return False
    return True
