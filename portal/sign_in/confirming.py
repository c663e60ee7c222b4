"""Who changes how they sign in proves again that it is them: an open screen is no key to the house."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from portal.sign_in.forms import ConfirmForm
from portal.sign_in.steps import confirm, is_confirmed, safe_next


def ask_to_confirm(request: HttpRequest) -> HttpResponse:
    """The way to the question, and back to this screen."""
    return HttpResponseRedirect(f"{reverse('confirm')}?{urlencode({'next': request.path})}")


def confirmed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For whoever has just proved that it is them; others are asked first."""

    @wraps(view)
    def checked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return view(request, *args, **kwargs) if is_confirmed(request) else ask_to_confirm(request)

    return checked


@never_cache
@sensitive_post_parameters()
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_screen(request: HttpRequest) -> HttpResponse:
    """Asks for the password."""
    next_url = safe_next(request, request.POST.get("next") or request.GET.get("next", ""))
    form = ConfirmForm(request.POST or None, user=request.user, request=request)
    if form.is_valid():
        confirm(request)
        return redirect(next_url)
    return render(request, "portal/admin/sign_in/confirm.html", {"form": form, "next": next_url})
