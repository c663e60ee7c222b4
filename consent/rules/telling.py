"""Tells people, once of each change, that words changed materially and that nothing more comes before they agree to
them: one letter to each person, however many texts changed meanwhile (``renewing`` says what they then do).
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator

from django.db import transaction
from django.db.models import Max, Q
from wagtail.models import Site

from consent.models import Consent, Contact, TextVersion
from consent.outbox import enqueue
from consent.rules.standing import kinds_beside
from consent.versions.offers import Kind, Texts, texts_in_force

# The field of a consent that says which version of a policy was agreed to, by the kind of policy.
OF_POLICIES: dict[str, str] = {Kind.PRIVACY: "privacy_version", Kind.HEALTH_DATA: "health_data_version"}


def tell_of_changes() -> int:
    """Queues one letter to everybody whose consent waits for new words and who was not told yet. How many were told."""
    told = 0
    places = Consent.objects.active().order_by().values_list("purpose__site", "language").distinct()
    by_site: dict[int, set[str]] = defaultdict(set)
    for site_id, language in places:
        by_site[site_id].add(language)
    for site in Site.objects.filter(pk__in=by_site):
        for contact_id, (newest, consents) in _to_tell(site, by_site[site.pk]).items():
            told += _tell(site, contact_id, newest, consents)
    return told


def _to_tell(site: Site, languages: Collection[str]) -> dict[uuid.UUID, tuple[int, set[int]]]:
    """For each contact the number of the newest change, and which consents it concerns."""
    found: dict[uuid.UUID, tuple[int, set[int]]] = {}
    for language in languages:
        texts = texts_in_force(site, language)
        offered = [code for kind, code in texts if kind == Kind.PURPOSE]
        consents = Consent.objects.active().filter(purpose__site=site, language=language, purpose__code__in=offered)
        for number, agreed_before in _changes(texts):
            rows = consents.filter(agreed_before, told_up_to__lt=number).values_list("pk", "contact_id")
            for pk, contact_id in rows:
                newest, pks = found.get(contact_id, (0, set()))
                found[contact_id] = (max(newest, number), pks | {pk})
    return found


def _changes(texts: Texts) -> Iterator[tuple[int, Q]]:
    """The number of each text that asks anew, and the consents given before it: those of ``standing.changed_texts``."""
    for (kind, code), text in texts.items():
        since = text.asks_since
        if kind == Kind.PURPOSE:
            older = Q(purpose__code=code, purpose_version__lt=since)
        elif kind == Kind.NOTICE:
            older = Q(purpose__kind__in=kinds_beside(code), notice_version__lt=since)
        elif field := OF_POLICIES.get(kind):
            older = Q(**{f"{field}__lt": since}) | Q(**{field: None})
        else:
            continue
        if since > 1:  # nobody agreed to what was there before the first version
            # Versions are counted across languages: the change may have come in another one first.
            series = {"site_id": text.site_id, "kind": kind, "code": code}
            yield TextVersion.objects.get(**series, version=since).number, older


@transaction.atomic
def _tell(site: Site, contact_id: uuid.UUID, newest: int, consents: Collection[int]) -> bool:
    contact = Contact.objects.select_for_update(no_key=True).filter(pk=contact_id).first()
    if contact is None:  # erased meanwhile
        return False
    untold = Consent.objects.filter(pk__in=consents, told_up_to__lt=newest, withdrawn_at=None)
    given = untold.aggregate(Max("entry_number"))["entry_number__max"]
    if given is None:
        return False
    untold.update(told_up_to=newest)
    return enqueue(
        kind="changed",
        key=f"changed:{contact_id}:{site.pk}:{newest}:{given}",  # to older words again: told of them again
        site=site,
        language=contact.language,
        contact=contact,
        about=str(newest),
    )
