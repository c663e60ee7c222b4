"""Asking for one's data, or for a new address: within limits, and the same for every address (DESIGN.md, C4).

A mailbox that was asked for too often today gets no further letter. Whoever asked sees the same page as ever: only the
owner of the mailbox may learn of it.
"""

from datetime import timedelta

from wagtail.models import Site

from consent.capture.admission import Admission, admit
from consent.models import Contact, Request
from consent.rights.forms import AddressForm
from consent.rules.asking import ask, check
from consent.rules.limits import Limit, take

FREELY = Limit("my-data-freely", 5, timedelta(hours=1))
OF_NETWORK = Limit("my-data", 20, timedelta(hours=1))
OF_MAILBOX = Limit("my-data-box", 5, timedelta(days=1))


def ask_with(form: AddressForm, *, site: Site, network: str, corrects: Contact | None = None) -> Admission:
    """Keeps the request of a valid form if it is admitted. ``corrects``: whose new address it is."""
    address, chosen, seen = form.cleaned_data["email"], form.cleaned_data["purpose"], form.cleaned_data["seen"]
    check(offer=form.offer, chosen=chosen, seen=seen)
    admission = admit(form.posted, network, freely=FREELY, at_all=OF_NETWORK)
    if admission is Admission.ADMITTED and take(OF_MAILBOX, address.family):
        kind = Request.Kind.CORRECTION if corrects else Request.Kind.ACCESS
        ask(site=site, address=address, offer=form.offer, chosen=chosen, seen=seen, kind=kind, corrects=corrects)
    return admission
