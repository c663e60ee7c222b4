"""What becomes of a posted sign-up form. Nobody is looked up, so that nobody can find out who is known here
(DESIGN.md, C4); whatever is refused leaves no address behind (C1).

Every answer has a status, a word for programs and a sentence for people, whichever way the form came.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from consent.capture.admission import AT_ALL, ONCE_MORE, Admission, admit
from consent.capture.box import SignUpBox
from consent.capture.challenge import issue
from consent.capture.form import SignUpForm
from consent.capture.posted import UnreadableError, read
from consent.rules.asking import ask
from consent.versions.offers import Offer
from portal.network import network_of
from portal.same_origin import is_same_origin


@dataclass(frozen=True)
class Answer:
    """What is answered. ``box``: the form as it goes back, with what was typed."""

    status: HTTPStatus
    code: str
    sentence: Any
    box: SignUpBox | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    wait: int = 0  # seconds


ACCEPTED = Answer(
    HTTPStatus.OK, "check-your-inbox", _("Now look into your inbox: an e-mail with a link to confirm is on its way.")
)
ELSEWHERE = Answer(
    HTTPStatus.FORBIDDEN,
    "elsewhere",
    _("This did not come from a page of ours, so we did nothing. Please use the form on this page."),
)
UNREADABLE = Answer(
    HTTPStatus.BAD_REQUEST,
    "unreadable",
    _("We could not read what was sent, so we did nothing. Please try again here."),
)
NOTHING_OFFERED = Answer(
    HTTPStatus.UNPROCESSABLE_ENTITY, "nothing-offered", _("There is nothing to sign up for at the moment.")
)
CHANGED = _("Our words have changed since you opened the page. Nothing was kept. Please read them and choose again.")
ERRORS = _("Nothing was sent yet. Please have a look at this:")
TOO_MANY = _("Very many sign-ups came from your network. Nothing was kept. Please try again later.")


def handle(request: HttpRequest, site: Site) -> Answer:
    """Reads, checks and carries out one POST."""
    if not is_same_origin(request):
        return ELSEWHERE
    try:
        posted = read(request)
    except UnreadableError:
        return UNREADABLE
    form = SignUpForm(posted, site=site, language=get_language() or "")
    if form.offer is None:
        return NOTHING_OFFERED
    return _answer(form, form.offer, site, network_of(request))


def _answer(form: SignUpForm, offer: Offer, site: Site, network: str) -> Answer:
    def box(**changes: Any) -> SignUpBox:
        """The form with what was typed."""
        posted = form.posted
        typed = {"email": posted.email, "ticked": posted.purpose, "is_discreet": posted.discreet}
        return SignUpBox(offer, **{**typed, **changes})

    if form.is_stale:
        return Answer(HTTPStatus.UNPROCESSABLE_ENTITY, "changed", CHANGED, box(ticked=()))
    if not form.is_valid():
        errors = form.sentences
        return Answer(HTTPStatus.UNPROCESSABLE_ENTITY, "errors", ERRORS, box(errors=errors), errors)
    match admit(form.posted, network):
        case Admission.TOO_MANY:
            return Answer(HTTPStatus.TOO_MANY_REQUESTS, "too-many", TOO_MANY, box(), wait=AT_ALL.wait)
        case Admission.ONCE_MORE:
            return Answer(HTTPStatus.UNPROCESSABLE_ENTITY, "once-more", ONCE_MORE, box(challenge=issue(network)))
    ask(
        site=site,
        address=form.cleaned_data["email"],
        offer=offer,
        chosen=form.cleaned_data["purpose"],
        seen=form.posted.seen,
        is_discreet=form.cleaned_data["discreet"],
    )
    return ACCEPTED
