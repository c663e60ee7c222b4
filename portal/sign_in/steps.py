"""The way in: a password, then a second factor, then the session. Between the steps nobody is signed in.

After the password the session holds who is on the way (``PENDING``), for ten minutes. Whoever has no factor yet sets
one up there, and reaches nothing else before. The key of the session changes at each step.
"""

import time
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme

from portal.accounts import PortalBackend
from portal.audit import actions
from portal.audit.recording import record
from portal.models import User
from portal.sign_in import letters, sessions
from portal.sign_in.browsers import browser_of
from portal.sign_in.devices import device_of, remember_device
from portal.sign_in.factors import has_factor, is_fresh

PENDING = "sign_in_pending"
PATIENCE = 10 * 60  # seconds between the steps
CONFIRMATION = 10 * 60  # seconds for which nobody is asked again who they are
BACKEND = "portal.accounts.PortalBackend"


@dataclass(frozen=True)
class Pending:
    """Who is on the way in. ``seal`` changes with their password."""

    user_id: int
    begun_at: float
    seal: str
    next_url: str
    is_remembered: bool


def after_password(request: HttpRequest, user: User, *, next_url: str, is_remembered: bool) -> HttpResponse:
    """The step after the right password."""
    if not has_factor(user) and not settings.REQUIRE_SECOND_FACTOR:
        return finish(request, user, next_url=next_url, is_remembered=is_remembered, proof="")
    request.session.flush()
    seal = user.get_session_auth_hash()
    request.session[PENDING] = asdict(Pending(user.pk, time.time(), seal, next_url, is_remembered))
    request.session.set_expiry(PATIENCE)
    return HttpResponseRedirect(reverse("second_step" if has_factor(user) else "set_up"))


def pending_of(request: HttpRequest) -> tuple[Pending, User] | None:
    """Who is on the way in with this session, if it is not too late and nothing changed meanwhile."""
    kept: dict[str, Any] | None = request.session.get(PENDING)
    if not kept or not is_fresh(kept["begun_at"], seconds=PATIENCE):
        return None
    pending = Pending(**kept)
    user = User.objects.filter(pk=pending.user_id).first()
    if user is None or not may_enter(user) or not constant_time_compare(user.get_session_auth_hash(), pending.seal):
        return None
    return pending, user


def may_enter(user: User) -> bool:
    """Whether the account is open, asked at every door as Django asks it at the password."""
    return PortalBackend().user_can_authenticate(user)


def finish(request: HttpRequest, user: User, *, next_url: str, is_remembered: bool, proof: str) -> HttpResponse:
    """Signs ``user`` in and leads on. ``proof``: see ``enter``."""
    return enter(request, user, HttpResponseRedirect(safe_next(request, next_url)), is_remembered, proof)


def enter(request: HttpRequest, user: User, response: HttpResponse, is_remembered: bool, proof: str) -> HttpResponse:
    """Signs ``user`` in, and answers with ``response``.

    ``proof``: ``app``, ``passkey`` or ``recovery``; empty where no second factor is needed.
    """
    is_known = bool(device_of(request, user.get_username()))
    request.session.flush()
    login(request, user, backend=BACKEND)
    if proof:
        request.session[sessions.PROVED] = time.time()
    request.session.set_expiry(None if is_remembered else 0)
    record(actions.SIGNED_IN, about=user, by=user, proof=proof, is_known_device=is_known)
    if not is_known and proof:
        letters.tell_of_new_device(user, browser=browser_of(request.META.get("HTTP_USER_AGENT", "")))
    remember_device(request, response, user.get_username())
    return response


def safe_next(request: HttpRequest, url: str) -> str:
    """``url`` if it leads to this host, else the dashboard."""
    is_safe = url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
    return url if url and is_safe else reverse("wagtailadmin_home")


def is_confirmed(request: HttpRequest) -> bool:
    """Whether this person has just proved again that it is them."""
    return is_fresh(request.session.get(sessions.CONFIRMED), seconds=CONFIRMATION)


def confirm(request: HttpRequest) -> None:
    """They have. The session gets another key."""
    request.session[sessions.CONFIRMED] = time.time()
    request.session.cycle_key()
    sessions.follow_key(request)


def prove(request: HttpRequest) -> None:
    """Somebody who is signed in has set up their first factor: the session counts as proved."""
    request.session[sessions.PROVED] = time.time()
    confirm(request)
