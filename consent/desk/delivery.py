"""What becomes of outgoing mail: the outbox by letter and state, why letters failed, what servers reported. Counted by
the database; names nobody.
"""

from collections import Counter
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from django.db.models import Count, Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consent.desk.small_numbers import told
from consent.models import MailEvent, OutgoingMail

State = OutgoingMail.State
PERIOD = timedelta(days=30)
TOO_LONG = timedelta(minutes=15)  # a mail that is due waits longer than this: nobody sends
LETTERS = {
    "confirm": _("Please confirm"),
    "access": _("Link to one’s own data"),
    "receipt": _("Receipt"),
    "changed": _("Words have changed"),
    "correction": _("Confirm a new address"),
    "newsletter": _("Newsletter"),
}


STATES = (  # heads of columns
    (State.WAITING, _("Waiting")),
    (State.SENDING, _("Being sent")),
    (State.SENT, _("Sent")),
    (State.DROPPED, _("No longer wanted")),
    (State.FAILED, _("Failed")),
    (State.UNCERTAIN, _("Perhaps sent")),
)


class Kind(NamedTuple):
    """One kind of letter: its code, its name, and how many are in each state, in the order of ``STATES``."""

    code: str
    label: str
    states: list[tuple[str, str]]


class Delivery(NamedTuple):
    """The last 30 days of outgoing mail."""

    kinds: list[Kind]
    failures: list[tuple[str, str]]
    reports: list[tuple[str, str]]
    oldest: datetime | None
    is_stuck: bool


def delivery(*, exactly: bool) -> Delivery:
    """The figures, in words: a mail stands for a person, so in steps of five unless ``exactly``. Three queries."""
    tell = partial(told, exactly=exactly)
    now = timezone.now()
    since = now - PERIOD
    by_kind: dict[str, Counter[str]] = {}
    failures: Counter[str] = Counter()
    mails = OutgoingMail.objects.filter(created_at__gt=since).order_by()
    for kind, state, reason, number in mails.values_list("kind", "state", "reason").annotate(number=Count("pk")):
        by_kind.setdefault(kind, Counter())[state] += number
        if state == State.FAILED:
            failures[reason] += number
    kinds = [
        Kind(code, letter_name(code), [(value, tell(by_kind[code][value])) for value, _head in STATES])
        for code in sorted(by_kind)
    ]
    reports = MailEvent.objects.filter(received_at__gt=since).order_by("kind").values_list("kind")
    waiting = OutgoingMail.objects.filter(state=State.WAITING, due_at__lte=now)
    oldest = waiting.aggregate(oldest=Min("due_at"))["oldest"]
    return Delivery(
        kinds=kinds,
        failures=[(reason, tell(number)) for reason, number in failures.most_common()],
        reports=[(kind, tell(number)) for kind, number in reports.annotate(number=Count("pk"))],
        oldest=oldest,
        is_stuck=oldest is not None and oldest < now - TOO_LONG,
    )


def letter_name(code: str) -> str:
    """What staff call a kind of letter."""
    return str(LETTERS.get(code, code))


def failed_mails() -> int:
    """How many mails failed for good within the last 30 days."""
    return OutgoingMail.objects.filter(state=State.FAILED, created_at__gt=timezone.now() - PERIOD).count()
