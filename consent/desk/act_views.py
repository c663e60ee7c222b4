"""The screen on which staff carry out what a person asked for: what it does, how the person asked, and a button."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.auth import permission_denied

from consent.desk.access import looks_up
from consent.desk.acts import Act
from consent.desk.frame import FIND, framed
from consent.journal import JournalError
from consent.keys.ring import UnknownKeyError
from consent.keys.sealing import SealError
from consent.models import Contact


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@looks_up
def act(request, pk, act: Act) -> HttpResponse:
    """Asks, and on a POST that says everything carries out ``act``."""
    if not request.user.has_perm(act.permission):
        return permission_denied(request)
    row = get_object_or_404(act.model, pk=pk)
    form = act.form(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            done = act.run(row, form.order(request.user), form.cleaned_data)
        except Contact.DoesNotExist:
            raise Http404 from None
        except JournalError:
            form.add_error(None, _("The journal of erasures can’t be written, so nothing was done. Tell the operator."))
        except (SealError, UnknownKeyError):
            form.add_error(None, _("The address does not open with the keys of this installation. Nothing was done."))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, done)
            return redirect(_after(act, row))
    under = {_("Find a person"): reverse(FIND)}
    context = framed(request, str(act.title), under=under, act=act, form=form, back=_after(act, row, is_done=False))
    return render(request, "consent/desk/act.html", context)


def _after(act: Act, row, *, is_done: bool = True) -> str:
    """Where to go on: the contact, as long as it is there."""
    if isinstance(row, Contact) and not (is_done and act.is_serious):
        return reverse("consent_contact", args=[row.pk])
    return reverse(FIND)
