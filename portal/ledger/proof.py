"""Proves a ledger: every entry says what it said, none is missing, none was slipped in.

The chain alone can't tell that its newest entries were removed; the head can, and so can whoever noted number and hash
of an entry somewhere else (``expect``).
"""

from collections.abc import Collection, Iterator
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


def prove(ledger: type[LedgerEntry], *, expect: Collection[tuple[int, str]] = ()) -> Proof:
    """Reads the whole ledger in its order, with what is added meanwhile. ``expect``: numbers and hashes of entries, as
    somebody noted them.
    """
    number, previous, promised = 0, GENESIS, 0
    while True:
        following = ledger._default_manager.filter(number__gt=number or -1).order_by("number")
        for entry in following.iterator(chunk_size=500):
            if fault := _fault_of(entry, number + 1, previous, expect):
                return Proof(number, previous, fault)
            number, previous = entry.number, entry.entry_hash
        head = _head(ledger)
        if head.number <= number or number < promised:
            return Proof(number, previous, _fault_at_the_end(head, number, previous, expect))
        promised = head.number  # what was added while we read is there to be read


def _fault_of(entry: LedgerEntry, number: int, previous: str, expect: Collection[tuple[int, str]]) -> Fault | None:
    if entry.number != number:
        last = _head(type(entry)).number
        if number < entry.number <= last:
            return Fault(number, f"it is missing: entry {entry.number} of {last} is the next")
        return Fault(entry.number, "it was slipped in: no entry of the ledger has this number")
    reason = next(_reasons_against(entry, previous, expect), None)
    return Fault(number, reason) if reason else None


def _reasons_against(entry: LedgerEntry, previous: str, expect: Collection[tuple[int, str]]) -> Iterator[str]:
    if entry.previous_hash != previous:
        yield "it does not follow from the entry before it"
    if entry.entry_hash != entry.computed_hash():
        yield "its content was altered"
    yield from entry.faults()
    if any(noted == entry.number and digits != entry.entry_hash for noted, digits in expect):
        yield "its hash is not the one that was noted"


def _head(ledger: type[LedgerEntry]) -> LedgerHead:
    return LedgerHead.objects.filter(ledger=ledger._meta.label).first() or LedgerHead()


def _fault_at_the_end(
    head: LedgerHead, number: int, entry_hash: str, expect: Collection[tuple[int, str]]
) -> Fault | None:
    if head.number > number:
        return Fault(number + 1, f"it is missing: the ledger had {head.number} entries")
    if head.number < number:
        return Fault(head.number + 1, f"it was slipped in: the ledger has {head.number} entries")
    if head.entry_hash != entry_hash:
        return Fault(number, "its hash is not the one at the ledger's head")
    if later := [noted for noted, _digits in expect if noted > number]:
        return Fault(number + 1, f"it is missing: entry {min(later)} was noted")
    return None
