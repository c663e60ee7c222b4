"""Stopping is as easy as starting (GDPR, article 7 (3)): withdraw, pause, go on. Saying it twice does no harm."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from consent import journal
from consent.models import Consent, ConsentEntry, Contact, Token
from consent.rules.holding import held_consent

Action = ConsentEntry.Action


@transaction.atomic
def withdraw(consent: Consent, *, method: str, again_at: datetime | None = None) -> bool:
    """Takes back one consent. Whether it still stood. Mail that is queued for it will not go out.

    ``again_at``: when it took place, if it is carried out again after a restore: the journal has its line already.
    """
    held = held_consent(consent)
    if held is None or held.is_withdrawn:
        return False
    held.withdrawn_at, held.paused_until = again_at or timezone.now(), None
    held.save(update_fields=["withdrawn_at", "paused_until"])
    if again_at is None:
        journal.write("withdrawal", held.contact.subject, purpose=held.purpose.code, site=str(held.purpose.site_id))
    _enter(Action.WITHDRAWN, held, method)
    return True


@transaction.atomic
def withdraw_all(contact: Contact, *, method: str) -> int:
    """Takes back everything that a person agreed to. Returns how many consents still stood."""
    return sum(withdraw(consent, method=method) for consent in contact.consents.given())


@transaction.atomic
def pause(consent: Consent, *, until: datetime, method: str) -> None:
    """Sends nothing for this purpose before ``until``."""
    held = held_consent(consent)
    if held and not held.is_withdrawn:
        held.paused_until = until
        held.save(update_fields=["paused_until"])
        _enter(Action.PAUSED, held, method)


@transaction.atomic
def resume(consent: Consent, *, method: str) -> None:
    """Ends a pause. A consent that was withdrawn stays so: it takes a new one."""
    held = held_consent(consent)
    if held and held.is_paused and not held.is_withdrawn:
        held.paused_until = None
        held.save(update_fields=["paused_until"])
        _enter(Action.RESUMED, held, method)


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
