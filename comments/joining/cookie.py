"""The one cookie of the conversation: whoever confirmed a comment need not do so again for 30 days (DESIGN.md, 7).

It is strictly necessary for what the person asked for (Directive 2002/58/EC, article 5 (3)), is set when a comment is
confirmed and nowhere else, is signed, and holds two numbers: a commenter and the generation of their cookies. Counting
the generation on makes every browser forget them; so does erasing the commenter.
"""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from wagtail.models import Site

from comments.models import Commenter

LIVES = timedelta(days=30)
_SALT = "comments.joining.cookie"


def remember(response: HttpResponse, commenter: Commenter) -> None:
    """Makes this browser know who comments."""
    response.set_cookie(
        settings.CONVERSATION_COOKIE_NAME,
        signing.dumps([commenter.pk, commenter.cookie_epoch], salt=_SALT),
        max_age=LIVES,
        path="/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    """Makes this browser forget it."""
    response.delete_cookie(settings.CONVERSATION_COOKIE_NAME, path="/", samesite="Lax")


def commenter_from(request: HttpRequest, site: Site) -> Commenter | None:
    """Who comments in this community, as this browser remembers them. At most one query."""
    if not (text := request.COOKIES.get(settings.CONVERSATION_COOKIE_NAME)):
        return None
    try:
        pk, epoch = signing.loads(text, salt=_SALT, max_age=LIVES)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    known = Commenter.objects.select_related("contact").exclude(contact=None)
    return known.filter(pk=pk, cookie_epoch=epoch, site=site, is_memorial=False).first()
