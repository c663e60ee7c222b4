"""Somebody asks for mail. The first moment at which an address may be kept: a valid form, a box that the person ticked,
for the exact words that they saw (DESIGN.md, C1; GDPR, articles 4 (11) and 7).

Nobody is looked up here: known, unknown and suppressed addresses take the same way (C4). The worker sees to the rest.
"""

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from consent.addresses import Address
from consent.models import ConsentEntry, Contact, Request
from consent.outbox import enqueue
from consent.versions.offers import Kind, Offer

PENDING = timedelta(hours=48)  # then an address that nobody confirmed is gone
LETTERS = {  # what its owner gets, by the kind of request
    Request.Kind.SIGN_UP: "confirm",
    Request.Kind.ACCESS: "access",
    Request.Kind.CORRECTION: "correction",
    Request.Kind.COMMENT: "comment-confirm",  # written by the app of comments
}


class StaleWordingError(Exception):
    """The words have changed since the person saw them."""


class NoConsentError(Exception):
    """No box was ticked, or one that was not there."""


def check(*, offer: Offer, chosen: Collection[str], seen: str) -> None:
    """Raises ``StaleWordingError`` or ``NoConsentError`` unless somebody agreed to just this offer."""
    if seen != offer.digest:
        raise StaleWordingError
    if not chosen or not set(chosen) <= set(offer.boxes):
        raise NoConsentError


@transaction.atomic
def ask(
    *,
    site: Site,
    address: Address,
    offer: Offer,
    chosen: Collection[str],
    seen: str,
    kind: str = Request.Kind.SIGN_UP,
    is_discreet: bool = False,
    corrects: Contact | None = None,
) -> Request:
    """Keeps a request for 48 hours, enters it into the ledger and queues the mail to its owner.

    ``seen``: digest that the form gave back. ``corrects``: whose new address it is. Raises ``StaleWordingError`` and
    ``NoConsentError``; then nothing is kept.
    """
    check(offer=offer, chosen=chosen, seen=seen)
    if offer.site_id != site.pk:
        raise ValueError("The offer is that of another community.")
    now = timezone.now()
    request = Request(
        kind=kind,
        site=site,
        language=offer.language,
        offer=_offer_values(offer, chosen),
        is_discreet=is_discreet,
        corrects=corrects,
        created_at=now,
        expires_at=now + PENDING,
    )
    request.address = address
    request.save(force_insert=True)
    enqueue(
        kind=LETTERS[Request.Kind(kind)],
        key=f"{kind}:{request.pk}",
        site=site,
        language=offer.language,
        request=request,
        priority=1,
    )
    common = entry_values(offer, chosen) | {"request_id": str(request.pk), "method": ConsentEntry.Method.FORM}
    entry = ConsentEntry.append(action=ConsentEntry.Action.REQUESTED, **common)
    if offer.policy(Kind.TERMS):
        seen_head = (entry.number, entry.entry_hash)
        terms = common | {"purposes": [], "notice_digest": ""}
        ConsentEntry.append(action=ConsentEntry.Action.TERMS, seen_head=seen_head, **terms)
    return request


def entry_values(offer: Offer, chosen: Collection[str]) -> dict:
    """What the ledger holds of an offer and of the boxes that were ticked."""
    return {
        "site_id": offer.site_id,
        "language": offer.language,
        "notice_digest": offer.notice.digest,
        "wording_digest": offer.digest,
        "purposes": [
            {"code": text.code, "version": text.version, "digest": text.digest}
            for text in offer.purposes
            if text.code in chosen
        ],
        "policies": {text.kind: text.digest for text in offer.policies},
    }


def _offer_values(offer: Offer, chosen: Collection[str]) -> dict:
    """What a request holds of it, until it is confirmed."""
    privacy = offer.policy(Kind.PRIVACY)
    return entry_values(offer, chosen) | {
        "notice_version": offer.notice.version,
        "privacy_version": privacy.version if privacy else None,
    }
