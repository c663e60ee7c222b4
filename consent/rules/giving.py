"""What a confirmed request gives: a consent for each purpose that was ticked, to the words that were seen then.

A link works for 48 hours. Whoever agreed to newer words meanwhile has said more than the link does: their consent
stays as it is, and a pause of it ends. Whoever gives a consent to words that have changed since is told so.
"""

from typing import Any

from django.utils import timezone

from consent.models import Consent, ConsentEntry, Contact, Request, TextVersion
from consent.rules.standing import is_behind
from consent.versions.purposes import purposes_by_code
from consent.versions.words_agreed import version_agreed


def give(contact: Contact, request: Request, entry: ConsentEntry) -> set[int]:
    """Gives what ``request`` asked for, proved by ``entry``. The numbers of the entries on which it rests from now on.

    The caller holds ``contact``.
    """
    purposes, values = purposes_by_code(request.site_id), _values(request, entry)
    standing = {each.purpose_id: each for each in contact.consents.given().select_related("purpose__site")}
    rests_on = set()
    for chosen in request.offer.get("purposes", []):
        if (purpose := purposes.get(chosen["code"])) is None:
            continue
        given = values | {"purpose_version": chosen["version"]}
        before = standing.get(purpose.pk)
        if before and is_behind(Consent(contact=contact, purpose=purpose, **given), before):
            Consent.objects.filter(pk=before.pk).update(paused_until=None)
            rests_on.add(before.entry_number)
        else:
            Consent.objects.update_or_create(contact=contact, purpose=purpose, defaults=given)
            rests_on.add(entry.number)
    return rests_on


def _values(request: Request, entry: ConsentEntry) -> dict[str, Any]:
    """What is the same of each consent that a request gives."""
    offer = request.offer
    return {
        "language": request.language,
        "entry_number": entry.number,
        "notice_version": offer["notice_version"],
        "privacy_version": offer["privacy_version"],
        "health_data_version": version_agreed(request.site_id, offer["policies"], TextVersion.Kind.HEALTH_DATA),
        "given_at": timezone.now(),
        "paused_until": None,
        "withdrawn_at": None,
        "told_up_to": 0,
    }
