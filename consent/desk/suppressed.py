"""The suppressions of one address, as rows: staff lift one by its number, never by the address."""

from consent.addresses import Address
from consent.keys.indexes import indexes
from consent.keys.ring import Use
from consent.models import Suppression


def suppressions_of(address: Address) -> list[Suppression]:
    """The rows that keep ``address`` from being written to, whichever key made them. One query."""
    return list(Suppression.objects.filter(lookup__in=indexes(Use.SUPPRESSION, address.canonical)))
