"""Two contacts of one person become one. They come about when a process that does not know a new key yet takes
somebody for new: each key makes another look-up of the same address.

The last word on each purpose counts, be it a consent or its withdrawal. The ledger stays as it is: both references
in it are found by the address, under the old key and the new.
"""

from collections.abc import Collection
from datetime import datetime

from django.db.models import ForeignObjectRel, Model

from consent.models import Consent, Contact, OutgoingMail
from consent.outbox import give_mail


def join(contact: Contact, *, into: Contact) -> None:
    """Moves everything of ``contact`` to ``into``, and deletes it. Both are locked."""
    kept = {consent.purpose_id: consent for consent in into.consents.all()}
    for consent in contact.consents.all():
        other = kept.get(consent.purpose_id)
        if other and _last_word(other) >= _last_word(consent):
            consent.delete()
            continue
        if other:
            other.delete()
        Consent.objects.filter(pk=consent.pk).update(contact=into)
    move_to(into, contact, apart_from=(Consent,))
    into.is_discreet = into.is_discreet or contact.is_discreet
    into.created_at = min(into.created_at, contact.created_at)
    into.confirmed_at = max(into.confirmed_at, contact.confirmed_at)
    into.save(update_fields=["is_discreet", "created_at", "confirmed_at"])
    Contact.objects.filter(pk=contact.pk).delete()


def move_to(into: Contact, contact: Contact, *, apart_from: Collection[type[Model]]) -> None:
    """Moves whatever points at ``contact``, in whichever app, to ``into``: mail, comments, what they follow."""
    give_mail(contact, to=into)
    for relation in _relations():
        if relation.related_model not in (OutgoingMail, *apart_from):
            rows = relation.related_model._base_manager
            rows.filter(**{relation.field.name: contact}).update(**{relation.field.name: into})


def _last_word(consent: Consent) -> datetime:
    return consent.withdrawn_at or consent.given_at


def _relations() -> list[ForeignObjectRel]:
    fields = Contact._meta.get_fields(include_hidden=True)
    return [field for field in fields if isinstance(field, ForeignObjectRel)]
