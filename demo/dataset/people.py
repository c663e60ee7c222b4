"""Contacts who asked and confirmed, with their consents and the entries that prove them; some of them comment.

Their addresses are made up (``example.org``) and sealed like all others.
"""

import uuid
from collections.abc import Sequence
from typing import Any

from comments.models import Commenter
from consent.addresses import Address
from consent.keys.indexes import index
from consent.keys.ring import Use
from consent.models import Consent, ConsentEntry, Contact, Purpose
from consent.rules.asking import entry_values
from consent.versions.offers import COMMENT, Kind, Offer, codes_of_kind, newsletters, offer_of, texts_in_force
from demo.dataset.articles import highest_id
from demo.dataset.chain import Chain
from demo.dataset.rows import Rows
from demo.dataset.scene import Scene
from demo.dataset.words import names

LANGUAGE = "en"
Action, Method = ConsentEntry.Action, ConsentEntry.Method


def address_of(number: int) -> str:
    """The address of the contact with this number, the first being 0."""
    return f"reader-{number}@example.org"


def name_of(number: int) -> str:
    """Under which name the commenter with this number writes."""
    return names()[number % len(names())]


class People:
    """Writes contacts, the first of whom comment."""

    def __init__(self, scene: Scene):
        self.scene = scene
        texts = texts_in_force(scene.site, LANGUAGE)
        self._comments = _agreed(scene, texts, codes_of_kind(texts, Purpose.Kind.COMMENTS), notice=COMMENT)
        self._letters = _agreed(scene, texts, newsletters(texts)[:1])
        kept = ("id", "sealed_address", "lookup", "subject", "created_at", "confirmed_at")
        self._contacts = Rows(Contact, kept, {"language": LANGUAGE})
        versions = ("purpose_version", "notice_version", "privacy_version", "health_data_version")
        given = ("contact_id", "purpose_id", "entry_number", *versions, "given_at")
        self._consents = Rows(Consent, given, {"language": LANGUAGE})
        told = ("action", "method", "request_id", "subject", "notice_digest", "wording_digest", "purposes", "policies")
        self._entries = Chain(ConsentEntry, told, {"site_id": scene.site.pk, "language": LANGUAGE})
        self._commenters = Rows(Commenter, ("id", "contact_id", "name", "created_at"), {"site_id": scene.site.pk})
        self.first_commenter = highest_id(Commenter) + 1

    def write(self) -> None:
        """Writes all of them."""
        total = self.scene.sizes.contacts
        for number in range(total):
            self._write(number, total)
            self.scene.progress.tell("Contacts", number + 1, total)
        for table in (self._contacts, self._consents, self._commenters):
            table.flush()
        self._entries.close()

    def _write(self, number: int, total: int) -> None:
        at, does_comment = self.scene.moment(number, total), number < self.scene.sizes.commenters
        contact = Contact(pk=uuid.uuid4())
        address = Address.stored(address_of(number))
        contact.address = address
        subject = index(Use.SUBJECT, address.canonical)
        self._contacts.add(contact.pk, contact.sealed_address, contact.lookup, subject, at, at)
        agreed = self._comments if does_comment else self._letters
        request = str(uuid.uuid4())
        self._entries.add(at, Action.REQUESTED.value, Method.FORM.value, request, "", *agreed["words"])
        entry = self._entries.add(at, Action.CONFIRMED.value, Method.LINK.value, request, subject, *agreed["words"])
        self._consents.add(contact.pk, agreed["purpose"], entry, *agreed["versions"], at)
        if does_comment:
            self._commenters.add(self.first_commenter + number, contact.pk, name_of(number), at)


def _agreed(scene: Scene, texts, codes: Sequence[str], **notice: str) -> dict[str, Any]:
    """What somebody agrees to who ticks these boxes: for the ledger, and for the consent itself."""
    offer: Offer | None = offer_of(scene.site, LANGUAGE, codes=codes, texts=texts, **notice)
    if offer is None:
        raise ValueError("The demonstration offers nothing to agree to.")
    values, policies = entry_values(offer, codes), (offer.policy(kind) for kind in (Kind.PRIVACY, Kind.HEALTH_DATA))
    purpose = Purpose.objects.get(site=scene.site, code=codes[0])
    agreed = (policy.version if policy else None for policy in policies)
    versions = (offer.purposes[0].version, offer.notice.version, *agreed)
    words = tuple(values[name] for name in ("notice_digest", "wording_digest", "purposes", "policies"))
    return {"words": words, "purpose": purpose.pk, "versions": versions}
