"""Pages with which a person asks what is held, and opens the link that they get."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from consent.by_link.answers import gone, see_other
from consent.capture.admission import Admission
from consent.capture.posted import UnreadableError, form_of
from consent.journal import JournalError
from consent.register.processing import record_of_processing
from consent.rights.asking import OF_NETWORK, ask_with
from consent.rights.forms import AddressForm
from consent.rights.held_page import held_page
from consent.rules.confirming import Outcome, refuse_new_address
from consent.rules.correcting import correct, new_address
from consent.rules.opening import can_open, open_link
from consent.versions.elsewhere import other_languages
from consent.versions.offers import ACCESS, Offer, offer_of
from portal.network import network_of
from portal.private_pages import private_page
from portal.same_origin import same_origin_posts

NOT_NOW = gettext_lazy("We could not do this at the moment. Please try again in a few minutes.")


def site_of(request: HttpRequest) -> Site:
    """The community that answers. Raises ``Http404`` where none does."""
    if (site := Site.find_for_request(request)) is None:
        raise Http404
    return site


def access_offer(request: HttpRequest) -> Offer | None:
    """The notice beside an address for access, in the language of the page."""
    return offer_of(site_of(request), get_language(), notice=ACCESS)


@private_page
def unreadable(request: HttpRequest) -> HttpResponse:
    """The page for what could not be read: nothing was done."""
    return render(request, "400.html", status=HTTPStatus.BAD_REQUEST)


@sensitive_post_parameters("email")
@same_origin_posts
@require_http_methods(["GET", "HEAD", "POST"])
def my_data(request: HttpRequest) -> HttpResponse:
    """The page with one field and one box."""
    if (offer := access_offer(request)) is None:
        site = site_of(request)
        elsewhere = other_languages("my_data", lambda language: offer_of(site, language, notice=ACCESS))
        return render(request, "consent/rights/not_yet.html", {"elsewhere": elsewhere})
    if request.method != "POST":
        form = AddressForm(offer=offer, initial={"seen": offer.digest})
        return render(request, "consent/rights/ask.html", {"form": form})
    try:
        return _asked(request, AddressForm(form_of(request), offer=offer))
    except UnreadableError:
        return unreadable(request)


@private_page
def _asked(request: HttpRequest, form: AddressForm) -> HttpResponse:
    status, network = HTTPStatus.UNPROCESSABLE_ENTITY, network_of(request)
    if form.is_valid():
        admission = ask_with(form, site=site_of(request), network=network)
        if admission is Admission.ADMITTED:
            return see_other(reverse("my_data_check_inbox"))
        status = form.send_back(admission, network)
    return with_wait(render(request, "consent/rights/ask.html", {"form": form}, status=status))


def with_wait(response: HttpResponse) -> HttpResponse:
    """Says when to come back, where too many forms came from one network (RFC 9110, section 10.2.3)."""
    if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        response["Retry-After"] = str(OF_NETWORK.wait)
    return response


@require_safe
def check_inbox(request: HttpRequest) -> HttpResponse:
    """What happens now: the same page for everybody."""
    return render(request, "consent/rights/check_inbox.html")


@private_page
@same_origin_posts
@require_http_methods(["GET", "HEAD", "POST"])
def my_data_open(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a mailed link. Its button uses the link up and shows what is held."""
    if request.method != "POST":
        return render(request, "consent/rights/open.html") if can_open(token) else gone(request)
    opened = open_link(token)
    return held_page(request, opened) if opened else gone(request)


@private_page
@same_origin_posts
@require_http_methods(["GET", "HEAD", "POST"])
def my_data_new_address(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the link to a new address. One button puts the address in the place of the old one, the other
    says that it was somebody else who asked for that.
    """
    failed, status = "", HTTPStatus.OK
    if request.method == "POST":
        try:
            return _answered(request, token)
        except JournalError:  # what can't be noted is not done
            failed, status = str(NOT_NOW), HTTPStatus.SERVICE_UNAVAILABLE
    if (waiting := new_address(token)) is None:
        return gone(request)
    return render(request, "consent/rights/new_address.html", {"waiting": waiting, "failed": failed}, status=status)


def _answered(request: HttpRequest, token: str) -> HttpResponse:
    if request.POST.get("act") == "refuse":
        is_refused = refuse_new_address(token).outcome is Outcome.REFUSED
        return render(request, "consent/confirm_done.html", {"done": "refused"}) if is_refused else gone(request)
    return render(request, "consent/rights/corrected.html") if correct(token) else gone(request)


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """The last page: the same for everybody."""
    return render(request, "consent/rights/erased.html")


@require_safe
def what_we_process(request: HttpRequest) -> HttpResponse:
    """What is held of people, why and how long, as the code declares it."""
    return render(request, "consent/rights/what_we_process.html", {"record": record_of_processing()})
