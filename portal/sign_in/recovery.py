"""Recovery codes: ten that are good once each, for whoever lost the device. They are shown when they are made and never
again; kept is a keyed digest of each.

60 random bits need no slow hash: nobody guesses them, and without the key nobody can try (NIST SP 800-63B, 3.1.2).
"""

import secrets

from django.db import transaction

from portal.models import RecoveryCode, User
from portal.sign_in import letters
from portal.sign_in.sealing import digest, matches

COUNT = 10
LENGTH = 12  # letters, in groups of four
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike


def make_codes(user: User) -> list[str]:
    """New codes, in place of all older ones."""
    codes = [_new_code() for _number in range(COUNT)]
    with transaction.atomic():
        RecoveryCode.objects.filter(user=user).delete()
        RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=digest(_bare(code))) for code in codes)
    return codes


def use_code(user: User, typed: str) -> bool:
    """Whether ``typed`` is a code of theirs. It is used up then: of two who send it at once, one gets in."""
    bare = _bare(typed)
    if len(bare) != LENGTH:
        return False
    rows = RecoveryCode.objects.filter(user=user)
    found = [row.pk for row in rows if matches(bare, row.digest)]
    if not found or not RecoveryCode.objects.filter(pk=found[0]).delete()[0]:
        return False
    letters.tell_of_recovery_code(user, left=codes_left(user))
    return True


def codes_left(user: User) -> int:
    """How many codes they have."""
    return RecoveryCode.objects.filter(user=user).count()


def _new_code() -> str:
    drawn = "".join(secrets.choice(LETTERS) for _number in range(LENGTH))
    return "-".join(drawn[start : start + 4] for start in range(0, LENGTH, 4))


def _bare(code: str) -> str:
    return "".join(character for character in code.lower() if character.isalnum())
