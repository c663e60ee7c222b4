"""The screen *Sign-in and security* of a member of staff: devices, recovery codes, sessions."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin.auth import user_passes_test

from portal.audit import actions
from portal.audit.recording import record
from portal.models import SecondFactor, User
from portal.sign_in import factors, recovery, sessions
from portal.sign_in.confirming import confirmed
from portal.sign_in.set_up_views import CODES

HOME = "sign_in_security"
administrators = user_passes_test(lambda user: user.is_superuser)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """What stands between this account and a stranger."""
    own = request.session.get(sessions.ROW)
    context = {
        "factors": request.user.second_factors.all(),
        "is_required": settings.REQUIRE_SECOND_FACTOR,
        "codes_left": recovery.codes_left(request.user),
        "sessions": [{"row": row, "is_this": row.pk == own} for row in sessions.sessions_of(request.user)],
    }
    return _screen(request, "security", _("Sign-in and security"), **context)


@require_http_methods(["GET", "HEAD", "POST"])
@confirmed
def remove_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks, then removes a device."""
    factor = get_object_or_404(SecondFactor, pk=pk, user=request.user)
    if request.method == "POST":
        try:
            factors.remove(request.user, factor.pk)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("“%(name)s” was removed.") % {"name": factor.name})
        return redirect(HOME)
    return _screen(request, "remove", _("Remove “%(name)s”") % {"name": factor.name}, factor=factor)


@require_http_methods(["GET", "HEAD", "POST"])
@confirmed
def new_codes(request: HttpRequest) -> HttpResponse:
    """Asks, then makes recovery codes and shows them."""
    if not factors.has_factor(request.user):
        return redirect(HOME)
    if request.method == "POST":
        codes = recovery.make_codes(request.user)
        record(actions.CODES_MADE, about=request.user, by=request.user)
        return render(request, CODES, {"codes": codes, "next": reverse(HOME), "account": request.user})
    return _screen(request, "new_codes", _("New recovery codes"), codes_left=recovery.codes_left(request.user))


@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Signs out in one other browser."""
    if sessions.end(request.user, pk):
        record(actions.SESSIONS_ENDED, about=request.user, by=request.user)
        messages.success(request, _("That browser is signed out."))
    return redirect(HOME)


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """Signs out everywhere else."""
    count = sessions.end_all(request.user, but=request.session.get(sessions.ROW))
    record(actions.SESSIONS_ENDED, about=request.user, by=request.user)
    messages.success(
        request,
        ngettext("Signed out in %(count)d other browser.", "Signed out in %(count)d other browsers.", count)
        % {"count": count},
    )
    return redirect(HOME)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators
@confirmed
def reset_factors(request: HttpRequest, pk: int) -> HttpResponse:
    """For somebody who lost their device: asks an administrator, then removes all that they have."""
    person = get_object_or_404(User, pk=pk)
    if person == request.user:
        messages.error(request, _("Your own devices are under “Sign-in and security”."))
        return redirect(HOME)
    if request.method == "POST":
        factors.reset(person, by=request.user)
        messages.success(request, _("%(person)s sets up a new device at the next sign-in.") % {"person": person})
        return redirect("wagtailusers_users:edit", person.pk)
    title = _("Reset second factors of %(person)s") % {"person": person}
    return _screen(request, "reset", title, person=person, factors=person.second_factors.all())


def _screen(request: HttpRequest, name: str, title: str, **context: Any) -> HttpResponse:
    above = [(reverse("wagtailadmin_home"), _("Home"))]
    if name == "reset":
        above.append((reverse("wagtailusers_users:index"), _("Users")))
    else:
        above.append((reverse("wagtailadmin_account"), _("Account")))
    if name not in ("security", "reset"):
        above.append((reverse(HOME), _("Sign-in and security")))
    crumbs = [{"url": url, "label": label} for url, label in [*above, ("", title)]]
    frame = {"page_title": title, "header_title": title, "header_icon": "key", "breadcrumbs_items": crumbs}
    return render(request, f"portal/admin/sign_in/{name}.html", {**frame, **context})
