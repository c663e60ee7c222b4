"""Second factors: several for each person, each with a name. Whoever needs one is never left without.

Every change is in the log of staff actions and told to its owner by mail.
"""

import time

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit import actions
from portal.audit.recording import record
from portal.models import RecoveryCode, SecondFactor, User
from portal.sign_in import letters, totp
from portal.sign_in.recovery import use_code
from portal.sign_in.sealing import seal, unseal
from portal.sign_in.sessions import end_all

MOST = 10  # devices of one person


def has_factor(user: User) -> bool:
    """Whether a second factor is set up."""
    return SecondFactor.objects.filter(user=user).exists()


def add_app(user: User, *, secret: bytes, code: str, name: str) -> SecondFactor:
    """Sets up an app. Raises ``ValidationError`` unless ``code`` shows that the app has the secret."""
    step = totp.step_of(secret, code, after=0)
    if step is None:
        raise ValidationError(_("This is not the code that the app shows now. Wait for the next one and type it."))
    kind = SecondFactor.Kind.APP
    return add(SecondFactor(user=user, kind=kind, name=name, sealed=seal(secret), counter=step))


@transaction.atomic
def add(factor: SecondFactor) -> SecondFactor:
    """Saves a factor that was proved. Raises ``ValidationError`` for too many, or for a passkey that is known."""
    user = User.objects.select_for_update().get(pk=factor.user_id)
    if SecondFactor.objects.filter(user=user).count() >= MOST:
        raise ValidationError(_("You have ten devices. Remove one that you no longer use first."))
    if factor.credential and SecondFactor.objects.filter(credential=factor.credential).exists():
        raise ValidationError(_("This passkey is set up already."))
    factor.save()
    record(actions.FACTOR_ADDED, about=user, by=user, kind=factor.kind, name=factor.name)
    letters.tell_of_added_factor(user, factor.name)
    return factor


def use_app_code(user: User, code: str) -> SecondFactor | None:
    """The app whose code this is. A code is taken once, however many send it at a time."""
    for factor in SecondFactor.objects.filter(user=user, kind=SecondFactor.Kind.APP):
        secret = unseal(factor.sealed)
        step = secret and totp.step_of(secret, code, after=factor.counter)
        if secret and step and note_use(factor, counter=step, secret=secret):
            return factor
    return None


def use_any_code(user: User, typed: str) -> str:
    """What ``typed`` is good for: ``app``, ``recovery``, or an empty string."""
    if use_app_code(user, typed):
        return "app"
    return "recovery" if use_code(user, typed) else ""


def note_use(factor: SecondFactor, *, counter: int, secret: bytes) -> bool:
    """Counts the use, and seals anew with the present key. False when somebody else was first."""
    unused = SecondFactor.objects.filter(pk=factor.pk, counter__lt=counter)
    return bool(unused.update(counter=counter, last_used_at=timezone.now(), sealed=seal(secret)))


@transaction.atomic
def remove(user: User, pk: int) -> SecondFactor:
    """Removes a factor of one's own. Raises ``ValidationError`` for the last one where one is needed."""
    user = User.objects.select_for_update().get(pk=user.pk)
    factor = SecondFactor.objects.get(user=user, pk=pk)
    is_last = SecondFactor.objects.filter(user=user).count() == 1
    if is_last and settings.REQUIRE_SECOND_FACTOR:
        raise ValidationError(_("This is your only second factor. Set up another one first, then remove this one."))
    factor.delete()
    if is_last:
        RecoveryCode.objects.filter(user=user).delete()
    record(actions.FACTOR_REMOVED, about=user, by=user, kind=factor.kind, name=factor.name)
    letters.tell_of_removed_factor(user, factor.name)
    return factor


def reset(user: User, *, by: User | None) -> None:
    """Removes all factors, codes and sessions of somebody who lost them. ``by``: an administrator, or the command line.

    Raises ``PermissionDenied`` for anybody else, and for one's own: whoever has a session has a factor, or would rid
    themselves of the need for one.
    """
    if by is not None and (not by.is_superuser or by.pk == user.pk):
        raise PermissionDenied
    with transaction.atomic():
        SecondFactor.objects.filter(user=user).delete()
        RecoveryCode.objects.filter(user=user).delete()
        record(actions.FACTORS_RESET, about=user, by=by)
        letters.tell_of_reset(user)
    end_all(user)


def is_fresh(moment: float | None, *, seconds: int) -> bool:
    """Whether ``moment`` (seconds since 1970) is no longer ago than ``seconds``."""
    return moment is not None and 0 <= time.time() - moment <= seconds
