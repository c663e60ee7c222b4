"""A browser in which somebody has signed in is known afterwards, by a signed cookie that opens nothing.

It has its own counter of failed tries (``limits``), and a sign-in from it needs no mail. It holds a random number and
keyed digest of the name: nobody learns from it who uses the browser.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from portal.sign_in.sealing import digest, matches

SALT = "portal.sign_in.device"
KNOWN_FOR = 180 * 24 * 60 * 60  # seconds
MOST = 5  # people who share a browser


def device_of(request: HttpRequest, name: str) -> str:
    """The number of this browser, if somebody of this name has signed in here before; else an empty string."""
    device = _read(request)
    return device["id"] if any(matches(_bare(name), of) for of in device["of"]) else ""


def remember_device(request: HttpRequest, response: HttpResponse, name: str) -> None:
    """Makes the browser a known one for ``name``. The number stays, the time begins anew."""
    device = _read(request)
    others = [of for of in device["of"] if not matches(_bare(name), of)]
    value = {"id": device["id"] or secrets.token_urlsafe(16), "of": [digest(_bare(name)), *others][:MOST]}
    response.set_cookie(
        settings.KNOWN_DEVICE_COOKIE_NAME,
        signing.dumps(value, salt=SALT),
        max_age=KNOWN_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read(request: HttpRequest) -> dict:
    try:
        cookie = request.COOKIES.get(settings.KNOWN_DEVICE_COOKIE_NAME, "")
        return signing.loads(cookie, salt=SALT, max_age=KNOWN_FOR)
    except signing.BadSignature:
        return {"id": "", "of": []}


def _bare(name: str) -> str:
    return f"device|{name.strip().casefold()}"
