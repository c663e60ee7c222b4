"""What a person does once their page is open. Each is a POST with the session in a hidden field; each page that answers
brings a new one. A session that is over leads to the same page as a link that is.
"""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from consent.by_link.answers import gone, see_other
from consent.capture.admission import Admission
from consent.capture.posted import UnreadableError, form_of
from consent.journal import JournalError
from consent.models import ConsentEntry
from consent.register.processing import what_stays
from consent.rights.asking import ask_with
from consent.rights.files import as_html, as_json
from consent.rights.forms import AddressForm
from consent.rights.held_page import held_page
from consent.rights.holding import held_on
from consent.rights.views import NOT_NOW, access_offer, site_of, unreadable, with_wait
from consent.rules.erasing import erase
from consent.rules.opening import Opened, address_of, go_on
from consent.rules.withdrawing import withdraw_all
from portal.models import CommunitySettings
from portal.network import network_of
from portal.private_pages import private_page
from portal.same_origin import same_origin_posts

LINK = ConsentEntry.Method.LINK
FILES = {"json": (as_json, "application/json"), "html": (as_html, "text/html; charset=utf-8")}


def _posted(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Whatever is not a POST of ours begins anew."""

    @sensitive_post_parameters("email", "session")
    @private_page
    @same_origin_posts
    @wraps(view)
    def posted(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return redirect("my_data")
        try:
            form_of(request)
        except UnreadableError:
            return unreadable(request)
        return view(request)

    return posted


def _in_session(view: Callable[[HttpRequest, Opened], HttpResponse]) -> Callable[..., HttpResponse]:
    """Goes on with a session, if it is not over."""

    @_posted
    @wraps(view)
    def checked(request: HttpRequest) -> HttpResponse:
        if (opened := go_on(request.POST.get("session", ""))) is None:
            return gone(request)
        try:
            return view(request, opened)
        except JournalError:  # what can't be noted is not done
            return held_page(request, opened, failed=str(NOT_NOW), status=HTTPStatus.SERVICE_UNAVAILABLE)

    return checked


@_in_session
def show(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The page again, as things stand now."""
    return held_page(request, opened)


@_posted
def take_along(request: HttpRequest) -> HttpResponse:
    """What is held, as a file. The page stays where it is, and its session as it was."""
    address = address_of(request.POST.get("session", ""))
    name = request.POST.get("format", "")
    if address is None or name not in FILES:
        return gone(request)
    write, content_type = FILES[name]
    response = HttpResponse(write(address, CommunitySettings.for_request(request)), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="my-data.{name}"'
    return response


@_in_session
def stop_all(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Withdraws everything."""
    for contact in opened.contacts:
        withdraw_all(contact, method=LINK)
    return held_page(request, opened, done=_("You have withdrawn everything. We send you nothing more."))


@_in_session
def correct_address(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Asks for the new address, and writes to it."""
    offer, contact = access_offer(request), next(iter(opened.contacts), None)
    if offer is None or contact is None:
        return held_page(request, opened)
    if "email" not in request.POST:
        return _correction(request, opened, AddressForm(offer=offer, initial={"seen": offer.digest}))
    form, network = AddressForm(request.POST, offer=offer), network_of(request)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        admission = ask_with(form, site=site_of(request), network=network, corrects=contact)
        if admission is Admission.ADMITTED:
            done = _("We have written to the new address. Nothing changes until you open the link there.")
            return held_page(request, opened, done=done)
        status = form.send_back(admission, network)
    return _correction(request, opened, form, status)


def _correction(request: HttpRequest, opened: Opened, form: AddressForm, status: int = 200) -> HttpResponse:
    form.fields["email"].label = _("Your new e-mail address")
    values = {"form": form, "session": opened.session, "address": opened.address}
    return with_wait(render(request, "consent/rights/correct.html", values, status=status))


@_in_session
def erase_all(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Says what will stay and why; its button erases."""
    if "sure" not in request.POST:
        held = [section.data.label for section in held_on(opened.address)]
        values = {"session": opened.session, "address": opened.address, "stays": what_stays(held)}
        return render(request, "consent/rights/erase.html", values)
    erase(opened.address, method=LINK, never_write="never_write" in request.POST)
    return see_other(reverse("my_data_erased"))
