"""Stopping is as easy as starting (GDPR, article 7 (3)): withdraw, pause, go on. Saying it twice does no harm."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from consent import journal
from consent.models import Consent, ConsentEntry, Contact, Token

Action = ConsentEntry.Action


@transaction.atomic
def withdraw(consent: Consent, *, method: str, again_at: datetime | None = None) -> bool:
    """Takes back one consent. Whether it still stood. Mail that is queued for it will not go out.

    ``again_at``: when it took place, if it is carried out again after a restore: the journal has its line already.
    """
    consent = Consent.objects.select_for_update(of=("self",)).select_related("contact", "purpose").get(pk=consent.pk)
    if consent.is_withdrawn:
        return False
    consent.withdrawn_at, consent.paused_until = again_at or timezone.now(), None
    consent.save(update_fields=["withdrawn_at", "paused_until"])
    _enter(Action.WITHDRAWN, consent, method)
    if again_at is None:
        journal.write(
            "withdrawal", consent.contact.subject, purpose=consent.purpose.code, site=str(consent.purpose.site_id)
        )
    return True


def withdraw_all(contact: Contact, *, method: str) -> int:
    """Takes back everything that a person agreed to. Returns how many consents still stood."""
    return sum(withdraw(consent, method=method) for consent in contact.consents.given())


@transaction.atomic
def pause(consent: Consent, *, until: datetime, method: str) -> None:
    """Sends nothing for this purpose before ``until``."""
    consent = Consent.objects.select_for_update(of=("self",)).select_related("contact", "purpose").get(pk=consent.pk)
    if not consent.is_withdrawn:
        consent.paused_until = until
        consent.save(update_fields=["paused_until"])
        _enter(Action.PAUSED, consent, method)


@transaction.atomic
def resume(consent: Consent, *, method: str) -> None:
    """Ends a pause. A consent that was withdrawn stays so: it takes a new one."""
    consent = Consent.objects.select_for_update(of=("self",)).select_related("contact", "purpose").get(pk=consent.pk)
    if consent.is_paused and not consent.is_withdrawn:
        consent.paused_until = None
        consent.save(update_fields=["paused_until"])
        _enter(Action.RESUMED, consent, method)


def unsubscribe(text: str) -> None:
    """Carries out a one-click request (RFC 8058). Whatever the link is, the answer is the same: nothing is told."""
    token = Token.find(Token.Kind.UNSUBSCRIBE, text)
    consents = Consent.objects.filter(contact=token.contact, purpose=token.purpose) if token else ()
    for consent in consents:
        withdraw(consent, method=ConsentEntry.Method.ONE_CLICK)


def _enter(action: str, consent: Consent, method: str) -> ConsentEntry:
    return ConsentEntry.append(
        action=action,
        method=method,
        subject=consent.contact.subject,
        site_id=consent.purpose.site_id,
        language=consent.language,
        purposes=[{"code": consent.purpose.code, "version": consent.purpose_version}],
    )
