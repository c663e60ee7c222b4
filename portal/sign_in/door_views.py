"""The screens of the way in: password, second step, passkey."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin.views.account import LoginView

from portal.audit.recording import record_failure
from portal.network import network_of
from portal.sign_in import limits, passkeys
from portal.sign_in.forms import CodeForm, PasswordForm, judged
from portal.sign_in.steps import after_password, finish, may_enter, pending_of


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class PasswordView(LoginView):
    """User name and password, or a passkey instead of both."""

    def get_form_class(self):
        return PasswordForm

    def form_valid(self, form):
        return after_password(
            self.request,
            form.get_user(),
            next_url=self.get_redirect_url(),
            is_remembered=form.cleaned_data["remember"],
        )


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def second_step(request: HttpRequest) -> HttpResponse:
    """A code, or a passkey, from whoever gave the right password."""
    found = pending_of(request)
    if found is None:
        return redirect("wagtailadmin_login")
    pending, user = found
    is_answer = request.method == "POST" and "answer" in request.POST
    form = CodeForm(request.POST if request.method == "POST" and not is_answer else None, user=user, request=request)
    error = ""
    proof = form.proof if form.is_valid() else ""
    if is_answer:
        proof, error = _passkey_of(request, user)
    if proof:
        return finish(request, user, next_url=pending.next_url, is_remembered=pending.is_remembered, proof=proof)
    asked = passkeys.ask(request, user) if passkeys.has_passkey_here(request, user) else None
    context = {"form": form, "passkey": asked, "error": error}
    return render(request, "portal/admin/sign_in/second_step.html", context)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forgets who was on the way in."""
    request.session.flush()
    return redirect("wagtailadmin_login")


@never_cache
@require_POST
def begin_with_passkey(request: HttpRequest) -> HttpResponse:
    """The screen that asks for a passkey in place of name and password."""
    next_url = request.POST.get("next", "")
    return _passkey_screen(request, next_url=next_url)


@never_cache
@require_POST
def sign_in_with_passkey(request: HttpRequest) -> HttpResponse:
    """Signs in whoever's passkey answered."""
    next_url = request.POST.get("next", "")
    try:
        with judged(limits.passkey_counters(network_of(request))) as attempt:
            factor = passkeys.prove(request, answer=request.POST.get("answer", ""))
            attempt.succeeded()
    except ValidationError as error:
        record_failure(None, step="passkey")
        return _passkey_screen(request, next_url=next_url, error=" ".join(error.messages))
    if not may_enter(factor.user):
        return redirect("wagtailadmin_login")
    return finish(request, factor.user, next_url=next_url, is_remembered=False, proof="passkey")


def _passkey_screen(request: HttpRequest, *, next_url: str, error: str = "") -> HttpResponse:
    context = {"passkey": passkeys.ask(request), "next": next_url, "error": error}
    return render(request, "portal/admin/sign_in/passkey.html", context)


def _passkey_of(request: HttpRequest, user) -> tuple[str, str]:
    """What the answer proves, and a sentence where it proves nothing."""
    try:
        passkeys.prove(request, answer=request.POST["answer"], user=user)
    except ValidationError as error:
        record_failure(user, step="passkey")
        return "", " ".join(error.messages)
    return "passkey", ""
