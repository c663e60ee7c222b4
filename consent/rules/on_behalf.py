"""What staff carry out for a person who wrote, called or came (GDPR, articles 12 (2), 15, 17 and 21): what the person
could do with a mailed link, and nothing else. Nobody can consent for somebody else.

Each says how the request came and where it is filed: a choice and a short reference, no free text, so that no name or
address gets into Wagtail's log, which nobody erases. Act and entry are one transaction.
"""

import re
from dataclasses import dataclass
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Site

from consent import journal
from consent.models import ConsentEntry, Contact, Request, Suppression
from consent.outbox import enqueue
from consent.rules.asking import PENDING
from consent.rules.erasing import erase
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
    """Queues the mail with the link to what is held. False if one was queued today.

    Raises ``PermissionDenied``, and ``Contact.DoesNotExist`` for somebody who was erased meanwhile.
    """
    _demand(order.by, CARRY_OUT)
    contact = Contact.objects.select_for_update().get(pk=contact.pk)  # an erasure must not be undone by this
    consent = contact.consents.select_related("purpose__site").order_by("-given_at").first()
    site = consent.purpose.site if consent else Site.objects.filter(is_default_site=True).first()
    if site is None:
        raise ValidationError(_("There is no community whose page the link could lead to."))
    request = _access_request(contact, site)
    if not enqueue(
        kind="access",
        key=f"access:staff:{contact.pk}:{timezone.now():%Y-%m-%d}",
        site=site,
        language=contact.language,
        request=request,
        priority=1,
    ):
        request.delete()
        return False
    _enter(contact, LINK_SENT, order)
    ConsentEntry.append(
        action=ConsentEntry.Action.REQUESTED,
        method=ConsentEntry.Method.STAFF,
        request_id=str(request.pk),
        subject=contact.subject,
        site_id=site.pk,
        language=contact.language,
    )
    return True


def _access_request(contact: Contact, site: Site) -> Request:
    """The request that the person would have made with the form; the address is one that they confirmed before."""
    now = timezone.now()
    request = Request(
        kind=Request.Kind.ACCESS,
        site=site,
        language=contact.language,
        is_discreet=contact.is_discreet,
        created_at=now,
        expires_at=now + PENDING,
    )
    request.address = contact.address
    request.save(force_insert=True)
    return request


@transaction.atomic
def lift_suppression(suppression: Suppression, *, order: Order) -> None:
    """Allows mail to an address again, whose owner asked for it. Raises ``PermissionDenied``.

    The journal hears of it when it has happened: a line too many must bring no mail to somebody who wants none. Raises
    ``JournalError`` when it can't; a restore would then suppress the address once more, and nothing worse.
    """
    _demand(order.by, LIFT)
    _enter(suppression, LIFTED, order)
    Suppression.objects.filter(pk=suppression.pk).delete()
    transaction.on_commit(partial(journal.write, "lifted", suppression.lookup))


def _demand(user: User, permission: str) -> None:
    if not user.has_perm(permission):
        raise PermissionDenied


def _enter(about: models.Model, action: str, order: Order) -> None:
    data = {"channel": str(order.channel), "reference": order.reference}
    log(instance=about, action=action, user=order.by, data=data)
