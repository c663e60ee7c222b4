"""Finding one person by their whole address, through the keyed look-up. The address comes in the body of a POST, and is
shown by no answer but one that asks to mend it: what is found stands there masked.
"""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from consent.addresses import Address, masked
from consent.desk.access import looks_up
from consent.desk.forms import FindForm
from consent.desk.frame import FIND, framed
from consent.keys.indexes import indexes
from consent.keys.ring import Use
from consent.models import Contact, Erasure, Request
from consent.rules.limits import Limit, take
from consent.rules.on_behalf import CARRY_OUT, LIFT
from consent.rules.suppressing import suppressions_of

SEARCHES = Limit("desk-search", most=60, per=timedelta(hours=1))


@sensitive_post_parameters("email")
@sensitive_variables("form", "found")
@require_http_methods(["GET", "HEAD", "POST"])
@looks_up
def find(request) -> HttpResponse:
    """The form; after a POST, what is held on the address."""
    form = FindForm(request.POST or None)
    found = None
    if request.method == "POST" and form.is_valid():
        if take(SEARCHES, str(request.user.pk)):
            found = held_on(form.cleaned_data["email"])
            form = FindForm()
        else:
            form.add_error("email", _("You have looked up 60 addresses this hour. That is the limit."))
    rights = {"may_carry_out": request.user.has_perm(CARRY_OUT), "may_lift": request.user.has_perm(LIFT)}
    context = framed(request, _("Find a person"), tab=FIND, form=form, found=found, **rights)
    return render(request, "consent/desk/find.html", context)


@sensitive_variables("address")
def held_on(address: Address) -> dict[str, Any]:
    """Everything that an address leads to, the address itself masked. Five queries."""
    subjects = indexes(Use.SUBJECT, address.canonical)
    contact = Contact.objects.of(address).first()
    pending = Request.objects.of(address).filter(expires_at__gt=timezone.now())
    return {
        "masked": masked(address.canonical),
        "contact": contact,
        "pending": list(pending.order_by("created_at")),
        "suppressions": list(suppressions_of(address)),
        "erasures": list(Erasure.objects.filter(subject__in=subjects).order_by("-erased_at")[:1]),
    }
