"""Codes of an authenticator app: six digits from a shared secret and the time (RFC 6238, with the values that every app
knows: SHA-1, 30 seconds).

A code of the step before or after is taken, for clocks that are off. No step is taken twice (section 5.2): ``factors``
remembers the last.
"""

import base64
import io
import secrets
import time

import qrcode
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.utils.crypto import constant_time_compare
from django.utils.safestring import SafeString, mark_safe
from qrcode.image.svg import SvgPathImage

LENGTH = 20  # bytes, as RFC 4226 recommends (section 4, R6)
DIGITS, STEP = 6, 30  # STEP: seconds
DRIFT = 1  # steps


def new_secret() -> bytes:
    """A new secret."""
    return secrets.token_bytes(LENGTH)


def as_text(secret: bytes) -> str:
    """The secret as people type it: base32 in groups of four."""
    text = base64.b32encode(secret).decode().rstrip("=")
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def code_at(secret: bytes, step: int) -> str:
    """The code of a step."""
    return _generator(secret).generate(step * STEP).decode()


def step_of(secret: bytes, code: str, *, after: int, now: float | None = None) -> int | None:
    """The step whose code ``code`` is, among those near ``now`` that come after ``after``; else ``None``."""
    current = int(time.time() if now is None else now) // STEP
    typed = "".join(code.split())
    steps = [step for step in range(current - DRIFT, current + DRIFT + 1) if step > after]
    found = [step for step in steps if constant_time_compare(code_at(secret, step), typed)]
    return found[0] if found else None


def provisioning_uri(secret: bytes, *, account: str, issuer: str) -> str:
    """What the picture tells an app (https://github.com/google/google-authenticator/wiki/Key-Uri-Format)."""
    return _generator(secret).get_provisioning_uri(account, issuer)


def qr_svg(uri: str) -> SafeString:
    """``uri`` as a picture to be scanned: SVG to stand in the page, without style or script."""
    file = io.BytesIO()
    qrcode.make(uri, image_factory=SvgPathImage, box_size=10, border=4).save(file)
    svg = file.getvalue().decode()
    return mark_safe(svg[svg.index("<svg") :])  # noqa: S308 - made here, of squares


def _generator(secret: bytes) -> TOTP:
    return TOTP(secret, DIGITS, SHA1(), STEP)  # noqa: S303 - what apps know
