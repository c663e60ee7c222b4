"""From a letter to the message that leaves (RFC 5322): plain text first, HTML beside it, the same Message-ID each time.

Text is sent quoted-printable (RFC 2045, section 6.7): seven bits and short lines pass through every server unchanged.
"""

import re
from email.charset import QP, Charset
from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend

from consent.mail.letter import Letter
from consent.models import OutgoingMail

OURS = frozenset({"message-id", "date", "from", "to", "cc", "bcc", "subject", "reply-to", "sender", "return-path"})
HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
QUOTED_PRINTABLE = Charset("utf-8")
QUOTED_PRINTABLE.body_encoding = QP


def compose(mail: OutgoingMail, letter: Letter, connection: BaseEmailBackend | None = None) -> EmailMultiAlternatives:
    """The message. Raises ``ValueError`` for a header that is ours or that holds more than one line."""
    message = EmailMultiAlternatives(
        subject=one_line(letter.subject),
        body=letter.text,
        from_email=formataddr((one_line(letter.sender), settings.DEFAULT_FROM_EMAIL)),
        to=[str(letter.to)],
        headers={"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated", **_checked(letter.headers)},
        connection=connection,
    )
    message.encoding = QUOTED_PRINTABLE  # Django takes a Charset too
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    for name, content, kind in letter.attachments:
        is_text = kind.startswith("text/")
        message.attach(one_line(name), content if is_text else content.encode(), kind)
    return message


def one_line(text: str) -> str:
    """``text`` without line breaks and control characters: whatever it holds, it begins no header of its own."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def _checked(headers: dict[str, str]) -> dict[str, str]:
    for name, value in headers.items():
        if not HEADER_NAME.fullmatch(name) or name.lower() in OURS or value != one_line(value):
            raise ValueError(f"The header {name!r} can't be set by a letter.")
    return headers
