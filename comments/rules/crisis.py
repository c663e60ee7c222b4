"""Somebody may be in danger: one moderator sees to it and says what was done, another one signs it off."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from comments.models import CrisisCase
from comments.rules.deciding import ConflictError, NotAllowedError
from comments.rules.rights import MODERATE, demand
from portal.models import User


def target() -> timedelta:
    """How soon somebody should look."""
    return timedelta(minutes=15)


@transaction.atomic
def see(case: CrisisCase, by: User) -> CrisisCase:
    """Keeps who saw a case first."""
    now = _held(case, by)
    if now.seen_at is None:
        now.seen_at, now.seen_by = timezone.now(), by
        now.save(update_fields=["seen_at", "seen_by"])
    return now


@transaction.atomic
def handle(case: CrisisCase, by: User, what_was_done: str) -> CrisisCase:
    """Keeps what was done. Raises ``ConflictError`` if somebody did before."""
    now = _held(case, by)
    if now.handled_at is not None:
        raise ConflictError(now.comment, None)
    if not what_was_done.strip():
        raise NotAllowedError("words")
    now.handled_at, now.handled_by, now.what_was_done = timezone.now(), by, what_was_done.strip()
    now.save(update_fields=["handled_at", "handled_by", "what_was_done"])
    return now


@transaction.atomic
def sign_off(case: CrisisCase, by: User) -> CrisisCase:
    """Closes a case that somebody else handled."""
    now = _held(case, by)
    if now.signed_off_at is not None:
        raise ConflictError(now.comment, None)
    if now.handled_at is None:
        raise NotAllowedError("unhandled")
    if now.handled_by_id == by.pk:
        raise NotAllowedError("same")
    now.signed_off_at, now.signed_off_by = timezone.now(), by
    now.save(update_fields=["signed_off_at", "signed_off_by"])
    return now


def _held(case: CrisisCase, by: User) -> CrisisCase:
    demand(by, MODERATE)
    found = CrisisCase.objects.select_for_update(of=("self",), no_key=True).select_related("comment")
    now = found.filter(pk=case.pk).first()
    if now is None:
        raise ConflictError(None, None)
    return now
