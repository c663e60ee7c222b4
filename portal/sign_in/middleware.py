"""Whose request it is. A session that time has ended, or that lacks the second factor that is needed, is nobody's: no
screen of the admin, no draft and no page for staff alone opens, whatever its view asks, and the way leads to the door.
"""

from django.contrib import messages
from django.contrib.auth import get_user
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from portal.sign_in import sessions

BY_ITSELF = ("/admin/editing-sessions/", "/admin/jsi18n/", "/admin/sprite/")  # asked by an open page, not by a person
SENTENCES = {
    "idle": _("You were signed out because nothing was done for a while."),
    "age": _("You were signed out because you signed in long ago."),
    "factor": _("Sign in again: from now on that takes a second factor."),
}


class StaffSessionMiddleware(AuthenticationMiddleware):
    """Django's own, with sessions that end."""

    def process_request(self, request):
        request.user = SimpleLazyObject(lambda: _user_of(request))

        async def auser():  # for code that asks in Django's other way
            return request.user

        request.auser = auser

    def process_response(self, request, response):
        was = getattr(request, "_session_key_was", None)
        if was and request.session.session_key != was:
            sessions.follow_key(request)
        return response


def _user_of(request):
    user = get_user(request)
    if not user.is_authenticated:
        return user
    try:
        sessions.check(request.session)
    except sessions.Ended as reason:
        request.session.flush()
        if request.path.startswith("/admin/"):
            messages.info(request, SENTENCES[str(reason)], fail_silently=True)
        return AnonymousUser()
    request._session_key_was = request.session.session_key
    if not request.path.startswith(BY_ITSELF):
        sessions.note_use(request.session)
    return user
