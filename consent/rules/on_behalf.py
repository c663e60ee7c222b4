"""What staff carry out for a person who wrote, called or came (GDPR, articles 12 (2), 15, 17 and 21): what the person
could do with a mailed link, and nothing else. Nobody can consent for somebody else.

Each says how the request came and where it is filed: a choice and a short reference, no free text, so that no name or
address gets into Wagtail's log, which nobody erases. Act and entry are one transaction.
"""

import re
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Site

from consent.mail.outbox import enqueue
from consent.models import ConsentEntry, Contact, Request, Suppression
from consent.rules.erasing import erase
from consent.rules.suppressing import lift_row
from consent.rules.withdrawing import withdraw_all
from portal.models import User

CARRY_OUT = "consent.change_contact"
LIFT = "consent.delete_suppression"
WITHDRAWN, ERASED = "consent.withdrawn", "consent.erased"  # actions in Wagtail's log
LINK_SENT, LIFTED = "consent.link_sent", "consent.lifted"
LONGEST_REFERENCE = 40  # characters
_REFERENCE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9/.\-]*", re.ASCII)


class Channel(models.TextChoices):
    """How a person asked."""

    LETTER = "letter", gettext_lazy("By letter")
    MAIL = "mail", gettext_lazy("By e-mail")
    TELEPHONE = "telephone", gettext_lazy("By telephone")
    IN_PERSON = "in-person", gettext_lazy("In person")
    AUTHORITY = "authority", gettext_lazy("Through an authority or a court")


@dataclass(frozen=True)
class Order:
    """What makes a member of staff act: who acts, how the person asked, and under which reference it is filed."""

    by: User
    channel: str
    reference: str

    def __post_init__(self) -> None:
        if self.channel not in Channel.values:
            raise ValidationError({"channel": _("Choose how the person asked.")})
        check_reference(self.reference)


def check_reference(text: str) -> str:
    """``text``, if it is a reference. Raises ``ValidationError``."""
    if len(text) > LONGEST_REFERENCE or not _REFERENCE.fullmatch(text):
        raise ValidationError(
            {"reference": _("Give a number or a date, such as 2026-114: letters, digits, dots, hyphens and slashes.")}
        )
    return text


@transaction.atomic
def withdraw_everything(contact: Contact, *, order: Order) -> int:
    """Takes back every consent of ``contact``; how many still stood. Raises ``PermissionDenied``, ``JournalError``."""
    _demand(order.by, CARRY_OUT)
    _enter(contact, WITHDRAWN, order)
    return withdraw_all(contact, method=ConsentEntry.Method.STAFF)


@transaction.atomic
def erase_person(holder: Contact | Request, *, order: Order, never_write: bool = False) -> None:
    """Erases whoever the address of ``holder`` belongs to. Raises ``PermissionDenied``, ``JournalError``."""
    _demand(order.by, CARRY_OUT)
    _enter(holder, ERASED, order)
    erase(holder.address, method=ConsentEntry.Method.STAFF, never_write=never_write)


@transaction.atomic
def send_own_data_link(contact: Contact, *, order: Order) -> bool:
    """Queues the mail with the link to what is held. False if one was queued today. Raises ``PermissionDenied``."""
    _demand(order.by, CARRY_OUT)
    consent = contact.consents.select_related("purpose__site").order_by("-given_at").first()
    site = consent.purpose.site if consent else Site.objects.filter(is_default_site=True).first()
    if site is None:
        raise ValidationError(_("There is no community whose page the link could lead to."))
    is_queued = enqueue(
        kind="access",
        key=f"access:staff:{contact.pk}:{timezone.now():%Y-%m-%d}",
        site=site,
        language=contact.language,
        contact=contact,
        priority=1,
    )
    if is_queued:
        _enter(contact, LINK_SENT, order)
    return is_queued


@transaction.atomic
def lift_suppression(suppression: Suppression, *, order: Order) -> None:
    """Allows mail to an address again, whose owner asked for it. Raises ``PermissionDenied``, ``JournalError``."""
    _demand(order.by, LIFT)
    _enter(suppression, LIFTED, order)
    lift_row(suppression)


def _demand(user: User, permission: str) -> None:
    if not user.has_perm(permission):
        raise PermissionDenied


def _enter(about: models.Model, action: str, order: Order) -> None:
    data = {"channel": str(order.channel), "reference": order.reference}
    log(instance=about, action=action, user=order.by, data=data)
