"""How many contacts, consents and requests there are. Each kind is one aggregate, however many rows are counted."""

from collections.abc import Mapping
from typing import NamedTuple

from django.db.models import Count, Q
from django.utils import timezone

from consent.models import Consent, Contact, Purpose, Request, Suppression

STATES = ("given", "active", "paused", "withdrawn")


class PurposeFigures(NamedTuple):
    """The consents to one purpose, by their state. Active and paused ones are given ones."""

    purpose: Purpose
    numbers: Mapping[str, int]


class Figures(NamedTuple):
    """What the desk counts."""

    contacts: int
    pending: int
    purposes: list[PurposeFigures]
    suppressed: list[tuple[str, int]]


def figures() -> Figures:
    """Everything, as it is now. Five queries."""
    now = timezone.now()
    return Figures(
        contacts=Contact.objects.count(),
        pending=Request.objects.filter(expires_at__gt=now).count(),
        purposes=_purposes(),
        suppressed=_suppressed(),
    )


def _purposes() -> list[PurposeFigures]:
    given, paused = Q(withdrawn_at=None), Q(paused_until__gt=timezone.now())
    counts = {
        purpose: (given, given - paused, paused, withdrawn)
        for purpose, given, paused, withdrawn in Consent.objects.values_list("purpose").annotate(
            given=Count("pk", filter=given),
            paused=Count("pk", filter=given & paused),
            withdrawn=Count("pk", filter=~given),
        )
    }
    return [
        PurposeFigures(purpose, dict(zip(STATES, counts.get(purpose.pk, (0,) * len(STATES)), strict=True)))
        for purpose in Purpose.objects.select_related("site").order_by("site__site_name", "sort_order", "pk")
    ]


def _suppressed() -> list[tuple[str, int]]:
    counts = dict(Suppression.objects.values_list("reason").annotate(number=Count("pk")).order_by())
    return [(str(label), counts.get(value, 0)) for value, label in Suppression.Reason.choices]
