"""What stands in a receipt. All of it comes from the ledger of consents, the published words and the community's
settings: none is kept, and the same entry gives the same receipt however often its letter is written.

Sections as in ISO/IEC TS 27560:2023: header, processing of personal data, parties, events. The person is named by the
keyed reference of the ledger alone.
"""

import json
import uuid
from datetime import UTC, datetime
from typing import Any

from wagtail.models import Site

from consent.keys.signatures import sign
from consent.models import ConsentEntry, TextVersion
from consent.receipts.canonical import canonical
from portal.models import CommunitySettings

SCHEMA = "ISO/IEC TS 27560:2023"
SIGNATURE = "Ed25519"
CONTEXT = {
    "dct": "http://purl.org/dc/terms/",
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "header": "@nest",
    "processing": "@nest",
    "schema": "dct:conformsTo",
    "record": "dct:identifier",
    "issued": "dct:issued",
    "language": "dct:language",
    "subject": "dpv:hasDataSubject",
    "notice": "dpv:hasNotice",
    "policies": "dpv:hasPolicy",
    "purposes": "dpv:hasPurpose",
    "words": "dct:title",
    "basis": {"@id": "dpv:hasLegalBasis", "@type": "@vocab"},
    "data": {"@id": "dpv:hasPersonalData", "@type": "@vocab"},
    "kept": "dpv:hasStorageCondition",
    "parties": "dpv:hasDataController",
    "name": "dct:title",
    "events": "dpv:hasConsentStatus",
    "at": "dpv:isIndicatedAtTime",
    "method": "dpv:hasIndicationMethod",
}
Action = ConsentEntry.Action


def receipt_text(entry: ConsentEntry, site: Site) -> str:
    """The signed receipt of a confirmation, as JSON that one can read."""
    return json.dumps(signed(receipt_of(entry, site)), ensure_ascii=False, indent=2) + "\n"


def signed(receipt: dict[str, Any]) -> dict[str, Any]:
    """``receipt`` with its proof: a signature under the canonical form of everything else."""
    name, signature = sign(canonical(receipt))
    return receipt | {"proof": {"type": SIGNATURE, "key": name, "signature": signature}}


def receipt_of(entry: ConsentEntry, site: Site) -> dict[str, Any]:
    """What was agreed to with ``entry`` (an entry ``confirmed``), not signed yet. Three queries."""
    return {
        "@context": CONTEXT,
        "@type": "dpv:ConsentReceipt",
        "header": {
            "schema": SCHEMA,
            "record": uuid.uuid5(uuid.NAMESPACE_URL, entry.entry_hash).urn,
            "issued": _time(entry.recorded_at),
            "language": entry.language,
            "subject": entry.subject,
        },
        "processing": _processing(entry),
        "parties": [_controller(site)],
        "events": _events(entry),
    }


def _processing(entry: ConsentEntry) -> dict[str, Any]:
    digests = [entry.notice_digest, *entry.policies.values(), *(each["digest"] for each in entry.purposes)]
    texts = TextVersion.objects.filter(site_id=entry.site_id or 0, digest__in=digests).order_by("number")
    by_digest = {text.digest: text for text in texts}
    words = {(text.digest, text.version): text.title for text in texts}
    return {
        "notice": _text(by_digest.get(entry.notice_digest), entry.notice_digest),
        "policies": [
            {"kind": kind} | _text(by_digest.get(digest), digest) for kind, digest in sorted(entry.policies.items())
        ],
        "purposes": [each | {"words": words.get((each["digest"], each["version"]), "")} for each in entry.purposes],
        "wording": entry.wording_digest,
        "basis": "dpv:ExplicitlyExpressedConsent",
        "data": ["pd:EmailAddress"],
        "collected": "A box that was ticked on a form, confirmed by a link that was mailed to the address.",
        "kept": "Until consent is withdrawn.",
        "withdrawal": "At any time, by the link in every mail or on the page that it leads to.",
    }


def _text(text: TextVersion | None, digest: str) -> dict[str, Any]:
    """A text by its digest. Of words that came back later, the first version with them counts as well as the last."""
    return {"digest": digest, "words": text.title, "version": text.version} if text else {"digest": digest}


def _controller(site: Site) -> dict[str, Any]:
    community = CommunitySettings.for_site(site)
    values = {
        "@type": "dpv:DataController",
        "name": community.publisher_name or site.site_name or site.hostname,
        "community": site.site_name or site.hostname,
        "address": community.publisher_address,
        "email": community.contact_email,
        "url": site.root_url,
    }
    return {name: value for name, value in values.items() if value}


def _events(entry: ConsentEntry) -> list[dict[str, Any]]:
    """Asked for, then confirmed. Agreeing anew to changed words is an event of its own."""
    asked = None
    if entry.request_id:
        asked = ConsentEntry.objects.filter(request_id=entry.request_id, action=Action.REQUESTED).first()
    status = "dpv:ConsentGiven" if entry.request_id else "dpv:RenewedConsentGiven"
    events = [("dpv:ConsentRequested", asked)] if asked else []
    return [
        {
            "@type": event,
            "at": _time(each.recorded_at),
            "method": str(each.method),
            "entry": each.number,
            "hash": each.entry_hash,
        }
        for event, each in [*events, (status, entry)]
    ]


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
