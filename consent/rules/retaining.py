"""How long an address is kept once its owner has taken back everything (GDPR, article 5 (1) (e)): 30 days, in which a
withdrawal made by mistake can be looked into. Then the contact goes, as the notices promise.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from consent import journal
from consent.models import AddressReveal, ConsentEntry, Contact, OutgoingMail

KEEPS_WITHOUT_CONSENT = timedelta(days=30)


def forget_withdrawn() -> int:
    """Deletes contacts who agreed to nothing any more for 30 days. Returns how many. Each in its own transaction."""
    return sum(_forget(pk) for pk in list(_over().values_list("pk", flat=True)))


def _over():
    until = timezone.now() - KEEPS_WITHOUT_CONSENT
    ended = Contact.objects.annotate(ended=Max("consents__withdrawn_at")).exclude(
        pk__in=Contact.objects.filter(consents__withdrawn_at=None, consents__isnull=False)
    )
    return ended.filter(Q(ended__lte=until) | Q(ended=None, confirmed_at__lte=until))


@transaction.atomic
def _forget(pk) -> bool:
    """Deletes one, unless its owner came back meanwhile. Erasure that its owner asks for is ``rules.erasing``."""
    contact = Contact.objects.select_for_update().filter(pk=pk).first()
    if contact is None or not _over().filter(pk=pk).exists():
        return False
    OutgoingMail.objects.filter(contact=contact).delete()
    AddressReveal.objects.filter(contact=contact).update(reason="", contact=None)
    ConsentEntry.append(
        action=ConsentEntry.Action.ERASED, method=ConsentEntry.Method.RETENTION, subject=contact.subject
    )
    contact.delete()
    journal.write("erasure", contact.subject)
    return True
