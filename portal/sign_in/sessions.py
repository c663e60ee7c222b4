"""Sessions of staff: listed for their owner, who can end each; ended by time whatever happens.

What decides stands in the session itself: when it began, when it was last used, and when its second factor was proved.
The list beside it (``StaffSession``) tells the owner where; it holds no whole address and no version of a browser.
Signing in and every new proof change the session's key (OWASP, session fixation).
"""

import time
from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.utils import timezone

from portal.audit import actions
from portal.audit.recording import record
from portal.models import StaffSession, User
from portal.network import network_of
from portal.sign_in.browsers import browser_of, coarse

STARTED, SEEN, PROVED, CONFIRMED, ROW = "started_at", "seen_at", "factor_at", "confirmed_at", "staff_session"
NOTE_EVERY = 60  # seconds: no session is written more often for having been used


class Ended(Exception):  # noqa: N818 - a reason, not an error
    """Why a session is no sign-in any more: ``idle``, ``age`` or ``factor``."""


def begin(sender, request, user, **_signal):
    """Every sign-in, by whatever door, begins a session with its times and its row."""
    session, now = request.session, time.time()
    session[STARTED] = session[SEEN] = session[CONFIRMED] = now
    session.pop(PROVED, None)
    if not session.session_key:
        session.create()
    _list(request, user)


def forget(sender, request, user, **_signal):
    """Signing out takes the row away."""
    if isinstance(user, User):
        record(actions.SIGNED_OUT, about=user, by=user)
    StaffSession.objects.filter(pk=request.session.get(ROW)).delete()


def connect() -> None:
    """Called once the models are there."""
    user_logged_in.connect(begin, dispatch_uid="begin_staff_session")
    user_logged_out.connect(forget, dispatch_uid="forget_staff_session")


def check(session) -> None:
    """Raises ``Ended`` for a session that is over, or that never had the second factor that is needed."""
    now = time.time()
    if now - session.get(STARTED, 0) > settings.SESSION_COOKIE_AGE:
        raise Ended("age")
    if now - session.get(SEEN, 0) > settings.SESSION_IDLE_SECONDS:
        raise Ended("idle")
    if settings.REQUIRE_SECOND_FACTOR and PROVED not in session:
        raise Ended("factor")


def note_use(session) -> None:
    """Remembers that the session was used, once a minute at most."""
    if time.time() - session.get(SEEN, 0) > NOTE_EVERY:
        session[SEEN] = time.time()
        StaffSession.objects.filter(pk=session.get(ROW)).update(seen_at=timezone.now())


def follow_key(request) -> None:
    """After the session's key was changed: its row follows, or is made again."""
    session = request.session
    rows = StaffSession.objects.filter(pk=session.get(ROW))
    if session.session_key and not rows.update(key=session.session_key) and request.user.is_authenticated:
        _list(request, request.user)


def sessions_of(user: User) -> list[StaffSession]:
    """Where ``user`` is signed in, last used first."""
    since = timezone.now() - timedelta(seconds=settings.SESSION_IDLE_SECONDS)
    return list(StaffSession.objects.filter(user=user, seen_at__gt=since))


def end(user: User, pk: int) -> bool:
    """Ends one session of ``user``."""
    return _end(StaffSession.objects.filter(user=user, pk=pk)) > 0


def end_all(user: User, *, but: int | None = None) -> int:
    """Ends all sessions of ``user``, except the one whose row is ``but``. Returns how many."""
    return _end(StaffSession.objects.filter(user=user).exclude(pk=but or 0))


def forget_old() -> int:
    """Takes away sessions that time has ended, and their rows."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    before = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return StaffSession.objects.filter(started_at__lt=before).delete()[0]


def _list(request, user) -> None:
    row, _made = StaffSession.objects.update_or_create(
        key=request.session.session_key,
        defaults={
            "user": user,
            "browser": browser_of(request.META.get("HTTP_USER_AGENT", "")),
            "network": coarse(network_of(request)),
            "started_at": timezone.now(),
            "seen_at": timezone.now(),
        },
    )
    request.session[ROW] = row.pk


def _end(rows) -> int:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    with transaction.atomic():
        found = list(rows)
        for row in found:
            store(row.key).delete()
        StaffSession.objects.filter(pk__in=[row.pk for row in found]).delete()
    return len(found)
