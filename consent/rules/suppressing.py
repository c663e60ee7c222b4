"""Addresses that are never written to again. They are known by a keyed look-up alone, which erasure leaves (C6)."""

from consent import journal
from consent.addresses import Address
from consent.keys.indexes import index, indexes
from consent.keys.ring import Use
from consent.models import Suppression


def is_suppressed(address: Address) -> bool:
    """Whether nobody may write to ``address``. One query."""
    return Suppression.objects.filter(lookup__in=indexes(Use.SUPPRESSION, address.canonical)).exists()


def suppress(address: Address, reason: str) -> None:
    """Never writes to ``address`` again. Once is enough; the first reason stays."""
    if is_suppressed(address):
        return
    lookup = index(Use.SUPPRESSION, address.canonical)
    Suppression.objects.get_or_create(lookup=lookup, defaults={"reason": reason})
    journal.write("suppression", lookup, reason=reason)


def lift(address: Address) -> int:
    """Allows mail to ``address`` again, which its owner asked for. Returns how many rows went."""
    lookups = indexes(Use.SUPPRESSION, address.canonical)
    lifted, _models = Suppression.objects.filter(lookup__in=lookups).delete()
    for lookup in lookups if lifted else ():
        journal.write("lifted", lookup)
    return lifted
