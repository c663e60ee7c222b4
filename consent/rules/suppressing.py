"""Addresses that are never written to again. They are known by a keyed look-up alone, which erasure leaves (C6).

Who said “this wasn't me” has said so for the mailbox: nobody gets round it with a plus sign and another word behind it.
Every spelling that leads there, as far as one can tell, is asked to confirm nothing any more. What was confirmed under
another spelling before goes on, and so do letters about one's own data: its owner agreed to the one and asked for the
other.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from consent import journal
from consent.addresses import Address
from consent.keys.indexes import index, indexes
from consent.keys.ring import Use
from consent.models import Suppression
from consent.rules.holding import hold


def is_suppressed(address: Address) -> bool:
    """Whether nobody may write to ``address``. One query."""
    return Suppression.objects.filter(lookup__in=indexes(Use.SUPPRESSION, address.canonical)).exists()


def is_refused(address: Address) -> bool:
    """Whether the owner of the mailbox behind ``address`` wants to be asked to confirm nothing any more. One query."""
    return Suppression.objects.filter(family__in=indexes(Use.FAMILY, address.family)).exists()


def suppressions_of(address: Address) -> QuerySet[Suppression]:
    """The rows that keep ``address`` from being written to, or its mailbox from being asked, made with any key."""
    of_address = Q(lookup__in=indexes(Use.SUPPRESSION, address.canonical))
    return Suppression.objects.filter(of_address | Q(family__in=indexes(Use.FAMILY, address.family)))


@transaction.atomic
def suppress(address: Address, reason: str) -> None:
    """Never writes to ``address`` again. Once is enough; the first reason stays."""
    hold(address)
    family = index(Use.FAMILY, address.family) if reason == Suppression.Reason.NOT_ME else ""
    if is_suppressed(address) and (not family or is_refused(address)):
        return
    found = Suppression.objects.filter(lookup__in=indexes(Use.SUPPRESSION, address.canonical)).first()
    lookup = found.lookup if found else index(Use.SUPPRESSION, address.canonical)
    keep_suppression(lookup, reason=reason, family=family)
    journal.write("suppression", lookup, at=None, reason=reason, **({"family": family} if family else {}))


def keep_suppression(lookup: str, *, reason: str, family: str = "", at: datetime | None = None) -> bool:
    """Suppresses what ``lookup`` and ``family`` stand for. Whether it was not so before."""
    values = {"reason": reason, "family": family, "created_at": at or timezone.now()}
    row, is_new = Suppression.objects.get_or_create(lookup=lookup, defaults=values)
    if is_new or not family or row.family:
        return is_new
    return bool(Suppression.objects.filter(pk=row.pk, family="").update(family=family))


@transaction.atomic
def lift(address: Address) -> int:
    """Allows mail to ``address`` and its mailbox again, which its owner asked for. Returns how many rows went.

    The journal hears of it when it has happened, not before as of everything else: a line too many must never bring
    mail to somebody who wants none.
    """
    hold(address)
    lookups = set(suppressions_of(address).values_list("lookup", flat=True))
    lifted, _models = Suppression.objects.filter(lookup__in=lookups).delete()
    for lookup in sorted(lookups.union(indexes(Use.SUPPRESSION, address.canonical))) if lifted else ():
        journal.write_after_commit("lifted", lookup)
    return lifted
