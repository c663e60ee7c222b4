"""The one door to an address: a member of staff who may, gives a reason, and is entered before anything is shown.

GDPR, articles 5 (1) (f), 25 (2) and 32: an address is not open to everybody who works here, and whoever looked can be
told. Its owner finds every look, with the reason, in what is held on them (article 15).
"""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consent.addresses import Address, holds_address
from consent.models import AddressReveal, Contact
from consent.rules.limits import Limit, take
from portal.audit import actions
from portal.audit.recording import record
from portal.models import User

PERMISSION = "consent.reveal_contact"
SHORTEST_REASON, LONGEST_REASON = 15, 500  # characters
FEWEST_WORDS = 3
A_DAY = timedelta(days=1)
LOOKS = Limit("reveal", most=20, per=A_DAY)
MANY = 5  # looks in a day: from here on the screen warns


def may_reveal(user: User) -> bool:
    """Whether ``user`` may see addresses at all."""
    return user.has_perm(PERMISSION)


def reveal(contact: Contact, *, by: User, reason: str) -> Address:
    """The address of ``contact``. That ``by`` saw it, and why, is in the database for good when this returns.

    Raises ``PermissionDenied``, ``Contact.DoesNotExist`` for somebody who was erased meanwhile, and ``ValidationError``
    with a sentence when the reason won't do or it was too often.
    Stands in no other transaction: one that were undone later would take the entry back.
    """
    if not may_reveal(by):
        raise PermissionDenied
    reason = check_reason(reason)
    if not take(LOOKS, str(by.pk)):
        raise ValidationError(_too_often(), code="limit")
    with transaction.atomic(durable=True):
        contact = Contact.objects.select_for_update().get(pk=contact.pk)  # erased or corrected meanwhile?
        AddressReveal.objects.create(
            contact=contact,
            subject=contact.subject,
            user_id=by.pk,
            username=by.get_username(),
            reason=reason,
        )
        record(actions.ADDRESS_SEEN, about=by, by=by)
    return contact.address


def check_reason(text: str) -> str:
    """``text`` without blanks around it. Raises ``ValidationError`` if it is no reason that its subject could read."""
    reason = " ".join(text.split())
    if len(reason) < SHORTEST_REASON or len(reason.split()) < FEWEST_WORDS:
        raise ValidationError(_("Say why in a sentence: the person will read it."), code="short")
    if len(reason) > LONGEST_REASON:
        raise ValidationError(_("Say it in 500 characters at most."), code="long")
    if holds_address(reason):
        raise ValidationError(_("Leave the address out of the reason: it would be kept in plain text."), code="address")
    return reason


def looks_today(user: User) -> int:
    """How many addresses ``user`` saw within the last 24 hours."""
    return AddressReveal.objects.filter(user_id=user.pk, revealed_at__gt=timezone.now() - A_DAY).count()


def _too_often() -> str:
    return ngettext(
        "You have seen %(most)d address today. That is the limit.",
        "You have seen %(most)d addresses today. That is the limit: ask a colleague, or wait until tomorrow.",
        LOOKS.most,
    ) % {"most": LOOKS.most}
