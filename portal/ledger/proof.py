"""Proves a ledger: every entry says what it said, none is missing, none was slipped in.

The chain alone can't tell that its newest entries were removed; the head can, and so can whoever noted number and hash
of an entry somewhere else (``expect``).
"""

from collections.abc import Iterator
from typing import NamedTuple

from portal.ledger.chain import GENESIS
from portal.models.ledger import LedgerEntry, LedgerHead


class Fault(NamedTuple):
    """The number of the first bad entry, and what is wrong with it."""

    number: int
    reason: str


class Proof(NamedTuple):
    """How many entries were read, the hash of the newest good one, and the first fault if there is one."""

    entries: int
    entry_hash: str
    fault: Fault | None


def prove(ledger: type[LedgerEntry], *, expect: tuple[int, str] | None = None) -> Proof:
    """Reads the whole ledger in its order. ``expect`` is number and hash of an entry as somebody noted them."""
    number, previous = 0, GENESIS
    for entry in ledger._default_manager.order_by("number").iterator(chunk_size=500):
        if reason := next(_faults_of(entry, number + 1, previous), None):
            return Proof(number, previous, Fault(number + 1, reason))
        number, previous = entry.number, entry.entry_hash
        if expect and expect[0] == number and expect[1] != previous:
            return Proof(number, previous, Fault(number, "its hash is not the one that was noted"))
    return Proof(number, previous, _fault_at_the_end(ledger, number, previous, expect))


def _faults_of(entry: LedgerEntry, number: int, previous: str) -> Iterator[str]:
    if entry.number != number:
        yield f"it is missing: entry {entry.number} follows entry {number - 1}"
    if entry.previous_hash != previous:
        yield "it does not follow from the entry before it"
    if entry.entry_hash != entry.computed_hash():
        yield "its content was altered"
    yield from entry.faults()


def _fault_at_the_end(
    ledger: type[LedgerEntry], number: int, entry_hash: str, expect: tuple[int, str] | None
) -> Fault | None:
    head = LedgerHead.objects.filter(ledger=ledger._meta.label).first() or LedgerHead()
    if head.number > number:
        return Fault(number + 1, f"it is missing: the ledger had {head.number} entries")
    if head.number < number:
        return Fault(head.number + 1, f"it was slipped in: the ledger has {head.number} entries")
    if head.entry_hash != entry_hash:
        return Fault(number, "its hash is not the one at the ledger's head")
    if expect and expect[0] > number:
        return Fault(number + 1, f"it is missing: entry {expect[0]} was noted")
    return None
