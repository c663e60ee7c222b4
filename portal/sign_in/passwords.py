"""No password that is known from a leak, without asking anybody (NIST SP 800-63B, section 3.1.1.2).

``LEAKED_PASSWORDS_FILE`` is the list of Have I Been Pwned as its downloader writes it
(https://github.com/HaveIBeenPwned/PwnedPasswordsDownloader): a line ``SHA-1:count`` each, sorted by digest, some 40 GB.
It is searched by bisection and never read whole: 40 short reads. Without it, Django's list of 20,000 counts alone.
"""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

DIGEST = 40  # characters of a SHA-1
LONGEST_LINE = 128  # bytes


class LeakedPasswordValidator:
    """Refuses passwords that stand on the list."""

    def validate(self, password, user=None):
        """Raises ``ValidationError`` for a leaked password."""
        if settings.LEAKED_PASSWORDS_FILE and is_leaked(password, Path(settings.LEAKED_PASSWORDS_FILE)):
            raise ValidationError(
                _("This password stands on a list of leaked ones. Choose another, such as four random words."),
                code="password_leaked",
            )

    def get_help_text(self):
        """What the form says of it."""
        return _("It must not stand on a list of leaked passwords. Four random words are good.")


def is_leaked(password: str, path: Path) -> bool:
    """Whether ``password`` stands on the list at ``path``."""
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as file:
        low, high = 0, file.seek(0, os.SEEK_END)
        while low < high:  # the line looked for begins at ``low`` or later, and before ``high``
            middle = (low + high) // 2
            begin, line = _line_at(file, middle)
            found = line[:DIGEST].upper()
            if found == wanted:
                return True
            if line and found < wanted:
                low = begin + len(line)
            else:
                high = middle
    return False


def _line_at(file: BinaryIO, position: int) -> tuple[int, bytes]:
    """The first line that begins at ``position`` or later, and where that is; an empty one after the last."""
    if position:
        file.seek(position - 1)
        file.readline(LONGEST_LINE)
    else:
        file.seek(0)
    begin = file.tell()
    return begin, file.readline(LONGEST_LINE)
