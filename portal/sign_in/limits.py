"""How often one may try to sign in. A lock that anybody can put on somebody else's door would be worse than none:

- A browser that has signed in before (a signed cookie, ``devices``) is counted by itself. Whatever others do
  elsewhere, or in the same network, its owner gets in.
- From elsewhere, tries are counted by name and network together, and by network. No counter is of a name alone.
- The second step is counted by account: who stands there knows the password. 100 wrong tries in a row, the most that
  NIST SP 800-63B allows (section 3.2.2), would take two and a half hours there, and mail tells the owner of sign-ins.

A try is entered before it is judged, so that many at once can't slip through, and taken back when it was good. Names
and networks stand in the table as keyed digests, for a day. The answer is the same for names that do not exist.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.models import FailedTry
from portal.sign_in.sealing import digest

SPAN = timedelta(minutes=15)
KEPT = timedelta(days=1)
OF_NAME_AND_NETWORK = 5
OF_NETWORK = 50  # an office behind one address
OF_KNOWN_DEVICE = 10
OF_ACCOUNT = 10  # codes


@dataclass(frozen=True)
class Counter:
    """At most ``most`` tries within ``SPAN``."""

    key: str
    most: int


class TooOften(Exception):  # noqa: N818 - a refusal, not an error
    """Raised instead of judging a try. Its words say when to try again."""

    def __init__(self, seconds: float) -> None:
        minutes = max(1, ceil(seconds / 60))
        words = ngettext(
            "Too many tries. Please try again in %(minutes)d minute.",
            "Too many tries. Please try again in %(minutes)d minutes.",
            minutes,
        ) % {"minutes": minutes}
        super().__init__(f"{words} {_('If you forgot your password, you can set a new one meanwhile.')}")


def password_counters(name: str, network: str, *, device: str = "") -> list[Counter]:
    """What a try with a password counts for. ``device``: the known browser it comes from."""
    name = name.strip().casefold()
    if device:
        return [Counter(digest(f"device|{device}|{name}"), OF_KNOWN_DEVICE)]
    return [
        Counter(digest(f"name|{name}|{network}"), OF_NAME_AND_NETWORK),
        Counter(digest(f"network|{network}"), OF_NETWORK),
    ]


def code_counters(user_id: int, *, device: str = "") -> list[Counter]:
    """What a try with a code counts for."""
    of = f"codes|{user_id}|{device}"
    return [Counter(digest(of), OF_KNOWN_DEVICE if device else OF_ACCOUNT)]


def passkey_counters(network: str) -> list[Counter]:
    """Nobody guesses a signature; this keeps a machine from asking all day."""
    return [Counter(digest(f"passkeys|{network}"), OF_NETWORK)]


class Try:
    """One try. Raises ``TooOften`` when it is begun; it counts until ``succeeded`` takes it back."""

    def __init__(self, counters: list[Counter]) -> None:
        self.counters = counters
        now = timezone.now()
        waits = [_wait(counter, now) for counter in counters]
        if any(waits):
            raise TooOften(max(waits))
        rows = [FailedTry(key=counter.key, made_at=now) for counter in counters]
        self.rows = FailedTry.objects.bulk_create(rows)
        waits = [_wait(counter, now, but=row.pk) for counter, row in zip(counters, self.rows, strict=True)]
        if any(waits):  # others came at the same moment
            raise TooOften(max(waits))

    def succeeded(self) -> None:
        """The try was good: it no longer counts, nor do those before it of the first counter."""
        own = Q(pk__in=[row.pk for row in self.rows])
        FailedTry.objects.filter(own | Q(key=self.counters[0].key)).delete()


def forget_old() -> int:
    """Takes away tries that no longer count."""
    return FailedTry.objects.filter(made_at__lt=timezone.now() - KEPT).delete()[0]


def _wait(counter: Counter, now, *, but: int | None = None) -> float:
    """Seconds until another try is taken; 0 if it is taken now."""
    tries = FailedTry.objects.filter(key=counter.key, made_at__gt=now - SPAN).exclude(pk=but or 0)
    newest = list(tries.order_by("-made_at").values_list("made_at", flat=True)[: counter.most])
    return 0 if len(newest) < counter.most else max(1.0, (newest[-1] + SPAN - now).total_seconds())
