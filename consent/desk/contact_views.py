"""The screen of one contact, and the one on which its address may be seen."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from consent.desk.access import looks_up, reveals
from consent.desk.acts import acts_on
from consent.desk.contact import shown
from consent.desk.forms import RevealForm
from consent.desk.frame import FIND, framed
from consent.keys.ring import UnknownKeyError
from consent.keys.sealing import SealError
from consent.models import Contact
from consent.rules.on_behalf import LIFT
from consent.rules.revealing import LOOKS, MANY, looks_today, may_reveal, reveal


@never_cache
@require_safe
@looks_up
def contact(request, pk: UUID) -> HttpResponse:
    """Everything on one contact but the address."""
    found = get_object_or_404(Contact, pk=pk)
    try:
        context = shown(found)
    except (SealError, UnknownKeyError):
        return _does_not_open(request)
    context |= {
        "buttons": acts_on(found, request.user),
        "may_reveal": may_reveal(request.user),
        "may_lift": request.user.has_perm(LIFT),
    }
    return render(
        request,
        "consent/desk/contact.html",
        framed(request, context["masked"], under={_("Find a person"): reverse(FIND)}, **context),
    )


@never_cache
@sensitive_post_parameters("reason")
@sensitive_variables("address", "context")
@require_http_methods(["GET", "HEAD", "POST"])
@looks_up
@reveals
def reveal_address(request, pk: UUID) -> HttpResponse:
    """Asks for a reason; the answer to the form shows the address, once."""
    found = get_object_or_404(Contact, pk=pk)
    form = RevealForm(request.POST if request.method == "POST" else None)
    address = ""
    try:
        masked = found.masked_address
        if form.is_bound and form.is_valid():
            address = str(reveal(found, by=request.user, reason=form.cleaned_data["reason"]))
    except ValidationError as error:
        form.add_error("reason", error)
    except Contact.DoesNotExist:
        raise Http404 from None
    except (SealError, UnknownKeyError):
        return _does_not_open(request)
    today = looks_today(request.user)
    context: dict[str, Any] = {"contact": found, "form": form, "address": address, "masked": masked, "today": today}
    context |= {"is_many": today >= MANY, "most": LOOKS.most}
    under = {_("Find a person"): reverse(FIND), masked: reverse("consent_contact", args=[pk])}
    return render(request, "consent/desk/reveal.html", framed(request, _("See the address"), under=under, **context))


def _does_not_open(request) -> HttpResponse:
    """The way back when an address can't be opened with the keys that are there."""
    messages.error(request, _("The address of this contact does not open with the keys of this installation."))
    return redirect(FIND)
