"""Words that changed materially have to be agreed to anew before anything more is sent (EDPB, Guidelines 05/2020 on
consent, paragraph 110). It takes a box that the person ticks for the exact words, as the first time (DESIGN.md, C1).
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from consent.models import Consent, ConsentEntry, Contact, TextVersion
from consent.outbox import enqueue
from consent.rules.asking import check, entry_values
from consent.rules.standing import Obstacle, changed_texts, notice_of, obstacle
from consent.versions.offers import Kind, Offer, offer_of, texts_in_force


@dataclass(frozen=True)
class Renewal:
    """What one person has to agree to anew in one community and language, beside one notice, because of the texts that
    ``changed``.
    """

    site: Site
    offer: Offer
    consents: tuple[Consent, ...]
    changed: tuple[TextVersion, ...]

    @property
    def labels(self) -> list[str]:
        """The words beside the boxes, as they read now."""
        return [text.title for text in self.offer.purposes]


def outdated(contact: Contact, site: Site | None = None) -> list[Renewal]:
    """What ``contact`` has to agree to anew, in ``site`` or anywhere."""
    consents = contact.consents.given().select_related("purpose__site").order_by("purpose__sort_order", "purpose__pk")
    groups: dict[tuple[int, str, str], list[Consent]] = defaultdict(list)
    for consent in consents.filter(purpose__site=site) if site else consents:
        groups[consent.purpose.site_id, consent.language, notice_of(consent.purpose)].append(consent)
    renewals = (_renewal(group) for group in groups.values())
    return [renewal for renewal in renewals if renewal]


def _renewal(consents: list[Consent]) -> Renewal | None:
    """For consents in one community and language, given beside the same notice."""
    site, language = consents[0].purpose.site, consents[0].language
    texts = texts_in_force(site, language)
    waiting = tuple(consent for consent in consents if obstacle(consent, texts) is Obstacle.CHANGED)
    codes, notice = [consent.purpose.code for consent in waiting], notice_of(consents[0].purpose)
    offer = offer_of(site, language, notice=notice, codes=codes, texts=texts)
    if offer is None:
        return None
    changed = {text.pk: text for consent in waiting for text in changed_texts(consent, texts)}
    return Renewal(site, offer, waiting, tuple(changed.values()))


@transaction.atomic
def renew(*, contact: Contact, site: Site, language: str, chosen: Collection[str], seen: str) -> ConsentEntry | None:
    """Enters a new consent for the words as they are now, and queues its receipt. None if there was nothing to renew.
    ``seen`` says which box it was, where there are several.

    Raises ``StaleWordingError`` and ``NoConsentError`` as ``asking.ask`` does; then nothing has changed.
    """
    if not Contact.objects.select_for_update().filter(pk=contact.pk).exists():
        return None
    renewals = [each for each in outdated(contact, site) if each.offer.language == language]
    if not renewals:
        return None
    renewal = next((each for each in renewals if each.offer.digest == seen), renewals[0])
    check(offer=renewal.offer, chosen=chosen, seen=seen)
    entry = ConsentEntry.append(
        action=ConsentEntry.Action.CONFIRMED,
        method=ConsentEntry.Method.LINK,
        subject=contact.subject,
        **entry_values(renewal.offer, chosen),
    )
    _give_anew(renewal, chosen, entry)
    enqueue(
        kind="receipt",
        key=f"receipt:{entry.number}",
        site=site,
        language=language,
        contact=contact,
        about=str(entry.number),
        priority=2,
    )
    return entry


def _give_anew(renewal: Renewal, chosen: Collection[str], entry: ConsentEntry) -> None:
    privacy, health_data = (renewal.offer.policy(kind) for kind in (Kind.PRIVACY, Kind.HEALTH_DATA))
    versions = {text.code: text.version for text in renewal.offer.purposes}
    for consent in renewal.consents:
        if (code := consent.purpose.code) in chosen:
            Consent.objects.filter(pk=consent.pk, withdrawn_at=None).update(
                entry_number=entry.number,
                purpose_version=versions[code],
                notice_version=renewal.offer.notice.version,
                privacy_version=privacy.version if privacy else None,
                health_data_version=health_data.version if health_data else None,
                given_at=timezone.now(),
            )
