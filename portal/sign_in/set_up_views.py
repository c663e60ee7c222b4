"""The screens on which a device is set up: at the door by whoever has none yet, later by whoever is signed in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from portal.models import SecondFactor, User
from portal.sign_in import factors, limits, passkeys, recovery, totp
from portal.sign_in.confirming import ask_to_confirm
from portal.sign_in.devices import device_of
from portal.sign_in.forms import AppForm, PasskeyForm, judged
from portal.sign_in.sealing import seal, unseal
from portal.sign_in.steps import Pending, enter, is_confirmed, pending_of, prove, safe_next

SECRET = "second_factor_secret"  # noqa: S105 - a name in the session
CODES = "portal/admin/sign_in/codes.html"


def sets_up(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Calls ``view`` with whoever may set up a device: somebody at the door without one, or signed in and confirmed."""

    @never_cache
    @wraps(view)
    def admitted(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, request.user, None) if is_confirmed(request) else ask_to_confirm(request)
        found = pending_of(request)
        if found is None or factors.has_factor(found[1]):
            return redirect("wagtailadmin_login")
        return view(request, found[1], found[0])

    return admitted


@require_safe
@sets_up
def set_up(request: HttpRequest, user: User, pending: Pending | None) -> HttpResponse:
    """The choice between an app and a passkey."""
    return _screen(request, pending, "set_up")


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sets_up
def set_up_app(request: HttpRequest, user: User, pending: Pending | None) -> HttpResponse:
    """The picture to scan, and the code that shows that it was."""
    form = AppForm(request.POST or None, initial={"name": _("Phone")})
    secret = _secret(request)
    if form.is_valid():
        try:
            with judged(limits.code_counters(user.pk, device=device_of(request, user.get_username()))) as attempt:
                factor = factors.add_app(user, secret=secret, **form.cleaned_data)
                attempt.succeeded()
        except ValidationError as error:
            form.add_error("code", error)
        else:
            request.session.pop(SECRET, None)
            return _done(request, user, pending, factor)
    uri = totp.provisioning_uri(secret, account=user.get_username(), issuer=request.get_host())
    return _screen(request, pending, "set_up_app", form=form, picture=totp.qr_svg(uri), secret=totp.as_text(secret))


@require_http_methods(["GET", "HEAD", "POST"])
@sets_up
def set_up_passkey(request: HttpRequest, user: User, pending: Pending | None) -> HttpResponse:
    """A passkey of this device, or of a key that is plugged in."""
    form = PasskeyForm(request.POST or None, initial={"name": _("This device")})
    if form.is_valid():
        try:
            factor = passkeys.register(request, user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return _done(request, user, pending, factor)
    return _screen(request, pending, "set_up_passkey", form=form, passkey=passkeys.ask_to_register(request, user))


def _secret(request: HttpRequest) -> bytes:
    """The secret that the picture shows, the same while one tries."""
    kept = unseal(request.session.get(SECRET, ""))
    if kept is None:
        kept = totp.new_secret()
        request.session[SECRET] = seal(kept)
    return kept


def _done(request: HttpRequest, user: User, pending: Pending | None, factor: SecondFactor) -> HttpResponse:
    """With the first device come recovery codes, shown in this answer and never again."""
    is_first = recovery.codes_left(user) == 0
    next_url = safe_next(request, pending.next_url) if pending else reverse("sign_in_security")
    if is_first:
        context = {"codes": recovery.make_codes(user), "next": next_url, "factor": factor, "account": user}
        response = render(request, CODES, context)
    else:
        response = HttpResponseRedirect(next_url)
    if pending:
        return enter(request, user, response, pending.is_remembered, factor.kind)
    prove(request)
    messages.success(request, _("“%(name)s” can now be used to sign in.") % {"name": factor.name})
    return response


def _screen(request: HttpRequest, pending: Pending | None, name: str, **context: Any) -> HttpResponse:
    return render(request, f"portal/admin/sign_in/{name}.html", {"is_needed": pending is not None, **context})
