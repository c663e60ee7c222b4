"""A pause for programs that is none for people: press the button again. No puzzle (WCAG 2.2, success criterion 3.3.8).

The page that asks holds a signed text, which works for one network, from two seconds to two hours after it was made,
once.
"""

import secrets
from datetime import UTC, datetime, timedelta

from django.core import signing
from django.utils import timezone

from consent.keys.indexes import index, indexes
from consent.keys.ring import Use
from consent.rules.limits import first_time

SHORTEST = timedelta(seconds=2)
LONGEST = timedelta(hours=2)
_SALT = "consent.capture.challenge"


def issue(network: str) -> str:
    """A new one for ``network``."""
    made = int(timezone.now().timestamp() * 1000)
    return signing.dumps([secrets.token_urlsafe(12), made, index(Use.LIMITS, _name(network))], salt=_SALT)


def redeem(text: str, network: str) -> bool:
    """Whether ``text`` was made here for ``network``, is neither too young nor too old, and was not used before."""
    try:
        nonce, made, owner = signing.loads(text, salt=_SALT)
    except (signing.BadSignature, ValueError):
        return False
    made_at = datetime.fromtimestamp(made / 1000, UTC)
    if not SHORTEST <= timezone.now() - made_at <= LONGEST or owner not in indexes(Use.LIMITS, _name(network)):
        return False
    return first_time("challenge", nonce, since=made_at, until=made_at + LONGEST)


def _name(network: str) -> str:
    return f"challenge|{network}"
